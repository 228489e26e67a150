import type { z } from 'zod';
import type { CodedService } from '../coding.ts';
import { type Coverage, Provider } from '../party.ts';
import { EncounterRegistration } from '../visit/registration.ts';
import { valueAt } from '../visit/schema-places.ts';
import { ServiceFacts } from '../visit/service-facts.ts';
import { type Property, payerOrderPath, ServiceProperties } from './properties.ts';
import { coverageOf, inPayerOrder, type Place, type RuledVisit, serviceAt } from './ruled-visit.ts';

/** Where of a visit a property is written: its path, what stands there now, and the visit with something else there. */
export type Part = {
  readonly path: string;
  /** Of its own: what stands for the whole visit is not that of a service. */
  readonly own: unknown;
  /** The visit with the value, or none where that is undefined; a sentence where the visit would be none then. */
  readonly write: (value: unknown) => RuledVisit | string;
};

/** An object with another value at the end of the steps; without it where that is undefined. */
const withValue = (object: unknown, [name = '', ...deeper]: readonly string[], value: unknown): unknown => {
  const before: Readonly<Record<string, unknown>> =
    typeof object === 'object' && object !== null ? { ...object } : {};
  const { [name]: own, ...rest } = before;
  const next =
    deeper.length === 0
      ? value
      : own === undefined && value === undefined
        ? undefined
        : withValue(own, deeper, value);
  return next === undefined ? rest : { ...rest, [name]: next };
};

/** What is written has to be what its schema takes as a whole: half an address is none. */
const attempt = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  put: (checked: T) => RuledVisit,
): RuledVisit | string => {
  const { success, data, error } = schema.safeParse(value);
  return success ? put(data) : (error.issues[0]?.message ?? 'It would not be whole');
};

const writeRegistration = (visit: RuledVisit, registration: unknown): RuledVisit | string =>
  attempt(EncounterRegistration, registration, (checked) => ({ ...visit, registration: checked }));

const registrationPart = (visit: RuledVisit, { path, steps }: Property): Part => ({
  path,
  own: valueAt(visit.registration, steps),
  write: (value) => writeRegistration(visit, withValue(visit.registration, steps, value)),
});

const coveragePart = (visit: RuledVisit, coverage: Coverage, { steps }: Property): Part => {
  const { registration } = visit;
  return {
    path: `registration.coverages[${registration.coverages.indexOf(coverage)}].${steps.join('.')}`,
    own: valueAt(coverage, steps),
    write: (value) => {
      const coverages = registration.coverages.map((one) =>
        one === coverage ? withValue(one, steps, value) : one,
      );
      return writeRegistration(visit, { ...registration, coverages });
    },
  };
};

const orderPart = (visit: RuledVisit): Part => ({
  path: 'registration.coverages',
  own: undefined,
  write: (value) => {
    const named = Array.isArray(value) ? value.map(String) : [];
    const coverages = inPayerOrder(visit.registration.coverages, named);
    return { ...visit, registration: { ...visit.registration, coverages } };
  },
});

const withService = (visit: RuledVisit, at: number | undefined, service: CodedService): RuledVisit => ({
  ...visit,
  codes: {
    ...visit.codes,
    services: visit.codes.services.map((one, index) => (index === at ? service : one)),
  },
});

const servicePart = ({ visit, at }: Place, service: CodedService, { steps }: Property): Part => {
  const path = `codes.services[${at}]`;
  if (steps[0] === 'modifiers')
    return {
      path: `${path}.modifiers`,
      own: service.modifiers,
      write: (value) =>
        attempt(ServiceProperties.shape.modifiers, value, (modifiers) =>
          withService(visit, at, { ...service, modifiers }),
        ),
    };
  const { facts: known = {}, ...rest } = service;
  return {
    path: `${path}.facts.${steps.join('.')}`,
    own: valueAt(known, steps),
    write: (value) =>
      attempt(ServiceFacts, withValue(known, steps, value), (facts) =>
        withService(visit, at, Object.keys(facts).length > 0 ? { ...rest, facts } : rest),
      ),
  };
};

const providerPart = (visit: RuledVisit, { steps }: Property): Part | undefined => {
  const { providers } = visit.practice;
  const at = providers.findIndex(({ npi }) => npi === visit.registration.renderingProviderNpi);
  if (at < 0) return undefined;
  return {
    path: `practice.providers[${at}].${steps.join('.')}`,
    own: valueAt(providers[at], steps),
    write: (value) =>
      attempt(Provider, withValue(providers[at], steps, value), (provider) => ({
        ...visit,
        practice: { ...visit.practice, providers: providers.with(at, provider) },
      })),
  };
};

const responsibilities: Readonly<Record<string, 'P' | 'S' | 'T'>> = {
  ...{ primary: 'P', secondary: 'S', tertiary: 'T' },
};

/** The part of a visit that a property is written to; undefined where the visit has none, such as no second payer. */
export const partOf = (property: Property, place: Place): Part | undefined => {
  const { visit } = place;
  if (property.path === payerOrderPath) return orderPart(visit);
  if (property.root === 'registration') return registrationPart(visit, property);
  if (property.root === 'provider') return providerPart(visit, property);
  const service = property.root === 'service' ? serviceAt(place) : undefined;
  if (service) return servicePart(place, service, property);
  const responsibility = responsibilities[property.root];
  const coverage = responsibility && coverageOf(visit, responsibility);
  return coverage && coveragePart(visit, coverage, property);
};

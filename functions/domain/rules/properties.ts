import { z } from 'zod';
import { ageOn } from '../calendar.ts';
import { type CodedService, CodedService as CodedServiceSchema, DiagnosisCode } from '../coding.ts';
import { wholeCents } from '../field.ts';
import { Coverage, Provider } from '../party.ts';
import { Payer } from '../payer.ts';
import { Practice } from '../practice.ts';
import { EncounterRegistration } from '../visit/registration.ts';
import { entryOf, fieldAt, fieldsOf, present, typeOf } from '../visit/schema-places.ts';
import { serviceCharge } from '../visit/service-charge.ts';
import { ProcedureCode, ServiceFacts } from '../visit/service-facts.ts';
import {
  coverageOf,
  type Place,
  payerOf,
  payerOrder,
  providerOf,
  type RuledVisit,
  serviceAt,
} from './ruled-visit.ts';

/** A service with all that rules may ask of it: what stands for the visit counts where it says nothing of its own. */
export const ServiceProperties = z.object({
  procedure: ProcedureCode,
  modifiers: CodedServiceSchema.shape.modifiers,
  units: CodedServiceSchema.shape.units,
  diagnosisPointers: CodedServiceSchema.shape.diagnosisPointers,
  diagnoses: z.array(DiagnosisCode).describe('the codes at which it points'),
  charge: wholeCents.optional().describe('whole cents for all its units; absent where it has no price'),
  ...ServiceFacts.shape,
});

/** What is registered of services stands with their codes. */
const { services: _services, ...registrationFields } = EncounterRegistration.shape;
const RegistrationProperties = z.object(registrationFields);

const VisitProperties = z.object({
  age: z.int().describe('whole years of the patient on the date of service'),
  charge: wholeCents.describe('whole cents that its services are charged'),
  services: z.int().describe('how many services it has'),
});

const inherited = (service: CodedService, visit: RuledVisit) => ({
  from: visit.registration.dateOfService,
  placeOfService: visit.registration.placeOfService,
  renderingProviderNpi: visit.registration.renderingProviderNpi,
  ...service.facts,
});

const serviceValue = (service: CodedService, visit: RuledVisit, name: string): unknown => {
  if (name === 'diagnoses')
    return service.diagnosisPointers.flatMap((pointer) => visit.codes.diagnoses[pointer - 1] ?? []);
  if (name === 'charge') return serviceCharge(visit.practice, service, visit.registration);
  return Reflect.get(name in CodedServiceSchema.shape ? service : inherited(service, visit), name);
};

const visitValue = ({ registration, codes, practice }: RuledVisit, name: string): unknown => {
  if (name === 'age') return ageOn(registration.patient.dateOfBirth, registration.dateOfService);
  if (name === 'services') return codes.services.length;
  return codes.services.reduce((sum, one) => sum + (serviceCharge(practice, one, registration) ?? 0), 0);
};

/** Something that rules name properties of: its schema, and the values of one field of it at a place. */
type Root = { readonly schema: z.ZodType; readonly read: (place: Place, name: string) => readonly unknown[] };

const ofObject =
  (select: (place: Place) => object | undefined): Root['read'] =>
  (place, name) => {
    const object = select(place);
    return object === undefined ? [] : [Reflect.get(object, name)];
  };

const coverageRoot = (responsibility: 'P' | 'S' | 'T'): Root => ({
  schema: Coverage,
  read: ofObject(({ visit }) => coverageOf(visit, responsibility)),
});

const roots: Readonly<Record<string, Root>> = {
  registration: { schema: RegistrationProperties, read: ofObject(({ visit }) => visit.registration) },
  visit: { schema: VisitProperties, read: ({ visit }, name) => [visitValue(visit, name)] },
  primary: coverageRoot('P'),
  secondary: coverageRoot('S'),
  tertiary: coverageRoot('T'),
  codes: {
    schema: z.object({ diagnoses: z.array(DiagnosisCode) }),
    read: ofObject(({ visit }) => visit.codes),
  },
  service: {
    schema: ServiceProperties,
    read: (place, name) => {
      const service = serviceAt(place);
      return service ? [serviceValue(service, place.visit, name)] : [];
    },
  },
  services: {
    schema: ServiceProperties,
    read: ({ visit }, name) => visit.codes.services.map((service) => serviceValue(service, visit, name)),
  },
  payer: { schema: Payer, read: ofObject(({ visit }) => payerOf(visit)) },
  provider: { schema: Provider, read: ofObject(({ visit }) => providerOf(visit)) },
  practice: {
    schema: Practice.pick({
      practiceId: true,
      name: true,
      npi: true,
      taxId: true,
      taxonomy: true,
      address: true,
    }),
    read: ofObject(({ visit }) => visit.practice),
  },
};

/** The payers in the order in which they are billed: a property without a root. */
export const payerOrderPath = 'payerOrder';

/** A property that rules name: what it holds, and how it is read. */
export type Property = {
  readonly path: string;
  readonly root: string;
  readonly steps: readonly string[];
  /** Of one value; of a list, of one of its entries. */
  readonly schema: z.ZodType;
  /** Whether it holds a list of values, such as modifiers. */
  readonly isList: boolean;
  /** Whether it may be absent. */
  readonly isOptional: boolean;
  /** The values at a place, those of a list one by one; none where it is absent. */
  readonly read: (place: Place) => readonly unknown[];
};

/** The entries of lists, and without what is absent. */
const flattened = (values: readonly unknown[]): readonly unknown[] =>
  values.flat().filter((value) => value !== undefined && value !== null);

const stepInto = (values: readonly unknown[], name: string): readonly unknown[] =>
  flattened(
    values.map((value) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
    ),
  );

const schemaAt = (root: z.ZodType, steps: readonly string[]) => {
  let place = { ...present(root), isList: false };
  for (const step of steps) {
    const inner = fieldAt(place.schema, step);
    if (inner === undefined) return undefined;
    const { schema, isOptional } = present(inner);
    const entry = typeOf(schema) === 'array' ? entryOf(schema) : undefined;
    place = { schema: entry ? present(entry).schema : schema, isOptional, isList: entry !== undefined };
  }
  return place;
};

const payerOrderProperty: Property = {
  ...{ path: payerOrderPath, root: payerOrderPath, steps: [], schema: Coverage.shape.payerId },
  ...{ isList: true, isOptional: false },
  read: ({ visit }) => payerOrder(visit.registration),
};

/** The property of a path such as `service.modifiers`; undefined where there is none. */
export const findProperty = (path: string): Property | undefined => {
  if (path === payerOrderPath) return payerOrderProperty;
  const [name = '', first, ...deeper] = path.split('.');
  const root = Object.hasOwn(roots, name) ? roots[name] : undefined;
  if (root === undefined || first === undefined) return undefined;
  const steps = [first, ...deeper];
  const place = schemaAt(root.schema, steps);
  return (
    place && {
      path,
      root: name,
      steps,
      ...place,
      read: (at) => deeper.reduce(stepInto, flattened(root.read(at, first))),
    }
  );
};

const deepest = 3;

const pathsBelow = (path: string, schema: z.ZodType, depth: number): readonly string[] =>
  Object.entries(fieldsOf(schema)).flatMap(([name, field]) => {
    const inner = present(field).schema;
    const entry = typeOf(inner) === 'array' ? entryOf(inner) : undefined;
    const own = `${path}.${name}`;
    return [
      own,
      ...(depth < deepest ? pathsBelow(own, entry ? present(entry).schema : inner, depth + 1) : []),
    ];
  });

/** Every path that rules may name, for who misspelt one. */
export const allPaths = (): readonly string[] => [
  payerOrderPath,
  ...Object.entries(roots).flatMap(([name, { schema }]) => pathsBelow(name, schema, 1)),
];

/** What a root has properties of. */
export const schemaOfRoot = (name: string): z.ZodType | undefined =>
  Object.hasOwn(roots, name) ? roots[name]?.schema : undefined;

export const rootNames = (): readonly string[] => Object.keys(roots);

import type { CodedService, EncounterCodes } from '../coding.ts';
import type { Coverage, Responsibility } from '../party.ts';
import type { Payer } from '../payer.ts';
import type { Practice } from '../practice.ts';
import type { EncounterRegistration } from '../visit/registration.ts';
import { unmatchedServices, withServiceFacts } from '../visit/service-facts-of.ts';

/** A coded visit as rules see and change it: all that is known of a service stands with its code. */
export type RuledVisit = {
  readonly registration: EncounterRegistration;
  readonly codes: EncounterCodes;
  readonly practice: Practice;
  /** The contracts with all its payers, as far as there are any. */
  readonly payers: readonly Payer[];
};

/** Where a rule is at: at the visit, or at one of its services. */
export type Place = { readonly visit: RuledVisit; readonly at?: number | undefined };

/** Puts what was registered of services to their codes; what belongs to none of them stays with the registration. */
export const asRuled = (visit: RuledVisit): RuledVisit => {
  const { registration, codes } = visit;
  if (registration.services === undefined) return visit;
  const { services: registered, ...rest } = registration;
  const left = [...unmatchedServices(codes.services, registered)];
  const services = [...withServiceFacts(codes.services, registered)];
  return {
    ...visit,
    registration: left.length > 0 ? { ...rest, services: left } : rest,
    codes: { ...codes, services },
  };
};

export const serviceAt = ({ visit, at }: Place): CodedService | undefined =>
  at === undefined ? undefined : visit.codes.services[at];

/** The coverage of the visit in a place of the order of billing. */
export const coverageOf = (
  { registration }: RuledVisit,
  responsibility: Responsibility,
): Coverage | undefined => registration.coverages.find((one) => one.responsibility === responsibility);

/** The contract with the payer that is billed first. */
export const payerOf = (visit: RuledVisit): Payer | undefined => {
  const primary = coverageOf(visit, 'P');
  return visit.payers.find(({ payerId }) => payerId === primary?.payerId);
};

/** Who gave the services, as the practice lists them. */
export const providerOf = ({ practice, registration }: RuledVisit) =>
  practice.providers.find(({ npi }) => npi === registration.renderingProviderNpi);

/** The payers of a visit in the order in which they are billed. */
export const payerOrder = ({ coverages }: Pick<EncounterRegistration, 'coverages'>): readonly string[] =>
  inOrder(coverages).map(({ payerId }) => payerId);

const inOrder = (coverages: readonly Coverage[]): readonly Coverage[] =>
  coverages.toSorted((one, other) => 'PST'.indexOf(one.responsibility) - 'PST'.indexOf(other.responsibility));

/** The same coverages, billed with the payers that are named before the others: they change their places. */
export const inPayerOrder = (coverages: readonly Coverage[], named: readonly string[]): Coverage[] => {
  const before = inOrder(coverages);
  const rank = ({ payerId }: Coverage) => (named.includes(payerId) ? named.indexOf(payerId) : named.length);
  const after = before.toSorted((one, other) => rank(one) - rank(other));
  return coverages.map((one) => ({
    ...one,
    responsibility: before[after.indexOf(one)]?.responsibility ?? one.responsibility,
  }));
};

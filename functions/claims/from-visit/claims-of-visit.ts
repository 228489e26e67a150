import { type Claim, type ClaimLine, type NextPayer, unsentClaim } from '../../domain/claim.ts';
import type { CodedService, EncounterCodes } from '../../domain/coding.ts';
import { type BilledProviders, billedProviders } from '../../domain/contract/incident-to.ts';
import type { Encounter, EncounterId } from '../../domain/encounter.ts';
import { claimIdFor } from '../../domain/ids.ts';
import type { Provider } from '../../domain/party.ts';
import { chooseBillingEntity, itself } from '../../domain/practice/billing-entity.ts';
import type { Practice } from '../../domain/practice.ts';
import type { EditOverride } from '../../domain/visit/edit-finding.ts';
import type { EncounterRegistration } from '../../domain/visit/registration.ts';
import { serviceCharge } from '../../domain/visit/service-charge.ts';
import { withServiceFacts } from '../../domain/visit/service-facts-of.ts';
import { visitFactsOf } from '../../domain/visit/visit-facts.ts';
import { sum, zero } from '../../edi/money.ts';
import { BillingError } from '../../runtime/errors.ts';
import { billableServices, postoperativeVisit } from './billable-services.ts';
import { type Contract, expectedOfClaim } from './expected-of-claim.ts';
import { locationFacts } from './location-facts.ts';
import { splitVisit } from './split-visit.ts';

/**
 * Makes the claims for the first payer of a coded encounter: one, or as many as its codes need. `payers` are the
 * encounter's coverages in billing order, each with its contract's names. Throws InvalidInput when a step before it
 * let something missing pass. Without the contract of the first payer its rules are not asked, and nothing is expected.
 */
export const claimsForFirstPayer = (
  encounter: Encounter,
  practice: Practice,
  payers: readonly [NextPayer, ...NextPayer[]],
  createdAt: string,
  contract?: Contract,
): readonly Claim[] => {
  const { registration, codes } = encounter;
  if (!registration || !codes)
    throw new BillingError('InvalidInput', 'Only a coded encounter becomes a claim');
  const registered = withServiceFacts(codes.services, registration.services);
  const billable = billableServices(registered, contract?.payer);
  const billed = billedFor(registration, practice, contract);
  const services = billable.map((service) => withModifier(service, billed.modifier));
  return sharePatientPaid(
    splitVisit({ ...codes, services }).map((part, at) =>
      claimOfPart({ encounter, registration, practice, payers, createdAt, billed, contract }, part, at + 1),
    ),
  );
};

/** What the patient paid for a visit is told once: claims take it up to what they charge, the last one all that is left. */
const sharePatientPaid = (claims: readonly Claim[]): readonly Claim[] => {
  let left = claims[0]?.visit?.patientPaid;
  if (left === undefined || claims.length === 1) return claims;
  return claims.map((claim, at) => {
    const charge = sum(claim.lines.map((line) => line.charge));
    const share = at === claims.length - 1 ? (left ?? 0) : Math.min(left ?? 0, charge);
    left = (left ?? 0) - share;
    const { patientPaid: _whole, ...visit } = claim.visit ?? {};
    return { ...claim, visit: share > 0 ? { ...visit, patientPaid: share } : visit };
  });
};

/** What all claims of a visit to its first payer share. */
type Billing = {
  readonly encounter: EncounterId & Pick<Encounter, 'overrides'>;
  readonly registration: EncounterRegistration;
  readonly practice: Practice;
  readonly payers: readonly [NextPayer, ...NextPayer[]];
  readonly createdAt: string;
  readonly billed: BilledProviders;
  readonly contract: Contract | undefined;
};

const claimOfPart = (
  { encounter, registration, practice, payers, createdAt, billed, contract }: Billing,
  codes: EncounterCodes,
  part: number,
): Claim => {
  const [{ coverage }, ...nextPayers] = payers;
  const { locationId } = registration;
  const { rendering, performing, supervising } = billed;
  const billing = chooseBillingEntity(practice, {
    ...{ locationId, renderingProviderNpi: rendering.npi, payerId: coverage.payerId },
  });
  const identity = {
    practiceId: encounter.practiceId,
    encounterId: encounter.encounterId,
    payerId: coverage.payerId,
    responsibility: coverage.responsibility,
    part,
    cause: unsentClaim.cause,
  };
  const claim: Claim = {
    ...unsentClaim,
    ...identity,
    claimId: claimIdFor(identity),
    patientId: registration.patient.patientId,
    patient: registration.patient,
    coverage,
    ...(billing.billingEntityId !== itself && { billingEntityId: billing.billingEntityId }),
    renderingProvider: rendering,
    ...(performing && { performingProvider: performing }),
    ...(locationId !== undefined && { locationId }),
    ...(registration.referringProvider && { referringProvider: registration.referringProvider }),
    ...(registration.priorAuthorization && { priorAuthorization: registration.priorAuthorization }),
    dateOfService: registration.dateOfService,
    placeOfService: registration.placeOfService,
    visit: {
      ...locationFacts(practice, registration, codes.services),
      ...(supervising && { supervisingProvider: supervising }),
      ...visitFactsOf(registration),
    },
    diagnoses: codes.diagnoses,
    lines: priceServices(practice, codes.services, registration),
    ...(encounter.overrides.length > 0 && { answeredWarnings: encounter.overrides.map(answerOf) }),
    priorPayers: [],
    nextPayers,
    createdAt,
  };
  const expected = contract && expectedOfClaim(claim, practice, contract);
  return { ...claim, ...(expected && { expected: [...expected] }) };
};

const answerOf = ({ code, about }: EditOverride): string => (about === undefined ? code : `${code} ${about}`);

/** Who is billed: who gave the services, or a supervisor where the payer's rule and the visit have it so. */
const billedFor = (
  registration: EncounterRegistration,
  practice: Practice,
  contract: Contract | undefined,
): BilledProviders =>
  billedProviders(registration, practice, contract?.payer) ?? {
    rendering: providerWith(practice, registration.renderingProviderNpi),
  };

const withModifier = (service: CodedService, modifier: string | undefined): CodedService =>
  modifier === undefined || service.modifiers.includes(modifier) || service.modifiers.length > 3
    ? service
    : { ...service, modifiers: [...service.modifiers, modifier] };

const providerWith = (practice: Practice, wanted: string): Provider => {
  const provider = practice.providers.find(({ npi }) => npi === wanted);
  if (!provider) throw new BillingError('InvalidInput', 'A rendering provider is not one of the practice');
  return provider;
};

/** Puts the practice's price on the date of service to each service, for all its units, in cents. */
export const priceServices = (
  practice: Practice,
  services: readonly CodedService[],
  visit: Pick<Claim, 'dateOfService' | 'placeOfService'>,
): ClaimLine[] =>
  services.map((service, index) => {
    const charge =
      serviceCharge(practice, service, visit) ??
      (service.procedure === postoperativeVisit ? zero : undefined);
    if (charge === undefined) throw new BillingError('InvalidInput', `No charge for ${service.procedure}`);
    const { renderingProviderNpi: npi } = service.facts ?? {};
    return {
      ...service,
      ...(npi !== undefined && { renderingProvider: providerWith(practice, npi) }),
      lineNumber: index + 1,
      charge,
    };
  });

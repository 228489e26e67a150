import { describeActor, stepActor } from '../domain/actor.ts';
import { type Claim, type ClaimLine, type NextPayer, unsentClaim } from '../domain/claim.ts';
import { type AddClaimEffects, addClaimOnce } from '../domain/claim-change.ts';
import type { CodedService } from '../domain/coding.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import { claimIdFor } from '../domain/ids.ts';
import type { Coverage, Provider } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import { chooseBillingEntity, itself } from '../domain/practice/billing-entity.ts';
import { chargeFor, type Practice } from '../domain/practice.ts';
import { withServiceFacts } from '../domain/visit/service-facts-of.ts';
import { visitFactsOf } from '../domain/visit/visit-facts.ts';
import { cents } from '../edi/money.ts';
import { BillingError } from '../runtime/errors.ts';

export const generateClaimOutcomes = ['generated', 'self-pay'] as const;
export type GenerateClaimOutcome = (typeof generateClaimOutcomes)[number];

/** A claim, or none where nobody but the patient pays. */
export type GeneratedClaim =
  | { readonly outcome: Exclude<GenerateClaimOutcome, 'self-pay'>; readonly claimId: string }
  | { readonly outcome: Extract<GenerateClaimOutcome, 'self-pay'>; readonly claimId: null };

export type GenerateClaimEffects = AddClaimEffects & {
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  readonly getPayer: (practiceId: string, payerId: string) => Promise<Payer>;
  readonly changeEncounter: ChangeEncounter;
};

/** Makes the claim of a coded encounter, once, for the first payer that it names; the others are billed after it. */
export const generateClaim = async (
  id: EncounterId,
  now: Date,
  { getEncounter, getPractice, getPayer, changeEncounter, ...adding }: GenerateClaimEffects,
): Promise<GeneratedClaim> => {
  const encounter = await getEncounter(id);
  const practice = await getPractice(id.practiceId);
  const coverages = inBillingOrder(encounter.registration?.coverages ?? []);
  const [first, ...rest] = await Promise.all(
    coverages.map(async (coverage) =>
      withContract(coverage, await getPayer(id.practiceId, coverage.payerId)),
    ),
  );
  if (!first) {
    await changeEncounter(id, () => ({ status: 'self-pay' }));
    return { outcome: 'self-pay', claimId: null };
  }
  const claim = claimForFirstPayer(encounter, practice, [first, ...rest], now.toISOString());
  const generated = {
    type: 'generated',
    actor: stepActor('generate-claim'),
    detail: { codedBy: encounter.codedBy ? describeActor(encounter.codedBy) : '' },
  };
  const { claimId } = await addClaimOnce(claim, generated, adding);
  await changeEncounter(id, ({ status }) => (status === 'claimed' ? undefined : { status: 'claimed' }));
  return { outcome: 'generated', claimId };
};

const inBillingOrder = (coverages: readonly Coverage[]): Coverage[] =>
  [...coverages].sort((a, b) => 'PST'.indexOf(a.responsibility) - 'PST'.indexOf(b.responsibility));

const withContract = (coverage: Coverage, { name: payerName, claimFilingIndicator }: Payer): NextPayer => ({
  coverage,
  payerName,
  claimFilingIndicator,
});

/**
 * Makes the claim for the first payer of a coded encounter. `payers` are the encounter's coverages in billing
 * order, each with its contract's names. Throws InvalidInput when a step before it let something missing pass.
 */
export const claimForFirstPayer = (
  encounter: Encounter,
  practice: Practice,
  payers: readonly [NextPayer, ...NextPayer[]],
  createdAt: string,
): Claim => {
  const { registration, codes } = encounter;
  if (!registration || !codes)
    throw new BillingError('InvalidInput', 'Only a coded encounter becomes a claim');
  const [{ coverage }, ...nextPayers] = payers;
  const renderingProvider = providerWith(practice, registration.renderingProviderNpi);
  const billing = chooseBillingEntity(practice, { ...registration, payerId: coverage.payerId });
  const identity = {
    practiceId: encounter.practiceId,
    encounterId: encounter.encounterId,
    payerId: coverage.payerId,
    responsibility: coverage.responsibility,
    part: unsentClaim.part,
    cause: unsentClaim.cause,
  };
  return {
    ...unsentClaim,
    ...identity,
    claimId: claimIdFor(identity),
    patientId: registration.patient.patientId,
    patient: registration.patient,
    coverage,
    ...(billing.billingEntityId !== itself && { billingEntityId: billing.billingEntityId }),
    renderingProvider,
    ...(registration.referringProvider && { referringProvider: registration.referringProvider }),
    ...(registration.priorAuthorization && { priorAuthorization: registration.priorAuthorization }),
    dateOfService: registration.dateOfService,
    placeOfService: registration.placeOfService,
    visit: visitFactsOf(registration),
    diagnoses: codes.diagnoses,
    lines: priceServices(
      practice,
      withServiceFacts(codes.services, registration.services),
      registration.dateOfService,
    ),
    priorPayers: [],
    nextPayers,
    createdAt,
  };
};

const providerWith = (practice: Practice, wanted: string): Provider => {
  const provider = practice.providers.find(({ npi }) => npi === wanted);
  if (!provider) throw new BillingError('InvalidInput', 'A rendering provider is not one of the practice');
  return provider;
};

/** Puts the practice's price on the date of service to each service, for all its units, in cents. */
export const priceServices = (
  practice: Practice,
  services: readonly CodedService[],
  dateOfService: string,
): ClaimLine[] =>
  services.map((service, index) => {
    const price = chargeFor(practice, service.procedure, dateOfService);
    if (price === undefined) throw new BillingError('InvalidInput', `No charge for ${service.procedure}`);
    const { renderingProviderNpi: npi } = service.facts ?? {};
    return {
      ...service,
      ...(npi !== undefined && { renderingProvider: providerWith(practice, npi) }),
      lineNumber: index + 1,
      charge: cents(Math.round(price * service.units)),
    };
  });

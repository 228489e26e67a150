import { describeActor, stepActor } from '../domain/actor.ts';
import type { Claim, ClaimEvent, NextPayer } from '../domain/claim.ts';
import { type AddClaimEffects, addClaimOnce, type ChangeClaim } from '../domain/claim-change.ts';
import type { EncounterCodes } from '../domain/coding.ts';
import type { FeeLine } from '../domain/contract/fee-line.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import { type Coverage, inBillingOrder } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import { asBilled } from '../domain/rules/billed-visit.ts';
import { describeChange } from '../domain/rules/net-change.ts';
import type { ClaimStep, StepResult } from '../domain/step.ts';
import { billedAfterAll, startLifecycle } from '../domain/undo/taken-back.ts';
import { visitReference } from '../domain/visit/visit-reference.ts';
import { sum } from '../edi/money.ts';
import { BillingError } from '../runtime/errors.ts';
import { billableServices, isPaidWithSurgery } from './from-visit/billable-services.ts';
import { claimsForFirstPayer } from './from-visit/claims-of-visit.ts';
import type { Contract } from './from-visit/expected-of-claim.ts';
import { splitVisit, unreportedDiagnoses } from './from-visit/split-visit.ts';

export const generateClaimOutcomes = ['generated', 'self-pay', 'not-billable'] as const;
export type GenerateClaimOutcome = (typeof generateClaimOutcomes)[number];

export type GenerateClaimEffects = AddClaimEffects & {
  readonly changeClaim: ChangeClaim;
  readonly startClaimLifecycle: (name: string, input: ClaimStep) => Promise<unknown>;
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  readonly getPayer: (practiceId: string, payerId: string) => Promise<Payer>;
  readonly feesFor: (
    practiceId: string,
    payerId: string,
    procedures: readonly string[],
  ) => Promise<readonly FeeLine[]>;
  readonly changeEncounter: ChangeEncounter;
};

/**
 * Makes the claim of a coded encounter, once, for the first payer that it names, and starts its lifecycle; the other
 * payers are billed after it. A visit with more lines or diagnoses than a claim takes is billed in several.
 */
export const generateClaim = async (
  id: EncounterId,
  now: Date,
  effects: GenerateClaimEffects,
): Promise<StepResult<GenerateClaimOutcome>> => {
  const { getEncounter, getPractice, getPayer, changeEncounter } = effects;
  const { encounter, practice } = billedOf(await getEncounter(id), await getPractice(id.practiceId));
  const coverages = inBillingOrder(encounter.registration?.coverages ?? []);
  const contracts = await Promise.all(
    coverages.map(async (coverage) => {
      const payer = await getPayer(id.practiceId, coverage.payerId);
      return { payer, next: withContract(coverage, payer) };
    }),
  );
  const [first, ...rest] = contracts;
  if (!first) {
    await changeEncounter(id, () => ({ status: 'self-pay' }));
    return { outcome: 'self-pay' };
  }
  if (encounter.codes && isPaidWithSurgery(encounter.codes, first.payer))
    return endUnbilled(id, now, effects);
  const contract = await contractFor(encounter, first.payer, effects);
  const payers = [first.next, ...rest.map(({ next }) => next)] as const;
  const claims = claimsForFirstPayer(encounter, practice, payers, now.toISOString(), contract);
  const claimIds: string[] = [];
  for (const claim of claims) claimIds.push(await startClaim(claim, encounter, first.payer, effects));
  await changeEncounter(id, ({ status }) =>
    status === 'claimed' ? undefined : { status: 'claimed', claimIds },
  );
  return { outcome: 'generated' };
};

/** The visit as the practice's rules have it billed. What was registered meanwhile they have to see first. */
const billedOf = (encounter: Encounter, practice: Practice) => {
  const billed = asBilled(encounter, practice);
  if (billed) return billed;
  const visit = visitReference(encounter);
  throw new BillingError('ConcurrentChange', `Visit ${visit} changed after it was scrubbed`);
};

/** A visit whose payment the surgeon had: the payer does not want it on a claim. */
const endUnbilled = async (
  id: EncounterId,
  now: Date,
  { changeEncounter }: GenerateClaimEffects,
): Promise<StepResult<GenerateClaimOutcome>> => {
  const notBillable = {
    reason: 'Paid with the operation (99024), and the payer wants no claim that says so',
    by: stepActor('generate-claim'),
    at: now.toISOString(),
  };
  await changeEncounter(id, ({ status }) =>
    status === 'not-billable' ? undefined : { status: 'not-billable', notBillable },
  );
  return { outcome: 'not-billable' };
};

const contractFor = async (
  { practiceId, codes }: Encounter,
  payer: Payer,
  { feesFor }: GenerateClaimEffects,
): Promise<Contract> => {
  const procedures = codes?.services.map(({ procedure }) => procedure) ?? [];
  return { payer, fees: await feesFor(practiceId, payer.payerId, procedures) };
};

/** One that was taken back with what was decided about the visit is open again, as the visit is billed now. */
const startClaim = async (
  claim: Claim,
  { codedBy, codes, ruled }: Encounter,
  payer: Payer,
  { addClaim, findClaim, changeClaim, startClaimLifecycle }: GenerateClaimEffects,
): Promise<string> => {
  const unreported = codes ? unreportedDiagnoses(codes, splitVisit(codes)) : [];
  const leftOut = leftOutOf(codes, payer);
  const generated = {
    type: 'generated',
    actor: stepActor('generate-claim'),
    detail: {
      codedBy: codedBy ? describeActor(codedBy) : '',
      ...toldOfClaim(claim),
      ...toldOfRules(ruled),
      ...(leftOut.length > 0 && { notBilled: leftOut.join(' ') }),
      ...(unreported.length > 0 && { unreported: unreported.join(' ') }),
    },
  };
  const made = await addClaimOnce(claim, generated, { addClaim, findClaim });
  const open = await changeClaim(made.claimId, (one) => billedAfterAll(one, claim, 'generate-claim'));
  await startLifecycle(made, open, startClaimLifecycle);
  return made.claimId;
};

/** Codes of the visit that the payer does not want on a claim. */
const leftOutOf = (codes: EncounterCodes | undefined, payer: Payer): readonly string[] => {
  const billable = new Set(billableServices(codes?.services ?? [], payer));
  return (codes?.services ?? []).filter((one) => !billable.has(one)).map(({ procedure }) => procedure);
};

/** What its claim says otherwise than the visit, for whoever reads the history. */
const toldOfClaim = ({ performingProvider, expected }: Claim): ClaimEvent['detail'] => ({
  ...(performingProvider && { billedIncidentTo: performingProvider.npi }),
  ...(expected && { expected: sum(expected.flatMap(({ amount }) => amount ?? [])) }),
  ...(expected?.some(({ amount }) => amount === undefined) && {
    expectedUnknown: expected.filter(({ amount }) => amount === undefined).length,
  }),
});

/** What the practice's rules changed: of the whole visit, which a claim may bill in part. */
const toldOfRules = (ruled: Encounter['ruled']): ClaimEvent['detail'] =>
  ruled && ruled.changes.length > 0
    ? { changedByRules: ruled.changes.map(describeChange).join('; '), rulesVersion: ruled.version }
    : {};

export const withContract = (
  coverage: Coverage,
  { name: payerName, claimFilingIndicator }: Payer,
): NextPayer => ({
  coverage,
  payerName,
  claimFilingIndicator,
});

import { payerActor, stepActor } from '../domain/actor.ts';
import { type Claim, type GetClaimContext, type NextPayer, unsentClaim } from '../domain/claim.ts';
import {
  type AddClaimEffects,
  addClaimOnce,
  type ChangeClaim,
  type ClaimChange,
  changed,
} from '../domain/claim-change.ts';
import { claimIdFor } from '../domain/ids.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import type { ClaimStep, StepResult } from '../domain/step.ts';
import { BillingError } from '../runtime/errors.ts';

export type BillNextPayerEffects = AddClaimEffects & {
  readonly getClaimContext: GetClaimContext;
  readonly startClaimLifecycle: (name: string, input: ClaimStep) => Promise<unknown>;
  readonly changeClaim: ChangeClaim;
};

/** Makes the next payer's claim and starts its lifecycle before it ends this one: nothing falls between the two. */
export const billNextPayer = async (
  { practiceId, claimId }: ClaimStep,
  now: Date,
  { getClaimContext, startClaimLifecycle, changeClaim, ...adding }: BillNextPayerEffects,
): Promise<StepResult<'billed'>> => {
  const { claim, payer } = await getClaimContext(claimId);
  if (claim.status === 'closed') return { outcome: 'billed' };
  const { name: payerName, claimFilingIndicator } = payer;
  const unsent = claimForNextPayer(claim, { payerName, claimFilingIndicator }, now.toISOString());
  const generated = { type: 'generated', actor: stepActor('bill-next-payer'), detail: { after: claimId } };
  const next = await addClaimOnce(unsent, generated, adding);
  await startClaimLifecycle(next.claimId, { practiceId, claimId: next.claimId });
  await changeClaim(claimId, (before) => handOnClaim(before, next.claimId));
  return { outcome: 'billed' };
};

/**
 * The claim for the payer after this one: the same services, with what this payer and those before it decided
 * (loops 2320 and 2430). Throws InvalidInput without a next payer or before this payer has decided.
 */
export const claimForNextPayer = (
  claim: Claim,
  own: Omit<NextPayer, 'coverage'>,
  createdAt: string,
): Claim => {
  const adjudication = effectiveAdjudication(claim);
  if (!adjudication)
    throw new BillingError('InvalidInput', `Claim ${claim.claimId} is not decided by its own payer`);
  return {
    ...unansweredClaim(claim, createdAt),
    priorPayers: [
      ...claim.priorPayers,
      { ...own, claimId: claim.claimId, coverage: claim.coverage, adjudication },
    ],
  };
};

/**
 * The claim of the next payer when this one's payer forwarded it (crossover, CLP02 19 to 21): it is with its payer
 * without a file of ours, and its answers carry this claim's number. What this payer decided may come later.
 */
export const forwardedClaim = (claim: Claim, createdAt: string): Claim => ({
  ...unansweredClaim(claim, createdAt),
  status: 'accepted',
  submissions: [{ number: 1, frequency: '1', fileAccepted: true, sentAt: createdAt }],
});

/** The next payer's claim as the records have it, made of this one where it is not there yet. */
export const openForwardedClaim = (claim: Claim, now: Date, effects: AddClaimEffects): Promise<Claim> =>
  addClaimOnce(
    forwardedClaim(claim, now.toISOString()),
    { type: 'forwarded', actor: payerActor(claim.payerId), detail: { after: claim.claimId } },
    effects,
  );

/** The same part of the visit for the next payer, who has not answered anything. Throws InvalidInput without a next payer. */
const unansweredClaim = (claim: Claim, createdAt: string): Claim => {
  const [next, ...later] = claim.nextPayers;
  if (!next) throw new BillingError('InvalidInput', `Claim ${claim.claimId} has nobody to bill next`);
  const {
    executionArn: _own,
    end: _end,
    payerControlNumber: _number,
    expected: _contract,
    ...shared
  } = claim;
  const { practiceId, encounterId, part, cause } = claim;
  const { payerId, responsibility } = next.coverage;
  const identity = { practiceId, encounterId, payerId, responsibility, part, cause };
  return {
    ...shared,
    ...unsentClaim,
    ...identity,
    claimId: claimIdFor(identity),
    coverage: next.coverage,
    nextPayers: later,
    createdAt,
  };
};

/** Ends this payer's part; the balance lives on in the next payer's claim. */
export const handOnClaim = (claim: Claim, nextClaimId: string): ClaimChange | undefined =>
  claim.status === 'closed'
    ? undefined
    : changed(
        claim,
        { status: 'closed', end: 'billed-to-next-payer' },
        { type: 'billed-to-next-payer', actor: stepActor('bill-next-payer'), detail: { nextClaimId } },
      );

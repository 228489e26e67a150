import { stepActor } from '../domain/actor.ts';
import { type Claim, type GetClaimContext, type NextPayer, unsentClaim } from '../domain/claim.ts';
import { type AddClaim, type ChangeClaim, type ClaimChange, changed } from '../domain/claim-change.ts';
import { claimIdFor } from '../domain/ids.ts';
import { effectiveAdjudication } from '../domain/position.ts';
import type { ClaimStep, StepResult } from '../domain/step.ts';
import { BillingError } from '../runtime/errors.ts';

export type BillNextPayerEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly addClaim: AddClaim;
  readonly startClaimLifecycle: (name: string, input: ClaimStep) => Promise<unknown>;
  readonly changeClaim: ChangeClaim;
};

/** Makes the next payer's claim and starts its lifecycle before it ends this one: nothing falls between the two. */
export const billNextPayer = async (
  { practiceId, claimId }: ClaimStep,
  now: Date,
  { getClaimContext, addClaim, startClaimLifecycle, changeClaim }: BillNextPayerEffects,
): Promise<StepResult<'billed'>> => {
  const { claim, payer } = await getClaimContext(claimId);
  if (claim.status === 'closed') return { outcome: 'billed' };
  const { name: payerName, claimFilingIndicator } = payer;
  const next = claimForNextPayer(claim, { payerName, claimFilingIndicator }, now.toISOString());
  await addClaim(next, {
    type: 'generated',
    actor: stepActor('bill-next-payer'),
    detail: { after: claimId },
  });
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
  const [next, ...later] = claim.nextPayers;
  const adjudication = effectiveAdjudication(claim);
  if (!next || !adjudication)
    throw new BillingError('InvalidInput', `Claim ${claim.claimId} has nobody to bill next`);
  const { executionArn: _own, end: _end, payerControlNumber: _number, ...shared } = claim;
  return {
    ...shared,
    ...unsentClaim,
    claimId: claimIdFor(claim.practiceId, claim.encounterId, next.coverage.responsibility),
    payerId: next.coverage.payerId,
    responsibility: next.coverage.responsibility,
    coverage: next.coverage,
    priorPayers: [
      ...claim.priorPayers,
      { ...own, claimId: claim.claimId, coverage: claim.coverage, adjudication },
    ],
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

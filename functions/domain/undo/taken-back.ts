import { type Actor, stepActor } from '../actor.ts';
import type { Claim } from '../claim.ts';
import { type ClaimChange, changed } from '../claim-change.ts';
import type { ClaimStep } from '../step.ts';

/** The claim for another payer, of which nothing went out, when the decision that made it is taken back. */
export const takenBack = (claim: Claim, by: Actor): ClaimChange =>
  changed(
    claim,
    { status: 'closed', end: 'taken-back' },
    { type: 'taken-back', actor: by, detail: { submission: claim.submissions.length } },
  );

/** A claim that was taken back, open again as it would be made now, when its payer is billed after all. */
export const billedAfterAll = (
  claim: Claim,
  fresh: Claim,
  step: 'bill-next-payer' | 'generate-claim' = 'bill-next-payer',
): ClaimChange | undefined => {
  if (claim.end !== 'taken-back') return undefined;
  const { claimId, version, createdAt, decisions, eligibilityChecks } = claim;
  return changed(
    fresh,
    {
      ...{ claimId, version, createdAt, decisions },
      eligibilityChecks: eligibilityChecks + 1,
      submissions: fresh.submissions.map((one) => ({ ...one, openedBy: `${claimId}-${version}` })),
    },
    { type: 'billed-after-all', actor: stepActor(step), detail: {} },
  );
};

/**
 * Starts the lifecycle of a claim that was made or found, and, where it was closed and is open again, another one.
 * Started twice each runs once.
 */
export const startLifecycle = async (
  found: Claim,
  { claimId, practiceId, status, version }: Claim,
  start: (name: string, input: ClaimStep) => Promise<unknown>,
): Promise<void> => {
  await start(claimId, { practiceId, claimId });
  if (found.status === 'closed' && status !== 'closed')
    await start(`${claimId}-${version}`, { practiceId, claimId });
};

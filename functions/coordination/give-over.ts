import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { givingBack, isGivenOver } from '../domain/coordination/given-over.ts';
import type { ClaimStep } from '../domain/step.ts';
import { type AnswerWait, unanswered, waits } from '../domain/wait.ts';

/**
 * Ends a claim whose charge another payer's claim bills from now on. Where its payer holds or paid it, it stays open
 * until that is undone; the bells that were set are of before (`followUps`), and the wait in which another claim's lifecycle
 * is ends as by news (`remittances`).
 */
export const giveOver = (
  claim: Claim,
  insteadClaimId: string,
  { isWaiting }: { readonly isWaiting: boolean },
): ClaimChange | undefined => {
  if (isGivenOver(claim) || claim.end === 'taken-back') return undefined;
  const { end: _end, ...open } = claim;
  const over: Claim = {
    ...open,
    insteadClaimId,
    followUps: claim.followUps + 1,
    remittances: claim.remittances + (isWaiting ? 1 : 0),
  };
  const back = givingBack(over);
  const isWorked = claim.status !== 'closed';
  const event = {
    type: 'billed-to-other-payer',
    actor: stepActor('bill-next-payer'),
    detail: { insteadClaimId, givesBack: back !== 'nothing' },
  };
  if (back === 'nothing') return changed(over, { status: 'closed', end: 'billed-to-next-payer' }, event);
  return changed(over, { status: isWorked ? claim.status : 'adjudicated' }, event);
};

export type WakeEffects = {
  readonly answerWait: AnswerWait;
  readonly startClaimLifecycle: (name: string, input: ClaimStep) => Promise<unknown>;
  readonly withdrawOutdated: (claim: Claim) => Promise<void>;
};

/**
 * Lets the lifecycle of a claim that was given over look where it stands, in whichever wait it is; one that was closed
 * starts again. An answer to a wait that nobody is in is never asked for.
 */
export const wakeGivenOver = async (
  before: Claim,
  after: Claim,
  { answerWait, startClaimLifecycle, withdrawOutdated }: WakeEffects,
): Promise<void> => {
  const { practiceId, claimId, remittances, eligibilityChecks, followUps } = before;
  if (before.status === 'closed') {
    if (after.status !== 'closed')
      await startClaimLifecycle(`${claimId}-${after.version}`, { practiceId, claimId });
    return;
  }
  await withdrawOutdated(after);
  const number = before.submissions.length;
  if (before.status === 'ready')
    await answerWait(waits.eligibility(claimId, eligibilityChecks), { outcome: unanswered });
  await answerWait(waits.acknowledgement(claimId, number), { outcome: 'rejected' });
  await answerWait(waits.remittance(claimId, number, remittances), { outcome: 'rejected' });
  await answerWait(waits.claimStatus(claimId, number, followUps), { outcome: 'pending' });
};

import type { Claim } from '../domain/claim.ts';
import { isSettled, payerOwesDecision } from '../domain/position.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';

/**
 * Lets whoever waits go on, from the record as it is, so that posting again ends the same. The wait that this
 * remittance answers is the one before it was counted. A decision also tells that the claim was received; news of
 * an earlier transmission does not. A claim that nobody works any more is opened again.
 */
export const goOn = async (
  claim: Claim,
  adjudicationId: string | undefined,
  wasClosed: boolean,
  effects: Pick<PostingEffects, 'answerWait' | 'reopenClaim' | 'withdrawOutdated'>,
): Promise<void> => {
  await effects.withdrawOutdated(claim);
  const isLatest = claim.adjudications.at(-1)?.adjudicationId === adjudicationId;
  if (!isLatest) return;
  const submissionNumber = claim.submissions.length;
  const outcome = remittanceOutcome(claim);
  if (outcome !== 'reversed' && claim.submissions.at(-1)?.acknowledgement === undefined)
    await effects.answerWait(waits.acknowledgement(claim.claimId, submissionNumber), { outcome: 'accepted' });
  await effects.answerWait(waits.remittance(claim.claimId, submissionNumber, claim.remittances - 1), {
    outcome,
  });
  await reopenIfIdle(claim, wasClosed, effects);
};

/**
 * Starts the lifecycle of a claim that nobody works: it was closed, or no workflow ever took it up. One that has a
 * workflow goes on by its waits; should that be gone, the sweep finds it.
 */
export const reopenIfIdle = async (
  claim: Claim,
  wasClosed: boolean,
  { reopenClaim }: Pick<PostingEffects, 'reopenClaim'>,
): Promise<void> => {
  const isIdle = wasClosed || claim.executionArn === undefined;
  if (claim.status !== 'closed' && isIdle) await reopenClaim(claim);
};

/** What the lifecycle branches on; reversed: it waits, for the payer still owes a decision. */
export const remittanceOutcome = (claim: Claim): 'settled' | 'denied' | 'reversed' => {
  if (payerOwesDecision(claim)) return 'reversed';
  return isSettled(claim) ? 'settled' : 'denied';
};

import type { Claim } from '../domain/claim.ts';
import { isSettled, payerOwesDecision } from '../domain/position.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';

/**
 * Lets whoever waits go on, from the record as it is, so that posting again ends the same. All waits that the decisions
 * so far have ended are answered, not the last one alone: whoever posted an earlier one may have died before it answered,
 * and another may have been posted since. A decision also tells that the claim was received; news of an earlier
 * transmission does not. A claim that nobody works any more is opened again.
 */
export const goOn = async (
  claim: Claim,
  adjudicationId: string | undefined,
  wasClosed: boolean,
  effects: Pick<PostingEffects, 'answerWait' | 'reopenClaim' | 'withdrawOutdated'>,
): Promise<void> => {
  await effects.withdrawOutdated(claim);
  const { claimId, submissions, remittances } = claim;
  const submissionNumber = submissions.length;
  const outcome = remittanceOutcome(claim);
  if (
    outcome !== 'reversed' &&
    submissions.at(-1)?.acknowledgement === undefined &&
    isHeard(claim, adjudicationId)
  )
    await effects.answerWait(waits.acknowledgement(claimId, submissionNumber), { outcome: 'accepted' });
  for (let answered = 0; answered < remittances; answered++)
    await effects.answerWait(waits.remittance(claimId, submissionNumber, answered), { outcome });
  if (isLatest(claim, adjudicationId)) await reopenIfIdle(claim, wasClosed, effects);
};

const isLatest = ({ adjudications }: Claim, adjudicationId: string | undefined): boolean =>
  adjudications.at(-1)?.adjudicationId === adjudicationId;

/** Whether the decision tells that the payer has the current transmission: it came last, or one is about it. */
const isHeard = (claim: Claim, adjudicationId: string | undefined): boolean =>
  isLatest(claim, adjudicationId) ||
  claim.adjudications.some(({ submissionNumber }) => submissionNumber === claim.submissions.length);

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

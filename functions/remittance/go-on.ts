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
  effects: Pick<PostingEffects, 'answerWait' | 'reopenClaim'>,
): Promise<void> => {
  const isLatest = claim.adjudications.at(-1)?.adjudicationId === adjudicationId;
  if (!isLatest) return;
  const submissionNumber = claim.submissions.length;
  const outcome = remittanceOutcome(claim);
  if (outcome !== 'reversed')
    await effects.answerWait(waits.acknowledgement(claim.claimId, submissionNumber), { outcome: 'accepted' });
  await effects.answerWait(waits.remittance(claim.claimId, submissionNumber, claim.remittances - 1), {
    outcome,
  });
  await effects.reopenClaim(claim);
};

/** What the lifecycle branches on; reversed: it waits, for the payer still owes a decision. */
export const remittanceOutcome = (claim: Claim): 'settled' | 'denied' | 'reversed' => {
  if (payerOwesDecision(claim)) return 'reversed';
  return isSettled(claim) ? 'settled' : 'denied';
};

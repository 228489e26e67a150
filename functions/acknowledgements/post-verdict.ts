import type { Acknowledgement, Claim } from '../domain/claim.ts';
import type { Transmission } from '../domain/ids.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import { acknowledgeSubmission } from './acknowledge-submission.ts';

type VerdictEffects = Pick<PostingEffects, 'changeClaim' | 'answerWait' | 'withdrawOutdated'>;

/** False when we know no such claim. Waits are answered from the record, so that posting again ends the same. */
export const postVerdict = async (
  { claimId, submissionNumber }: Transmission,
  verdict: Acknowledgement,
  effects: VerdictEffects,
  payerControlNumber?: string,
): Promise<boolean> => {
  const claim = await effects.changeClaim(claimId, (before) =>
    acknowledgeSubmission(before, submissionNumber, verdict, payerControlNumber),
  );
  if (!claim) return false;
  await answerWaits(claim, submissionNumber, effects);
  await effects.withdrawOutdated(claim);
  return true;
};

/** A rejection also ends the wait for a remittance: a claim rejected at the front end never gets one. */
export const answerWaits = async (
  claim: Claim,
  submissionNumber: number,
  effects: Pick<PostingEffects, 'answerWait'>,
): Promise<void> => {
  const outcome = claim.submissions.find(({ number }) => number === submissionNumber)?.acknowledgement
    ?.outcome;
  if (!outcome) return;
  await effects.answerWait(waits.acknowledgement(claim.claimId, submissionNumber), { outcome });
  if (outcome === 'rejected') {
    await effects.answerWait(waits.remittance(claim.claimId, submissionNumber, claim.remittances), {
      outcome,
    });
  }
};

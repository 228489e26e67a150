import type { Acknowledgement } from '../domain/claim.ts';
import { shortDigest } from '../domain/digest.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import type { PartnerFile } from '../domain/partner-file.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { acknowledgeSubmission } from './acknowledge-submission.ts';
import { describeHeldBatch } from './describe-held-batch.ts';
import { postVerdict } from './post-verdict.ts';

/**
 * Claims that were refused for what none of them has alone. Each is rejected, and one task asks a biller about all of
 * them; their lifecycles wait for that decision, or for the end of the payer's time. A single claim is its own task.
 */
export const refuseTogether = async (
  file: PartnerFile,
  claims: readonly string[],
  verdict: Acknowledgement,
  effects: PostingEffects,
): Promise<void> => {
  const transmissions = claims.flatMap((number) => parsePatientControlNumber(number) ?? []);
  const [only, ...more] = transmissions;
  if (!only) return;
  if (more.length === 0) {
    await postVerdict(only, verdict, effects);
    return;
  }
  const { partnerId, practiceId = '' } = file;
  const heldId = `batch-${partnerId}-${file.fileId}-${shortDigest(claims.join(' '))}`;
  // First of all: claims that are rejected, and of which nobody would be asked, would wait until the payer's time ends.
  await effects.holdBatch({ heldId, practiceId, claims: [...claims] });
  for (const { claimId, submissionNumber } of transmissions)
    await effects.changeClaim(claimId, (claim) => acknowledgeSubmission(claim, submissionNumber, verdict));
  await effects.raiseTask(describeHeldBatch(file, claims, verdict), { partnerId, practiceId }, heldId);
};

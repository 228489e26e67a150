import { z } from 'zod';
import { stepActor } from '../actor.ts';
import { type Claim, Submission } from '../claim.ts';
import { type ChangeClaim, type ClaimChange, changed } from '../claim-change.ts';
import { ClaimId, type Transmission } from '../ids.ts';
import type { BilledTransmission } from './billed-in-file.ts';
import { recordSent } from './transmissions.ts';

/** A file that went out: where it lies, and when it was begun. */
export const SentFile = z.object({ key: z.string(), at: z.string() });
export type SentFile = z.infer<typeof SentFile>;

/** A transmission that stands in a file that went out, until its claim is known and knows of it. */
export const FoundSent = SentFile.extend({
  claimId: ClaimId,
  submissionNumber: z.int().min(1),
  frequency: Submission.shape.frequency,
  originalReference: z.string().optional(),
  fileId: z.string(),
});
export type FoundSent = z.infer<typeof FoundSent>;

/** Whether an answer names one of the claims, or, as acknowledgements do, a file that holds one. */
export const namesAny = (text: string, found: readonly Pick<FoundSent, 'claimId' | 'fileId'>[]): boolean => {
  if (found.length === 0) return false;
  const words = new Set(text.match(/[A-Z0-9]+/g));
  const acknowledged = text.matchAll(/\b(?:TA1|AK1.\w+|AK2.\w+).(\d{1,9})\b/g);
  const files = new Set(Array.from(acknowledged, ([, number]) => Number(number)));
  return found.some(({ claimId, fileId }) => words.has(claimId) || files.has(Number(fileId)));
};

export type RecallFoundEffects = {
  readonly changeClaim: ChangeClaim;
  /** What of a claim was found in files before it was known. */
  readonly foundOf: (claimId: string) => Promise<readonly FoundSent[]>;
  readonly forgetFound: (transmission: Transmission) => Promise<void>;
};

/** Lets a claim know, before anything is done with it, what of it went out before its records were brought back. */
export const recallFound = async (
  claimId: string,
  { changeClaim, foundOf, forgetFound }: RecallFoundEffects,
): Promise<void> => {
  const found = await foundOf(claimId);
  for (const one of [...found].sort((a, b) => a.submissionNumber - b.submissionNumber)) {
    await changeClaim(claimId, (claim) => recordFound(claim, one, one));
    await forgetFound(one);
  }
};

const actor = stepActor('reconcile');

/**
 * Records that a transmission stands in a file that went out. Where the claim does not know of it, for its records were
 * brought back to an instant before it was opened, it is opened as the file has it: its payer has it, and answers it.
 */
export const recordFound = (
  claim: Claim,
  billed: BilledTransmission,
  file: SentFile,
): ClaimChange | undefined => {
  const { submissionNumber: number } = billed;
  if (claim.submissions.some((one) => one.number === number)) return recordSent(claim, number, file);
  return changed(
    claim,
    {
      status: claim.status === 'closed' ? 'closed' : 'submitted',
      submissions: [...claim.submissions, ...unknownBefore(claim, number), openedBy(billed, file)],
    },
    {
      type: 'found-sent',
      actor,
      detail: { submission: number, frequency: billed.frequency, file: file.key },
    },
  );
};

const openedBy = (
  { submissionNumber: number, frequency, originalReference }: BilledTransmission,
  { key, at }: SentFile,
): Submission => ({
  ...{ number, frequency, fileName: key, sentAt: at, fileAccepted: false },
  ...(originalReference && { originalReference }),
});

/** Those between were opened and never sent, as one is that a payer's edits refuse: their numbers are not given again. */
const unknownBefore = ({ submissions }: Claim, number: number): Submission[] => {
  const from = submissions.length + 1;
  return Array.from({ length: Math.max(0, number - from) }, (_, index) => ({
    ...{ number: from + index, frequency: '1' as const, fileAccepted: false },
  }));
};

/** Records that a transmission never went out, though a file was said to hold it that holds others; answered, it stays. */
export const recordNotFound = (claim: Claim, number: number, key: string): ClaimChange | undefined => {
  const submission = claim.submissions.find((one) => one.number === number);
  if (submission?.fileName !== key || submission.acknowledgement || claim.status === 'closed')
    return undefined;
  const { fileName: _, sentAt: __, ...unsent } = submission;
  const isCurrent = claim.submissions.at(-1)?.number === number;
  return changed(
    claim,
    {
      submissions: claim.submissions.map((one) => (one.number === number ? unsent : one)),
      ...(isCurrent && claim.status === 'submitted' && { status: 'covered' as const }),
    },
    { type: 'not-in-file', actor, detail: { submission: number, file: key } },
  );
};

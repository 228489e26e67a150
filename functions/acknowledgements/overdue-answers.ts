import { instantAfter } from '../domain/calendar.ts';
import type { Claim } from '../domain/claim.ts';

/** Whether so many days have passed since a file was sent; without days nothing is expected. */
export const isOverdue = (sent: Date, days: number | undefined, now: Date): boolean =>
  days !== undefined && instantAfter(sent, days) <= now.toISOString();

/** Whether anything was ever said of a transmission: by a 999, a 277CA, a 277 that knows it, or a decision. */
export const wasHeardOf = (claim: Claim, submissionNumber: number): boolean => {
  const { submissions, adjudications, payerStatus } = claim;
  const submission = submissions.find(({ number }) => number === submissionNumber);
  return (
    submission?.fileAccepted === true ||
    submission?.acknowledgement !== undefined ||
    adjudications.some((one) => one.submissionNumber === submissionNumber) ||
    (payerStatus?.submissionNumber === submissionNumber && knows.includes(payerStatus.outcome))
  );
};

/** Answers to a status inquiry by which the payer has the claim. */
const knows: readonly string[] = ['pending', 'finalized', 'rejected', 'information-requested'];

/** Whether the payer has not yet said of the transmission that is out whether it takes it. */
export const isUnheardOf = (claim: Claim): boolean => {
  const current = claim.submissions.at(-1);
  if (current?.sentAt === undefined) return false;
  const unread = { ...current, fileAccepted: false };
  return !wasHeardOf({ ...claim, submissions: [unread] }, current.number);
};

import type { Claim } from '../claim.ts';
import type { PayerStatus, StatusOutcome } from './payer-status.ts';

/**
 * The payer's last word while it counts: about the transmission that is out, and not older than what a person decided
 * since.
 */
export const lastWordOn = ({
  payerStatus,
  submissions,
  followUpsForgiven,
}: Claim): PayerStatus | undefined =>
  payerStatus &&
  payerStatus.submissionNumber === submissions.at(-1)?.number &&
  payerStatus.inquiry >= followUpsForgiven
    ? payerStatus
    : undefined;

/** Asking again helps only after these. */
const askedAgain: readonly StatusOutcome[] = ['pending', 'unanswered'];

/** Whether asking the payer again, once this word's time is over, is of no use: the next step is a person's. */
export const asksForPerson = (claim: Claim): boolean => {
  const word = lastWordOn(claim);
  return word !== undefined && !askedAgain.includes(word.outcome);
};

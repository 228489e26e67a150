import type { Claim } from '../claim.ts';
import { answersLatest, effectiveAdjudication } from '../ledger/effective-decision.ts';
import { givingBack, isGivenOver } from './given-over.ts';
import { isOutdated } from './prior-payers.ts';

/** Whether a void (CLM05-3 8) is done: taken in by the payer, or followed by the reversal of what it voids. */
export const isVoided = (claim: Claim): boolean => {
  const latest = claim.submissions.at(-1);
  if (latest?.frequency !== '8') return false;
  const refused = claim.adjudications.some(({ submissionNumber }) => submissionNumber === latest.number);
  const taken = latest.acknowledgement?.outcome === 'accepted';
  return effectiveAdjudication(claim) === undefined || (taken && !refused);
};

/**
 * Whether a payer is to be billed again because a payer before it decided anew: it has answered what was sent last,
 * and what it decided was told otherwise; or the claim that told it otherwise is voided. One that was given over to
 * another payer is to give back what it paid.
 */
export const owesCorrection = (claim: Claim): boolean =>
  isGivenOver(claim) ? givingBack(claim) === 'owed' : isToBeBilledAgain(claim);

const isToBeBilledAgain = (claim: Claim): boolean =>
  isVoided(claim) || (isOutdated(claim) && answersLatest(claim));

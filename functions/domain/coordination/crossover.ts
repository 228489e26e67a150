import type { Claim, Submission } from '../claim.ts';
import { remarksOf } from '../ledger/decision.ts';
import { effectiveDecisions } from '../ledger/effective-decision.ts';

/** CLP02: decided as first, second or third payer, and forwarded to the next one. */
const forwardedStatuses: readonly string[] = ['19', '20', '21'];

/** RARC MA18 and N89: the claim is forwarded to the supplemental insurer, or to several. */
const forwardedRemarks: readonly string[] = ['MA18', 'N89'];

/** RARC MA19: it could not be forwarded. It goes before whatever else is said. */
const notForwardedRemark = 'MA19';

/** Whether the payer of a claim says that it forwarded it to the next one (crossover), so that we are not to bill it. */
export const isForwarded = (claim: Claim): boolean => {
  const decisions = effectiveDecisions(claim);
  const remarks = decisions.flatMap(remarksOf);
  if (remarks.includes(notForwardedRemark)) return false;
  return (
    remarks.some((remark) => forwardedRemarks.includes(remark)) ||
    decisions.some(
      ({ claimStatusCode, forwardedTo }) => forwardedTo || forwardedStatuses.includes(claimStatusCode),
    )
  );
};

/** The transmission that the payer before forwarded, where its answer is still to come; nobody else sends it meanwhile. */
export const awaitedForwarding = (claim: Claim): Submission['forwarded'] => {
  const latest = claim.submissions.at(-1);
  const isAnswered = claim.adjudications.some(({ submissionNumber }) => submissionNumber === latest?.number);
  return isAnswered ? undefined : latest?.forwarded;
};

/** Which transmission an answer means that carries the number of the claim before: the one forwarded last. */
export const forwardedTransmission = ({ submissions }: Claim): number =>
  submissions.findLast(({ forwarded }) => forwarded)?.number ?? 1;

import type { Claim, Submission } from '../claim.ts';

/**
 * The id of the claim that the last decision may have brought, or told. What is decided about a claim that was given over
 * before is about its own payer alone.
 */
export const otherClaimOf = ({ nextClaimId, insteadClaimId, beforeDecision }: Claim): string | undefined =>
  typeof beforeDecision?.was.insteadClaimId === 'string' ? undefined : (nextClaimId ?? insteadClaimId);

/** The void by which the former payer of a claim is told that the last decision bills another one in its place. */
export const voidBehind = (claim: Claim): Submission | undefined => {
  const latest = claim.submissions.at(-1);
  const isGivenOverByIt = claim.insteadClaimId !== undefined && otherClaimOf(claim) !== undefined;
  return isGivenOverByIt && latest?.frequency === '8' ? latest : undefined;
};

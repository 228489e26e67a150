import { type Cents, sum } from '../../edi/money.ts';
import type { Claim } from '../claim.ts';

/** What a claim's lines charge now, in cents. */
export const chargeOf = ({ lines }: Pick<Claim, 'lines'>): Cents => sum(lines.map(({ charge }) => charge));

/**
 * The charge with which a transmission went out: kept when the claim was corrected after it, else what the claim
 * charges now. Undefined for transmissions from before it was kept, once a later one may have other lines.
 */
export const transmittedCharge = (claim: Claim, submissionNumber: number): Cents | undefined => {
  const submission = claim.submissions.find(({ number }) => number === submissionNumber);
  const isLatest = submission === claim.submissions.at(-1);
  return submission?.charge ?? (isLatest ? chargeOf(claim) : undefined);
};

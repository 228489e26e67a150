import { adjustedBy } from '../guide/adjustment-list.ts';
import { type Cents, cents, sum } from '../money.ts';
import type { Remittance, RemittanceClaim } from './loops.ts';

/** What PLB takes off the payment as a whole. */
const providerAdjusted = ({ providerAdjustments = [] }: Remittance): Cents =>
  sum(providerAdjustments.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount)));

/**
 * 835 balancing of one claim (005010X221A1, section 1.10.2): of each line, and of the claim with all its adjustments,
 * charge less adjustments is the payment. Tells by how much one is not, and of which line, from 1; of the claim without.
 */
export const findImbalances = (
  claim: RemittanceClaim,
  found: (difference: Cents, line?: number) => void,
): void => {
  let ofLines = 0;
  claim.lines?.forEach((line, index) => {
    const ofLine = adjustedBy(line);
    ofLines += ofLine;
    const difference = cents(line.charge - ofLine - line.paid);
    if (difference !== 0) found(difference, index + 1);
  });
  const difference = cents(claim.charge - adjustedBy(claim) - cents(ofLines) - claim.paid);
  if (difference !== 0) found(difference);
};

/** What claims are paid, added up (Σ CLP04); undefined as soon as that of one of them cannot be read. */
export const addPaid = (total: Cents | undefined, paid: Cents | undefined): Cents | undefined =>
  total === undefined || paid === undefined ? undefined : cents(total + paid);

/** `Σ CLP04 − Σ PLB − BPR02`: 0 when the payment is what its claims and provider adjustments come to. */
export const paymentDifference = (remittance: Remittance, paidForClaims: Cents): Cents =>
  cents(paidForClaims - providerAdjusted(remittance) - remittance.paid);

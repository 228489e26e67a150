import { type Cents, cents, sum } from '../../edi/money.ts';
import type { Claim } from '../claim.ts';
import { isReversal } from './decision.ts';

/**
 * What payers took back beside the claim's decisions (PLB) and nothing else explains, in cents: neither their own
 * announcement, which is a recovery of the opposite sign, nor a reversal that lowered what was paid by as much.
 */
export const unexplainedRecovery = (claim: Claim): Cents => cents(Math.max(0, takenBack(claim)));

/**
 * The same with its sign: negative is what the payer announced or put off and did not take yet, or what it knows to
 * have been paid back by the practice.
 */
export const takenBack = (claim: Claim): Cents => {
  const recovered = sum(claim.takebacks.map(({ amount }) => amount));
  return recovered <= 0 ? recovered : cents(Math.max(0, recovered - loweredByReversals(claim)));
};

/**
 * By how much payments that reverse something lower what the claim was paid: reversal and correction together. What a
 * person takes back that a person posted explains nothing that a payer took.
 */
const loweredByReversals = ({ adjudications }: Claim): Cents => {
  const byPayment = Map.groupBy(
    adjudications.filter(({ reverses }) => reverses === undefined),
    ({ traceNumber, paymentDate }) => `${traceNumber} ${paymentDate}`,
  );
  const nets = [...byPayment.values()]
    .filter((decisions) => decisions.some(isReversal))
    .map((decisions) => sum(decisions.map(({ paid }) => paid)));
  return sum(nets.map((net) => cents(Math.max(0, -net))));
};

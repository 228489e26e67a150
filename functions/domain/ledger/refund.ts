import { type Cents, cents, sum, zero } from '../../edi/money.ts';
import type { Claim } from '../claim.ts';
import { standingsOf } from './decision-standing.ts';
import { takenBack } from './recovery.ts';

/** What the practice paid back of its own accord, in cents; withdrawn entries count no more. */
export const refundedOf = ({ refunds }: Claim): Cents =>
  sum(refunds.filter(({ withdrawn }) => withdrawn === undefined).map(({ amount }) => amount));

/** What was paid a second time for lines that are decided already: it is held and no part of the claim's money. */
export const paidTwiceOf = (claim: Claim): Cents => {
  const standings = standingsOf(claim);
  const surplus = claim.adjudications.filter((one) => standings.get(one.adjudicationId) === 'surplus');
  return cents(Math.max(0, sum(surplus.map(({ paid }) => paid))));
};

/** What of it the practice has still: neither paid back nor taken back by the payer. */
export const heldTwiceOf = (claim: Claim): Cents =>
  cents(Math.max(0, paidTwiceOf(claim) - refundedOf(claim) - Math.max(0, takenBack(claim))));

/**
 * What is gone of a claim's money beside its decisions, in cents: taken back by the payer (PLB) or paid back by the
 * practice. Both go first against what was paid twice, which is held and counts nowhere. A payer that has a refund says
 * so by a negative amount (72), or has announced what the refund settles (WO): each counts against the other, whichever
 * came first.
 */
export const goneBesides = (claim: Claim): Cents => {
  const gone = refundedOf(claim) + takenBack(claim);
  // Nearly always nothing: what was paid twice is then not asked for, which costs a look at all decisions.
  return gone <= 0 ? zero : cents(Math.max(0, gone - paidTwiceOf(claim)));
};

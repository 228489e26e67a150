import { type Cents, cents, sum } from '../../edi/money.ts';
import type { Adjudication, Claim } from '../claim.ts';
import { isPredetermination, isReversal, remarksOf, unprocessableRemark } from './decision.ts';
import { inOrder, type Standing, standingsOf } from './decision-standing.ts';
import { goneBesides } from './refund.ts';

/** The decisions of a payer that count now, in an order that does not depend on when files came. */
export const liveDecisions = (claim: Claim): readonly Adjudication[] => {
  const standings = standingsOf(claim);
  return claim.adjudications
    .filter(({ adjudicationId }) => standings.get(adjudicationId) === 'live')
    .toSorted(inOrder);
};

/**
 * The decisions that say how the claim stands: of the latest transmission that was decided, all parts of it. What was
 * decided about earlier transmissions is replaced, though its money stays until the payer takes it back.
 */
export const effectiveDecisions = (claim: Claim): readonly Adjudication[] => {
  const live = liveDecisions(claim);
  const latest = Math.max(...live.map(({ submissionNumber }) => submissionNumber));
  return live.filter(({ submissionNumber }) => submissionNumber === latest);
};

/**
 * What the payer says of the claim now, its parts put together as if it had decided at once; undefined before a
 * decision and after a bare reversal. Date, payment and control number are those of the last part.
 */
export const effectiveAdjudication = (claim: Claim): Adjudication | undefined => {
  const parts = effectiveDecisions(claim);
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  return {
    ...last,
    charge: sum(parts.map(({ charge }) => charge)),
    paid: sum(parts.map(({ paid }) => paid)),
    adjustments: parts.flatMap(({ adjustments }) => adjustments),
    remarks: [...new Set(parts.flatMap(({ remarks }) => remarks))],
    lines: parts.flatMap(({ lines }) => lines),
  };
};

/**
 * What the payer paid and did not get back, over all transmissions. A recovery at provider level (PLB WO) is money of
 * the claim only where nothing else explains it: neither its own announcement, nor a reversal that took the same, nor
 * a second payment of what was paid, which is held and does not count here.
 */
export const insurancePaidOf = (claim: Claim): Cents => {
  const standings = standingsOf(claim);
  const stillPaid = claim.adjudications.filter(({ adjudicationId }) =>
    countedStandings.includes(standings.get(adjudicationId) ?? 'live'),
  );
  return cents(sum(stillPaid.map(({ paid }) => paid)) - goneBesides(claim));
};

/** What was recovered is still paid here: the recovery is what takes it away. */
const countedStandings: readonly Standing[] = ['live', 'recovered'];

/**
 * Whether the payer has answered the transmission that was sent last: under its number, or by a correction of what it
 * had decided, which carries the number of the original (X12 RFI 1945) and a date after the replacement was sent.
 */
export const answersLatest = (claim: Claim): boolean => {
  const latest = claim.submissions.at(-1);
  const effective = effectiveAdjudication(claim);
  if (effective === undefined || latest === undefined) return false;
  const decisions = claim.adjudications.filter((one) => !isReversal(one) && !isPredetermination(one));
  if (decisions.some(({ submissionNumber }) => submissionNumber === latest.number)) return true;
  const wasCorrected = claim.adjudications.some(
    (one) => isReversal(one) && one.submissionNumber === effective.submissionNumber,
  );
  return wasCorrected && latest.sentAt !== undefined && effective.paymentDate >= latest.sentAt.slice(0, 10);
};

/**
 * The payer's number of a claim that it took in and has not decided: from the 277CA or 277 of the transmission that it
 * holds. What it refused, or does not find any more, it does not hold.
 */
const pendingReference = (claim: Claim): string | undefined => {
  const { submissions, payerStatus } = claim;
  const sent = submissions.findLast(({ sentAt }) => sentAt !== undefined);
  const isLost =
    payerStatus?.submissionNumber === sent?.number &&
    (payerStatus?.outcome === 'not-found' || payerStatus?.outcome === 'rejected');
  return sent?.acknowledgement?.outcome === 'accepted' && !isLost
    ? sent.payerControlNumbers?.at(-1)
    : undefined;
};

/**
 * The payer's number of the claim that a further transmission replaces (REF*F8, frequency 7), as it gave it in its 835,
 * else in its 277CA; undefined where it is a new claim (1): what was rejected, or has MA130, never entered adjudication.
 */
export const replacedReference = (claim: Claim): string | undefined => {
  const held = effectiveAdjudication(claim);
  if (held === undefined) return pendingReference(claim);
  if (remarksOf(held).includes(unprocessableRemark)) return undefined;
  return held.payerControlNumber ?? claim.payerControlNumber;
};

import { z } from 'zod';
import { type CalendarDate, daysBetween } from '../calendar.ts';
import type { Adjudication, Claim } from '../claim.ts';
import type { Payer } from '../payer.ts';

/** How long a payer took from transmissions to its first decisions on them, over what it decided lately. */
export const PayerPace = z.object({
  practiceId: z.string(),
  payerId: z.string(),
  decided: z.int().min(0).describe('transmissions that it is measured from'),
  median: z.number().min(0).describe('days'),
  spread: z.number().min(0).describe('days: the median of how far they lie from it'),
  measuredOn: z.iso.date(),
});
export type PayerPace = z.infer<typeof PayerPace>;

/** What is known of a payer's pace with a practice; undefined before anything was measured. */
export type FindPace = (practiceId: string, payerId: string) => Promise<PayerPace | undefined>;

/** From fewer than these, chance would set the clock. */
const leastDecided = 10;

/** How far a clock may be lengthened, as a multiple of the contract's own time. */
const longest = 2;

/**
 * Days from a transmission to the first status inquiry. The contract's, until ten transmissions are decided; from then on
 * the payer's median and its spread, rounded up, so that about three of four claims are decided before anybody asks:
 * not below `leastFollowUpDays`, and not above twice the contract's time.
 */
export const firstFollowUpDays = (payer: Payer, pace: PayerPace | undefined): number => {
  const own = payer.firstFollowUpDays;
  if (pace === undefined || pace.decided < leastDecided) return own;
  const least = Math.min(payer.leastFollowUpDays, own);
  return Math.min(Math.max(Math.ceil(pace.median + pace.spread), least), own * longest);
};

/** CLP02 of what takes a decision back, and of what decides nothing: neither tells how long a decision took. */
const noDecision: readonly string[] = ['22', '25'];

/** Days from each transmission of a claim to the first decision on it. Repeats, reversals and corrections add none. */
export const daysToDecision = ({ submissions, adjudications }: Claim): number[] =>
  submissions.flatMap(({ number, sentAt }) => {
    const first = firstDecisionOn(number, adjudications);
    return sentAt && first ? [Math.max(0, daysBetween(sentAt.slice(0, 10), first))] : [];
  });

const firstDecisionOn = (
  submissionNumber: number,
  adjudications: readonly Adjudication[],
): CalendarDate | undefined =>
  adjudications
    .filter((one) => one.submissionNumber === submissionNumber && !noDecision.includes(one.claimStatusCode))
    .map(({ paymentDate }) => paymentDate)
    .sort()[0];

const medianOf = (sorted: readonly number[]): number => {
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = low] = sorted.length % 2 === 1 ? [sorted[half]] : sorted.slice(half - 1, half + 1);
  return (low + high) / 2;
};

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** The pace of each payer with a practice, from its claims: in which order they come changes nothing. */
export const measurePaces = (claims: readonly Claim[], measuredOn: CalendarDate): PayerPace[] =>
  [
    ...Map.groupBy(claims, ({ practiceId, payerId }) => JSON.stringify([practiceId, payerId])).values(),
  ].flatMap((ofPayer) => {
    const [first] = ofPayer;
    const days = ascending(ofPayer.flatMap(daysToDecision));
    if (!first || days.length === 0) return [];
    const median = medianOf(days);
    const spread = medianOf(ascending(days.map((one) => Math.abs(one - median))));
    const { practiceId, payerId } = first;
    return [{ practiceId, payerId, decided: days.length, median, spread, measuredOn }];
  });

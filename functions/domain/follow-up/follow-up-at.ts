import { lastDayOf } from '../calendar/clocks.ts';
import { addDays, instantAfter } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import type { Payer } from '../payer.ts';
import { lastWordOn } from './awaited-word.ts';
import { firstFollowUpDays, type PayerPace } from './payer-pace.ts';

/**
 * The instant, in ISO 8601, at which the wait for a remittance is over and something is done about a claim: by the
 * contract, the payer's own pace, and what the payer said last. It may have passed; it then is now.
 */
export const followUpAt = (claim: Claim, payer: Payer, pace: PayerPace | undefined, now: Date): string => {
  const word = lastWordOn(claim);
  if (word?.outcome === 'finalized') return instantAfter(new Date(word.on ?? word.at), payer.remittanceDays);
  if (claim.status === 'appealed') return after(claim, now, appealDays(claim, payer));
  if (claim.followUps > claim.followUpsForgiven || claim.followedUpAt)
    return after(claim, now, nextDays(claim, payer));
  return firstAt(claim, payer, pace, now);
};

/** From the payer's last answer or silence, or a person's decision; records older than that date begin now. */
const after = ({ followedUpAt }: Claim, now: Date, days: number): string =>
  instantAfter(followedUpAt === undefined ? now : new Date(followedUpAt), days);

/** An appeal is long in work; once its time is over, its payer is asked as often as about any claim. */
const appealDays = (claim: Claim, payer: Payer): number =>
  claim.followUps > claim.followUpsForgiven ? nextDays(claim, payer) : payer.appealFollowUpDays;

/** A payer whose system is down is asked again after a day, then two, four, …, and never later than usually. */
const nextDays = (claim: Claim, payer: Payer): number => {
  const usual = payer.nextFollowUpDays ?? payer.firstFollowUpDays;
  if (lastWordOn(claim)?.outcome !== 'unanswered') return usual;
  return Math.min(usual, 2 ** (claim.followUps - claim.followUpsForgiven - 1));
};

/** So many days before the filing limit somebody should know whether the payer has the claim at all. */
const daysToFileAgain = 14;

/** From the transmission; where a remittance spoke of it since, from now. Never so late that it could not be filed again. */
const firstAt = (claim: Claim, payer: Payer, pace: PayerPace | undefined, now: Date): string => {
  const sentAt = claim.remittances === 0 ? claim.submissions.at(-1)?.sentAt : undefined;
  const at = instantAfter(sentAt ? new Date(sentAt) : now, firstFollowUpDays(payer, pace));
  const limit = addDays(lastDayOf('filingLimitDays', payer, claim.dateOfService), -daysToFileAgain);
  const latest = new Date(limit).toISOString();
  return now.toISOString() < latest && latest < at ? latest : at;
};

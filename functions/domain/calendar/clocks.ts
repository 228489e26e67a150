import { addDays, type CalendarDate, instantAfter } from '../calendar.ts';
import type { ContractLimit } from '../contract/contract-limit.ts';
import type { Payer } from '../payer.ts';
import type { Desk, Practice } from '../practice.ts';
import { addBusinessDays } from './business-days.ts';
import { dateIn, endOfDayIn, type TimeZone } from './time-zone.ts';

/**
 * Which days each clock of a contract or a practice counts.
 *
 * - `calendar`: dates on the calendar; the last one ends at midnight where the practice is. One that is no business
 *   day is not moved: to be early costs nothing, to be late the claim.
 * - `business`: days on which federal offices are open; the last one ends at midnight where the practice is.
 * - `elapsed`: 24 hours each, fractions allowed, from the instant at which the clock starts.
 */
export const clocks = {
  filingLimitDays: 'calendar', // from the date of service
  appealLimitDays: 'calendar', // from the payer's decision
  overpaymentDays: 'calendar', // from the day on which a credit balance was known
  crossoverCalendarDays: 'calendar', // from the payment of the payer that forwarded a claim
  crossoverBusinessDays: 'business', // the same, where a contract counts those (CMS SE0909: 15 working days)
  openAccountDays: 'calendar', // from the payer's last word about a provider-level account
  informationDays: 'calendar', // from the payer's request
  taskDays: 'business', // a desk is not there on Sundays
  // A payer's computers answer on every day of the week, a 999 within hours. Counted in business days, how long a
  // claim waits, and in the demonstration how long it takes, would depend on the weekday on which it was sent.
  eligibilityAnswerDays: 'elapsed',
  acknowledgementDays: 'elapsed',
  statusAnswerDays: 'elapsed',
  firstFollowUpDays: 'elapsed',
  leastFollowUpDays: 'elapsed',
  nextFollowUpDays: 'elapsed',
  appealFollowUpDays: 'elapsed',
  remittanceDays: 'elapsed',
} as const satisfies Record<string, 'calendar' | 'business' | 'elapsed'>;

type Clocks = typeof clocks;

/** The clocks that count one kind of day: each function below takes only those that it is right for. */
type ClockOf<Kind extends Clocks[keyof Clocks]> = {
  [Name in keyof Clocks]: Clocks[Name] extends Kind ? Name : never;
}[keyof Clocks];

/** The clocks that a contract need not name. */
type OptionalClock = 'overpaymentDays' | 'informationDays' | 'nextFollowUpDays';

/** The last date on which a payer takes what has a limit, which runs from a date. */
export const lastDayOf = (
  limit: Exclude<ClockOf<'calendar'>, OptionalClock> & keyof Payer,
  payer: Payer,
  from: CalendarDate,
): CalendarDate => addDays(from, payer[limit]);

/** A notice is presumed to be received five days after its date (42 CFR 405.942(a)(1)). */
const receiptDays = 5;

/** The last date under a limit whose event was on a date: calendar days, those of the notice's way before them. */
export const lastDayUnder = ({ days, from }: ContractLimit, startedOn: CalendarDate): CalendarDate =>
  addDays(startedOn, days + (from === 'receipt' ? receiptDays : 0));

const crossoverClock: ClockOf<'business'> & keyof Payer = 'crossoverBusinessDays';

/** The end, as an instant, of the days that a payer is given for a claim which another one forwarded on a date. */
export const crossoverEnds = (payer: Payer, zone: TimeZone, forwardedOn: CalendarDate): string => {
  const businessDays = payer[crossoverClock];
  return endOfDayIn(
    zone,
    businessDays === undefined
      ? lastDayOf('crossoverCalendarDays', payer, forwardedOn)
      : addBusinessDays(forwardedOn, businessDays, 'federal'),
  );
};

const accountClock: ClockOf<'calendar'> & keyof Practice = 'openAccountDays';

/** The date from which a provider-level account is overdue that a payer spoke of last on a date. */
export const accountOverdueOn = (
  practice: Pick<Practice, typeof accountClock>,
  from: CalendarDate,
): CalendarDate => addDays(from, practice[accountClock]);

/** The instant, in ISO 8601, at which a payer's time for an answer is over. */
export const ringAt = (clock: Exclude<ClockOf<'elapsed'>, OptionalClock>, payer: Payer, now: Date): string =>
  instantAfter(now, payer[clock]);

/** The last date on which a payer takes what it asked for on a date; undefined where its contract does not say. */
export const informationDueOn = (
  { informationDays }: Pick<Payer, 'informationDays'>,
  from: CalendarDate,
): CalendarDate | undefined => (informationDays === undefined ? undefined : addDays(from, informationDays));

/** The end, as an ISO 8601 instant, of the business day that lies so many of them after today where the practice is. */
export const endOfBusinessDay = (zone: TimeZone, now: Date, days: number): string =>
  endOfDayIn(zone, addBusinessDays(dateIn(zone, now), days, 'federal'));

const deskClock: ClockOf<'business'> & keyof Practice = 'taskDays';

/** The instant, in ISO 8601, at which a desk's own time for a task that it gets now is over. */
export const deskDeadline = (practice: Practice, desk: Desk, now: Date): string =>
  endOfBusinessDay(practice.timeZone, now, practice[deskClock][desk]);

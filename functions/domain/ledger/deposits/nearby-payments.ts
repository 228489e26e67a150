import { addBusinessDays, businessDayOnOrAfter } from '../../calendar/business-days.ts';
import type { CalendarDate } from '../../calendar.ts';
import type { Deposit } from '../deposit.ts';
import type { Payment } from '../payment.ts';
import { waysAgree } from './evidence.ts';

/** A payment that a deposit may be of, and how many business days after it the deposit came. */
export type Nearby = { readonly payment: Payment; readonly after: number };

/** Checks travel by mail and wait in a drawer: farther apart, in business days, amounts say nothing. */
const farthest = 20;

/** The business days of the banks about a day, by how many of them it lies after each. */
const daysAbout = (day: CalendarDate): ReadonlyMap<CalendarDate, number> => {
  const came = businessDayOnOrAfter(day, 'bank');
  const days = new Map([[came, 0]]);
  let [earlier, later] = [came, came];
  for (let apart = 1; apart <= farthest; apart += 1) {
    earlier = addBusinessDays(earlier, -1, 'bank');
    later = addBusinessDays(later, 1, 'bank');
    days.set(earlier, apart).set(later, -apart);
  }
  return days;
};

/**
 * Finds the payments about a deposit's day whose way of coming does not contradict it. Payments are laid out by day
 * once: some thousands of each are held against one another in every reconciliation.
 */
export const paymentsNear = (payments: readonly Payment[]): ((deposit: Deposit) => readonly Nearby[]) => {
  const byDate = Map.groupBy(payments, ({ date }) => date);
  const byDay = new Map<CalendarDate, Payment[]>();
  for (const [date, all] of byDate) {
    if (date === undefined) continue;
    const day = businessDayOnOrAfter(date, 'bank');
    byDay.set(day, [...(byDay.get(day) ?? []), ...all]);
  }
  const about = new Map<CalendarDate, ReadonlyMap<CalendarDate, number>>();
  return (deposit) => {
    const days = about.get(deposit.date) ?? daysAbout(deposit.date);
    about.set(deposit.date, days);
    return [...days].flatMap(([day, after]) =>
      (byDay.get(day) ?? [])
        .filter((payment) => waysAgree(deposit, payment))
        .map((payment) => ({ payment, after })),
    );
  };
};

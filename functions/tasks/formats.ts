import { dateIn, type TimeZone } from '../domain/calendar/time-zone.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { Task } from '../domain/task.ts';
import { type Cents, toDollars } from '../edi/money.ts';

const dayMs = 86_400_000;

/** Whole cents as people write them: -123456 → "-$1,234.56". */
export const dollars = (amount: Cents): string =>
  toDollars(amount)
    .replace(/\B(?=(\d{3})+\.)/g, ',')
    .replace(/^-?/, (sign) => `${sign}$`);

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** A calendar date as people write it: "Mar 2, 2026". */
export const day = (date: CalendarDate): string => dayFormat.format(new Date(date));

/** The day of an ISO 8601 instant where the practice is: "Mar 2, 2026". */
export const dayIn = (zone: TimeZone, instant: string): string => day(dateIn(zone, new Date(instant)));

/** How much time a task leaves, and whether its deadline has passed. */
export const deadline = (task: Pick<Task, 'due'>, now: Date): { text: string; overdue: boolean } => {
  const days = (Date.parse(task.due) - now.getTime()) / dayMs;
  if (days < 0) return { text: `overdue by ${counted(Math.max(1, Math.floor(-days)))}`, overdue: true };
  if (days < 1) return { text: 'less than a day left', overdue: false };
  return { text: `${counted(Math.floor(days))} left`, overdue: false };
};

const counted = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

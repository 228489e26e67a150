import { z } from 'zod';
import type { CalendarDate } from '../calendar.ts';

const secondMs = 1000;
const dayMs = 86_400_000;

const clockOf = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

const isKnown = (zone: string): boolean => {
  try {
    return clockOf(zone) !== undefined;
  } catch {
    return false;
  }
};

/** A zone of the IANA database by its name, such as "America/Chicago". A bare offset knows no summer time. */
export const TimeZone = z
  .string()
  .refine((zone) => /^[A-Za-z]/.test(zone) && isKnown(zone), 'Name a time zone, such as America/Chicago');
export type TimeZone = z.infer<typeof TimeZone>;

/** To make one takes longer than to use it a hundred times. */
const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

const cachedClock = (zone: TimeZone): Intl.DateTimeFormat => {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  return clock;
};

/** What calendar and clock show in a zone at an instant, to the second, as the time in UTC at which they show the same there. */
const shownAt = (zone: TimeZone, time: number): number => {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of cachedClock(zone).formatToParts(time)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const dateAt = (zone: TimeZone, time: number): CalendarDate =>
  new Date(shownAt(zone, time)).toISOString().slice(0, 10);

/** The calendar date of an instant in a zone. */
export const dateIn = (zone: TimeZone, instant: Date): CalendarDate => dateAt(zone, instant.getTime());

/** Milliseconds by which a zone's clocks are ahead of UTC at a whole second. */
const offsetAt = (zone: TimeZone, time: number): number => shownAt(zone, time) - time;

/**
 * The last second of a calendar date in a zone, as an ISO 8601 instant. Clocks may be changed about midnight: the
 * offsets of the day before and the day after it both have their say, and the later second of the date counts.
 */
export const endOfDayIn = (zone: TimeZone, date: CalendarDate): string => {
  const midnight = Date.parse(date) + dayMs;
  const ends = [-dayMs, dayMs].map((around) => midnight - offsetAt(zone, midnight + around) - secondMs);
  return new Date(Math.max(...ends.filter((end) => dateAt(zone, end) <= date))).toISOString();
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** An instant as the clocks of a zone show it, with their offset: "2026-11-02T05:00:00-05:00". */
export const clockTimeIn = (zone: TimeZone, instant: Date): string => {
  const whole = Math.floor(instant.getTime() / secondMs) * secondMs;
  const minutes = offsetAt(zone, whole) / 60_000;
  const ahead = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
  return `${new Date(shownAt(zone, whole)).toISOString().slice(0, 19)}${offset}`;
};

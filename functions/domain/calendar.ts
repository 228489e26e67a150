import { z } from 'zod';

/** A calendar date without a time or zone, ISO 8601: "2026-03-02". Dates of service and of birth are these. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;

const dayMs = 86_400_000;

/** The first and the last day that a date of four digits can say. */
const firstDay = Date.parse('0000-01-01');
const lastDay = Date.parse('9999-12-31');

/**
 * The calendar date that lies a number of days after another, or before it when the number is negative. Nothing lies
 * beyond the last day, by which records say that something has no end, or before the first.
 */
export const addDays = (date: CalendarDate, days: number): CalendarDate => {
  const at = Math.min(Math.max(Date.parse(date) + days * dayMs, firstDay), lastDay);
  return new Date(at).toISOString().slice(0, 10);
};

/** How many days the second date lies after the first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** The moment that lies a number of days (fractions allowed) after another, as an ISO 8601 instant. */
export const instantAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + Math.round(days * dayMs)).toISOString();

/**
 * Whole years that somebody born on one date has completed on another. Who is born on 29 February completes a year
 * on 1 March where the year has no 29 February: on the 28th the day of birth has not come round yet.
 */
export const ageOn = (birth: CalendarDate, date: CalendarDate): number => {
  const hadBirthday = date.slice(5) >= birth.slice(5);
  return Number(date.slice(0, 4)) - Number(birth.slice(0, 4)) - (hadBirthday ? 0 : 1);
};

import { z } from 'zod';

/** A calendar date without a time or zone, ISO 8601: "2026-03-02". Dates of service and of birth are these. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;

const dayMs = 86_400_000;

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** The moment that lies a number of days (fractions allowed) after another, as an ISO 8601 instant. */
export const instantAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + Math.round(days * dayMs)).toISOString();

export const dateOf = (instant: Date): CalendarDate => instant.toISOString().slice(0, 10);

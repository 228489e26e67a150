import { addDays, type CalendarDate, daysBetween } from '../calendar.ts';
import { type HolidayCalendar, holidayOn, isWeekend } from './holidays.ts';

/** Whether the offices of a calendar are open: no Saturday, no Sunday, no holiday. */
export const isBusinessDay = (date: CalendarDate, calendar: HolidayCalendar): boolean =>
  !isWeekend(date) && holidayOn(date, calendar) === undefined;

const nearest = (date: CalendarDate, step: 1 | -1, calendar: HolidayCalendar): CalendarDate => {
  let day = date;
  while (!isBusinessDay(day, calendar)) {
    const next = addDays(day, step);
    if (next === day) return day; // no day lies beyond the last one
    day = next;
  }
  return day;
};

/** The date itself if it is a business day, else the next one. */
export const businessDayOnOrAfter = (date: CalendarDate, calendar: HolidayCalendar): CalendarDate =>
  nearest(date, 1, calendar);

/**
 * The business day that lies a whole number of them after a date, or before it when the number is negative; the date
 * itself does not count. For 0 the date, or the next business day if it is none.
 */
export const addBusinessDays = (
  date: CalendarDate,
  days: number,
  calendar: HolidayCalendar,
): CalendarDate => {
  const step = days < 0 ? -1 : 1;
  let day = days === 0 ? businessDayOnOrAfter(date, calendar) : date;
  for (let left = Math.abs(days); left > 0; left -= 1) day = nearest(addDays(day, step), step, calendar);
  return day;
};

/** How many business days lie after the first date, up to and with the second; negative when that is earlier. */
export const businessDaysBetween = (
  from: CalendarDate,
  to: CalendarDate,
  calendar: HolidayCalendar,
): number => {
  if (to < from) return -businessDaysBetween(to, from, calendar);
  let count = 0;
  for (let days = daysBetween(from, to); days > 0; days--) {
    if (isBusinessDay(addDays(to, 1 - days), calendar)) count += 1;
  }
  return count;
};

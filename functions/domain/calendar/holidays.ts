import { addDays, type CalendarDate } from '../calendar.ts';

/** Who is closed: federal offices (5 U.S.C. 6103), or the Federal Reserve Banks and with them the movement of money. */
export type HolidayCalendar = 'federal' | 'bank';

/** Days of the week as `Date` counts them. */
const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

const weekdayOf = (date: CalendarDate): number => new Date(date).getUTCDay();

export const isWeekend = (date: CalendarDate): boolean =>
  weekdayOf(date) === saturday || weekdayOf(date) === sunday;

const dateOn = (year: number, month: number, day: number): CalendarDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** The day of a holiday in a year, before it is moved from a weekend. */
type DayInYear = (year: number) => CalendarDate;

const fixed =
  (month: number, day: number): DayInYear =>
  (year) =>
    dateOn(year, month, day);

const nth =
  (count: number, weekday: number, month: number): DayInYear =>
  (year) => {
    const first = dateOn(year, month, 1);
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7);
  };

const last =
  (weekday: number, month: number): DayInYear =>
  (year) => {
    const end = dateOn(year, month + 1, 0);
    return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
  };

type Holiday = { readonly name: string; readonly on: DayInYear; readonly since?: number };

/**
 * The holidays of the whole country, by the rules in force since 1978; `since` is the first year of a younger one.
 * Not here: Inauguration Day, which only the capital has, and days that a president gives off by order.
 */
const holidays: readonly Holiday[] = [
  { name: 'New Year’s Day', on: fixed(1, 1) },
  { name: 'Birthday of Martin Luther King, Jr.', on: nth(3, monday, 1), since: 1986 },
  { name: 'Washington’s Birthday', on: nth(3, monday, 2) },
  { name: 'Memorial Day', on: last(monday, 5) },
  { name: 'Juneteenth National Independence Day', on: fixed(6, 19), since: 2021 },
  { name: 'Independence Day', on: fixed(7, 4) },
  { name: 'Labor Day', on: nth(1, monday, 9) },
  { name: 'Columbus Day', on: nth(2, monday, 10) },
  { name: 'Veterans Day', on: fixed(11, 11) },
  { name: 'Thanksgiving Day', on: nth(4, thursday, 11) },
  { name: 'Christmas Day', on: fixed(12, 25) },
];

/** By how many days a holiday is moved that falls on a Saturday: Reserve Banks are open on the Friday before. */
const movedFromSaturday: Record<HolidayCalendar, number> = { federal: -1, bank: 0 };

const observed = (date: CalendarDate, calendar: HolidayCalendar): CalendarDate => {
  const weekday = weekdayOf(date);
  if (weekday === sunday) return addDays(date, 1);
  return weekday === saturday ? addDays(date, movedFromSaturday[calendar]) : date;
};

/** Made once a year and calendar: whoever counts days asks for every one of them. */
const holidaysByYear = new Map<string, ReadonlyMap<CalendarDate, string>>();

/** The days on which a calendar's offices are closed for the holidays of a year, with their names. */
const holidaysOf = (year: number, calendar: HolidayCalendar): ReadonlyMap<CalendarDate, string> => {
  const key = `${calendar}/${year}`;
  const known = holidaysByYear.get(key);
  if (known) return known;
  const inForce = holidays.filter(({ since = year }) => since <= year);
  const made = new Map(inForce.map(({ name, on }) => [observed(on(year), calendar), name]));
  holidaysByYear.set(key, made);
  return made;
};

/** The name of the holiday that a calendar observes on a date, if it does. */
export const holidayOn = (date: CalendarDate, calendar: HolidayCalendar): string | undefined => {
  const year = Number(date.slice(0, 4));
  // New Year's Day on a Saturday is observed in the year before.
  return holidaysOf(year, calendar).get(date) ?? holidaysOf(year + 1, calendar).get(date);
};

import { CalendarDate } from '../domain/calendar.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Two digits of a year are of this century up to the year given, and of the last beyond it. */
const yearOf = (year: string, latest: number): string => {
  if (year.length === 4) return year;
  const inThis = 2000 + Number(year);
  return String(inThis > latest ? inThis - 100 : inThis);
};

const dateOf = (year: string, month: number | string, day: string): CalendarDate | undefined =>
  CalendarDate.safeParse(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`).data;

/** Days that spreadsheets count from 30 December 1899; fewer are no date of anybody who lives. */
const spreadsheetDays = /^(\d{5})(?:\.\d+)?$/;

const forms: readonly (readonly [
  RegExp,
  (parts: readonly string[], latest: number) => CalendarDate | undefined,
])[] = [
  [/^(\d{4})[-/.](\d\d?)[-/.](\d\d?)$/, ([year = '', month = '', day = '']) => dateOf(year, month, day)],
  [/^((?:19|20)\d\d)(\d\d)(\d\d)$/, ([year = '', month = '', day = '']) => dateOf(year, month, day)],
  [
    /^(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d)$/,
    ([month = '', day = '', year = ''], latest) => dateOf(yearOf(year, latest), month, day),
  ],
  [
    /^(\d\d?)[- ]([a-z]{3,9})[- ,]+(\d{4}|\d\d)$/i,
    ([day = '', name = '', year = ''], latest) => dateOf(yearOf(year, latest), monthNamed(name), day),
  ],
  [
    /^([a-z]{3,9})\.? (\d\d?),? (\d{4})$/i,
    ([name = '', day = '', year = '']) => dateOf(year, monthNamed(name), day),
  ],
  [
    spreadsheetDays,
    ([days = '']) => new Date(Date.UTC(1899, 11, 30) + Number(days) * 86_400_000).toISOString().slice(0, 10),
  ],
];

const monthNamed = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * A date as tables of this country write it, the month before the day, with or without a time behind it; undefined for
 * anything else. Two digits of a year lie in the century before `latest`.
 */
export const readDate = (cell: string, latest: number): CalendarDate | undefined => {
  const day = cell.trim().replace(/(?<=\d)[T ]+\d\d?:\d\d.*$/, '');
  for (const [form, read] of forms) {
    const match = form.exec(day);
    if (match) return read(match.slice(1), latest);
  }
  return undefined;
};

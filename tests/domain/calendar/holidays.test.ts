import { allForYear } from '@18f/us-federal-holidays';
import { describe, expect, it } from 'vitest';
import { type HolidayCalendar, holidayOn } from '../../../functions/domain/calendar/holidays.ts';
import { addDays } from '../../../functions/domain/calendar.ts';

const years = Array.from({ length: 71 }, (_, index) => 1990 + index);

/** Holidays that are observed in a year, by another hand: New Year's Day of the next may be one of them. */
const otherList = (year: number, calendar: HolidayCalendar): string[] => {
  const shift = { shiftSaturdayHolidays: calendar === 'federal', shiftSundayHolidays: true };
  return [...allForYear(year, shift), ...allForYear(year + 1, shift)]
    .filter(({ dateString }) => dateString.startsWith(String(year)))
    .map(({ dateString, name }) => `${dateString} ${name}`)
    .sort();
};

const ourList = (year: number, calendar: HolidayCalendar): string[] => {
  const found: string[] = [];
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
    const name = holidayOn(date, calendar);
    if (name) found.push(`${date} ${name.replace('’', "'")}`);
  }
  return found;
};

describe.each(['federal', 'bank'] as const)('the %s holidays', (calendar) => {
  it.each(years)('of %i are those of another list', (year) => {
    expect(ourList(year, calendar)).toEqual(otherList(year, calendar));
  });
});

describe('a holiday', () => {
  it.each([
    ['on a Saturday closes offices on the Friday before, and no bank', '2026-07-03', true, false],
    ['on a Sunday closes both on the Monday after', '2027-07-05', true, true],
    ['that is New Year’s Day may be observed in the year before', '2021-12-31', true, false],
    ['that is younger than the year is none', '2020-06-19', false, false],
    ['on a Thursday moves nothing to the Friday', '2026-11-27', false, false],
  ])('%s', (_, date, federal, bank) => {
    expect([holidayOn(date, 'federal') !== undefined, holidayOn(date, 'bank') !== undefined]).toEqual([
      federal,
      bank,
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, daysBetween, instantAfter } from '../../functions/domain/calendar.ts';
import { dates } from './calendar/dates.ts';

describe('dates', () => {
  it('cross months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });

  it('do not leave the days of four digits, by which records say that something has no end', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
    expect(addDays('9999-12-01', 4_000_000)).toBe('9999-12-31');
    expect(addDays('0000-01-01', -1)).toBe('0000-01-01');
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
  });

  it('count fractions of a day into an instant', () => {
    expect(instantAfter(new Date('2026-03-01T00:00:00.000Z'), 0.5)).toBe('2026-03-01T12:00:00.000Z');
  });
});

describe('an age', () => {
  it.each([
    ['the day before a birthday', '1961-04-09', '2026-04-08', 64],
    ['a birthday', '1961-04-09', '2026-04-09', 65],
    ['the day of birth', '2026-10-12', '2026-10-12', 0],
    ['28 February for who is born on the 29th', '2008-02-29', '2026-02-28', 17],
    ['1 March for who is born on 29 February', '2008-02-29', '2026-03-01', 18],
    ['29 February for who is born on it', '2008-02-29', '2028-02-29', 20],
  ])('on %s', (_, birth, date, age) => {
    expect(ageOn(birth, date)).toBe(age);
  });

  /** 1 March stands in for a 29 February that did not come the day before. */
  const isBirthday = (birth: string, day: string): boolean =>
    day.slice(5) === birth.slice(5) ||
    (birth.endsWith('-02-29') && day.endsWith('-03-01') && addDays(day, -1).endsWith('-02-28'));

  /** Lives day by day. */
  const countBirthdays = (birth: string, date: string): number => {
    let birthdays = 0;
    for (let day = addDays(birth, 1); day <= date; day = addDays(day, 1))
      if (isBirthday(birth, day)) birthdays += 1;
    return birthdays;
  };

  it('is the number of birthdays since the day of birth', () => {
    const leapDays = fc.constantFrom('1996-02-29', '2000-02-29', '2004-02-29');
    fc.assert(
      fc.property(fc.oneof(dates, leapDays), fc.integer({ min: 0, max: 9000 }), (birth, days) => {
        const date = addDays(birth, days);
        expect(ageOn(birth, date)).toBe(countBirthdays(birth, date));
      }),
      { numRuns: 60 },
    );
  });
});

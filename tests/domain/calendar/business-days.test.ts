import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  businessDayOnOrAfter,
  businessDaysBetween,
  isBusinessDay,
} from '../../../functions/domain/calendar/business-days.ts';
import { holidayOn } from '../../../functions/domain/calendar/holidays.ts';
import { addDays } from '../../../functions/domain/calendar.ts';
import { dates } from './dates.ts';

const calendars = fc.constantFrom('federal', 'bank');
const counts = fc.integer({ min: 1, max: 60 });

describe('business days', () => {
  it.each([
    ['a Friday and the Monday after', '2026-11-13', 1, '2026-11-16'],
    ['over Thanksgiving', '2026-11-25', 2, '2026-11-30'],
    ['from a Sunday', '2026-11-29', 2, '2026-12-01'],
    ['back over a weekend', '2026-11-16', -1, '2026-11-13'],
    ['none from a Saturday: the next business day', '2026-11-28', 0, '2026-11-30'],
    ['none from a business day: the day itself', '2026-11-30', 0, '2026-11-30'],
  ])('are counted: %s', (_, from, days, to) => {
    expect(addBusinessDays(from, days, 'federal')).toBe(to);
  });

  it('of banks go on where offices close on the Friday before a holiday', () => {
    expect(isBusinessDay('2026-07-03', 'federal')).toBe(false);
    expect(isBusinessDay('2026-07-03', 'bank')).toBe(true);
    expect(addBusinessDays('2026-07-02', 1, 'federal')).toBe('2026-07-06');
    expect(addBusinessDays('2026-07-02', 1, 'bank')).toBe('2026-07-03');
  });

  it('are no weekends and no holidays, and everything else', () => {
    fc.assert(
      fc.property(dates, calendars, (date, calendar) => {
        const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' }).format(
          new Date(date),
        );
        const closed = weekday.startsWith('S') || holidayOn(date, calendar) !== undefined;
        expect(isBusinessDay(date, calendar)).toBe(!closed);
      }),
    );
  });

  it('that were added are counted back', () => {
    fc.assert(
      fc.property(dates, counts, calendars, (date, days, calendar) => {
        const later = addBusinessDays(date, days, calendar);
        expect(businessDaysBetween(date, later, calendar)).toBe(days);
        expect(businessDaysBetween(later, date, calendar)).toBe(-days);
        const start = businessDayOnOrAfter(date, calendar);
        expect(addBusinessDays(addBusinessDays(start, days, calendar), -days, calendar)).toBe(start);
      }),
    );
  });

  it('end on business days, and each a day of its own after the one before', () => {
    fc.assert(
      fc.property(dates, counts, calendars, (date, days, calendar) => {
        const [sooner, later] = [days, days + 1].map((count) => addBusinessDays(date, count, calendar));
        expect(isBusinessDay(sooner ?? '', calendar) && isBusinessDay(later ?? '', calendar)).toBe(true);
        expect([date, sooner, later]).toEqual([date, sooner, later].sort());
        expect(sooner).not.toBe(later);
        expect(addBusinessDays(date, -days, calendar) < date).toBe(true);
      }),
    );
  });

  it('from a later date never end sooner', () => {
    fc.assert(
      fc.property(dates, fc.nat(20), fc.nat(60), calendars, (date, apart, days, calendar) => {
        const ends = [date, addDays(date, apart)].map((from) => addBusinessDays(from, days, calendar));
        expect(ends).toEqual([...ends].sort());
      }),
    );
  });

  it('end at the last day that there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), calendars, (days, calendar) => {
        for (const date of ['9999-12-31', '9999-12-25', '0000-01-01', '0000-01-08'])
          expect(addBusinessDays(date, days, calendar)).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(businessDaysBetween('9999-12-20', '9999-12-31', calendar)).toBeLessThan(12);
      }),
    );
  });

  it('between three dates add up', () => {
    fc.assert(
      fc.property(dates, fc.nat(200), fc.nat(200), calendars, (from, first, second, calendar) => {
        const between = addDays(from, first);
        const to = addDays(between, second);
        expect(
          businessDaysBetween(from, between, calendar) + businessDaysBetween(between, to, calendar),
        ).toBe(businessDaysBetween(from, to, calendar));
      }),
    );
  });
});

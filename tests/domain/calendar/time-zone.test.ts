import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTimeIn, dateIn, endOfDayIn, TimeZone } from '../../../functions/domain/calendar/time-zone.ts';
import { addDays } from '../../../functions/domain/calendar.ts';

const hourMs = 3_600_000;

/** Zones of the United States: hours behind UTC in winter, and whether clocks are set forward in summer. */
const zones = {
  'America/New_York': [5, true],
  'America/Chicago': [6, true],
  'America/Denver': [7, true],
  'America/Los_Angeles': [8, true],
  'America/Anchorage': [9, true],
  'America/Phoenix': [7, false],
  'America/Puerto_Rico': [4, false],
  'Pacific/Honolulu': [10, false],
  'Pacific/Guam': [-10, false],
} as const;
type Zone = keyof typeof zones;
const zoneNames = fc.constantFrom(...(Object.keys(zones) as Zone[])); // the keys of a literal

/** The day of a month that is its nth Sunday, by looking at each. */
const nthSunday = (year: number, month: number, count: number): number => {
  let found = 0;
  for (let day = 1; ; day += 1) {
    if (new Date(Date.UTC(year, month - 1, day)).getUTCDay() === 0) found += 1;
    if (found === count) return day;
  }
};

/** Energy Policy Act of 2005: from 2 am of March's second Sunday to 2 am of November's first, by the clocks before. */
const hoursBehind = (zone: Zone, time: number): number => {
  const [winter, hasSummer] = zones[zone];
  const year = new Date(time - winter * hourMs).getUTCFullYear();
  const start = Date.UTC(year, 2, nthSunday(year, 3, 2), 2 + winter);
  const end = Date.UTC(year, 10, nthSunday(year, 11, 1), 2 + winter - 1);
  return hasSummer && time >= start && time < end ? winter - 1 : winter;
};

const shownThere = (zone: Zone, time: number): string =>
  new Date(time - hoursBehind(zone, time) * hourMs).toISOString();

const times = fc.integer({
  min: Date.parse('2007-06-01T00:00:00Z') / 1000,
  max: Date.parse('2060-12-31T00:00:00Z') / 1000,
});
/** Seconds in the hours about the two changes of a year, where mistakes live. */
const changes = fc
  .tuple(
    fc.integer({ min: 2008, max: 2060 }),
    fc.constantFrom([3, 2] as const, [11, 1] as const),
    fc.integer({ min: -86_400, max: 2 * 86_400 }),
  )
  .map(([year, [month, count], seconds]) => {
    return Date.UTC(year, month - 1, nthSunday(year, month, count)) / 1000 + seconds;
  });
const instants = fc.oneof(times, changes).map((seconds) => seconds * 1000);

describe('the date of an instant', () => {
  it.each([
    ['America/New_York', '2026-11-02T04:59:59.999Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00:00.000Z', '2026-11-02'],
    ['Pacific/Honolulu', '2026-11-02T09:59:59.000Z', '2026-11-01'],
    ['America/Puerto_Rico', '2026-07-01T03:59:59.000Z', '2026-06-30'],
    ['America/Phoenix', '2026-07-01T06:59:59.000Z', '2026-06-30'],
    ['UTC', '2026-11-02T00:00:00.000Z', '2026-11-02'],
  ])('is the one in %s', (zone, instant, date) => {
    expect(dateIn(zone, new Date(instant))).toBe(date);
  });

  it('is what the clocks of the United States show', () => {
    fc.assert(
      fc.property(zoneNames, instants, (zone, time) => {
        expect(dateIn(zone, new Date(time))).toBe(shownThere(zone, time).slice(0, 10));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the end of a date', () => {
  it.each([
    ['a day of 24 hours', 'America/New_York', '2026-11-02', '2026-11-03T04:59:59.000Z'],
    ['a day of 23 hours', 'America/New_York', '2026-03-08', '2026-03-09T03:59:59.000Z'],
    ['a day of 25 hours', 'America/New_York', '2026-11-01', '2026-11-02T04:59:59.000Z'],
    ['a place without summer time', 'America/Phoenix', '2026-03-08', '2026-03-09T06:59:59.000Z'],
    ['midnight that is skipped', 'America/Havana', '2026-03-07', '2026-03-08T04:59:59.000Z'],
    ['midnight that comes twice', 'America/Havana', '2026-11-01', '2026-11-02T04:59:59.000Z'],
    ['a last hour that is skipped', 'America/Nuuk', '2026-03-28', '2026-03-29T00:59:59.000Z'],
    ['a last hour that comes twice', 'America/Sao_Paulo', '2018-02-17', '2018-02-18T02:59:59.000Z'],
    ['a date that a place never had', 'Pacific/Apia', '2011-12-30', '2011-12-30T09:59:59.000Z'],
  ])('is its last second: %s', (_, zone, date, end) => {
    expect(endOfDayIn(zone, date)).toBe(end);
  });

  it('is the second before the next date begins', () => {
    fc.assert(
      fc.property(zoneNames, instants, (zone, time) => {
        const date = shownThere(zone, time).slice(0, 10);
        const end = Date.parse(endOfDayIn(zone, date));
        expect(end).toBeGreaterThanOrEqual(Math.floor(time / 1000) * 1000);
        expect(shownThere(zone, end)).toBe(`${date}T23:59:59.000Z`);
        expect(shownThere(zone, end + 1000)).toBe(`${addDays(date, 1)}T00:00:00.000Z`);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the time on the clock', () => {
  it.each([
    ['America/New_York', '2026-11-02T10:00:00.900Z', '2026-11-02T05:00:00-05:00'],
    ['America/New_York', '2026-07-02T02:30:15.000Z', '2026-07-01T22:30:15-04:00'],
    ['Asia/Kolkata', '2026-07-01T22:30:15.000Z', '2026-07-02T04:00:15+05:30'],
    ['UTC', '2026-07-01T22:30:15.000Z', '2026-07-01T22:30:15+00:00'],
  ])('of %s names its offset', (zone, instant, shown) => {
    expect(clockTimeIn(zone, new Date(instant))).toBe(shown);
  });

  it('is the same instant, as it is shown there', () => {
    fc.assert(
      fc.property(zoneNames, instants, (zone, time) => {
        const shown = clockTimeIn(zone, new Date(time));
        expect(Date.parse(shown)).toBe(time);
        expect(shown.slice(0, 19)).toBe(shownThere(zone, time).slice(0, 19));
      }),
    );
  });
});

describe('a time zone', () => {
  it.each(['America/New_York', 'Pacific/Honolulu', 'America/Indiana/Knox', 'UTC'])('may be %s', (zone) => {
    expect(TimeZone.parse(zone)).toBe(zone);
  });

  it.each(['', 'Maple Street', 'America/Fairhaven', '-05:00', '+00:00', 'EDT'])('is not %j', (zone) => {
    expect(TimeZone.safeParse(zone).success).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edition, fiscalYear, quarterOf } from '../../codesets/edition.ts';
import { lapsingSets } from '../../codesets/publishing/lapsing.ts';
import { addDays, daysBetween } from '../../functions/domain/calendar.ts';

const edition = (
  set: Edition['set'],
  dates: { edition: string; validFrom: string; validTo?: string },
): Edition => ({ set, ...dates, rows: 1, source: 'a file', parts: {}, notes: [] });

const icd2027 = edition('icd10cm', fiscalYear(2027));

describe('a code set', () => {
  it.each([
    ['2027-08-31', []],
    ['2027-09-01', ['icd10cm 2027-09-30']],
    ['2027-09-30', ['icd10cm 2027-09-30']],
    ['2027-12-01', ['icd10cm 2027-09-30']],
  ])('of a fiscal year lapses from thirty days before 1 October on: on %s %j', (day, lapsing) => {
    expect(lapsingSets([icd2027], day).map(({ set, lastDay }) => `${set} ${lastDay}`)).toEqual(lapsing);
  });

  it('does not lapse once the next edition is there', () => {
    expect(lapsingSets([icd2027, edition('icd10cm', fiscalYear(2028))], '2027-09-15')).toEqual([]);
  });

  it('that keeps its ended codes never does', () => {
    expect(lapsingSets([edition('carc', { edition: '1', validFrom: '1995-01-01' })], '2099-01-01')).toEqual(
      [],
    );
  });

  it('lapses exactly where no edition of it covers the day in thirty days, each set once', () => {
    const quarter = fc
      .record({
        set: fc.constantFrom('hcpcs' as const, 'mue' as const),
        year: fc.integer({ min: 2026, max: 2027 }),
        quarter: fc.integer({ min: 1, max: 4 }),
      })
      .map((one) => edition(one.set, quarterOf(one.year, one.quarter)));
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(fc.array(quarter, { maxLength: 8 }), day, (editions, today) => {
        const expected = new Set(editions.map(({ set }) => set));
        for (const { set, validFrom, validTo = '' } of editions)
          if (daysBetween(validFrom, today) >= -30 && daysBetween(today, validTo) >= 30) expected.delete(set);
        expect(
          lapsingSets(editions, today)
            .map(({ set }) => set)
            .sort(),
        ).toEqual([...expected].sort());
      }),
    );
  });
});

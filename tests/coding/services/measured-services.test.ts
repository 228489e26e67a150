import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOfLength, measuredGroup } from '../../../codesets/clinical-terms/measured-procedures.ts';
import { officeProcedures } from '../../../codesets/clinical-terms/procedures.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import { psychotherapyCode } from '../../../functions/coding/services/counted/read-psychotherapy.ts';
import {
  type TimedMinutes,
  unitsByMidpoint,
  unitsByTotal,
  unitsPerCode,
} from '../../../functions/coding/services/counted/therapy-units.ts';
import { suggestProcedures } from '../../../functions/coding/services/suggest-procedures.ts';

const servicesOf = (note: string) =>
  suggestProcedures(readStatements(note), [], { dateOfService: '2026-03-02' }).map(
    ({ suggestion }) => suggestion,
  );

describe('lengths of repairs', () => {
  /** The classes of a simple repair of the limbs, written down once more by their upper ends. */
  const simple = [
    [2.5, '12001'],
    [7.5, '12002'],
    [12.5, '12004'],
    [20, '12005'],
    [30, '12006'],
    [Number.POSITIVE_INFINITY, '12007'],
  ] as const;

  const tenths = fc.integer({ min: 3, max: 120 });

  it('are added whatever their number and order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(tenths, { minLength: 1, maxLength: 5 }), (lengths) => {
        const wounds = lengths.map((one) => `${one / 10} cm laceration of the left forearm`).join(', ');
        const total = lengths.reduce((sum, one) => sum + one, 0) / 10;
        const expected = simple.find(([to]) => total <= to)?.[1];
        const [repair] = servicesOf(`Procedure: Simple repair: ${wounds}, each closed with nylon.`);
        expect(repair?.code).toBe(expected);
      }),
    );
  });

  it('beyond the last class of a complex repair are counted in begun fives', () => {
    const group = measuredGroup('complex repair', 'trunk');
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 600 }), (length) => {
        let units = 0;
        for (let covered = 75; covered < length; covered += 50) units += 1;
        expect(group && codeOfLength(group, length / 10)).toEqual({
          code: length <= 25 ? '13100' : '13101',
          ...(units > 0 && { further: { code: '13102', units } }),
        });
      }),
    );
  });
});

describe('units of drugs', () => {
  /** Written anew: in integers of the smallest amount, by taking away unit after unit. */
  const countUnits = (doseInMicrograms: number, eachInMicrograms: number): number => {
    let [left, units] = [doseInMicrograms, 0];
    while (left > 0) {
      left -= eachInMicrograms;
      units += 1;
    }
    return units;
  };
  const drugs = officeProcedures.filter(
    ({ code, dose }) =>
      ['J1885', 'J0696', 'J1100', 'J2550', 'J3420', 'J0897', 'J2060'].includes(code) && dose,
  );
  const inMicrograms = (unit: string): number => (unit === 'mcg' ? 1 : 1000);

  it.each(drugs.map(({ code, terms, dose }) => ({ code, name: terms[0] ?? '', dose })))(
    'of $code cover the dose and no more',
    ({ code, name, dose }) => {
      const { amount = 1, unit = 'mg' } = dose ?? {};
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 999 }), (given) => {
          const suggested = servicesOf(`Procedure: ${name} ${given} ${unit} IM given.`).find(
            (one) => one.code === code,
          );
          const each = Math.round(amount * inMicrograms(unit));
          expect(suggested?.units).toBe(Math.min(999, countUnits(given * inMicrograms(unit), each)));
        }),
        { numRuns: 40 },
      );
    },
  );

  it('are those of both sides where each got the dose', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (given) => {
        const [one, both] = ['Right knee', 'Both knees each'].map((where) =>
          servicesOf(`Procedure: ${where} injected with ${given} mg Depo-Medrol.`).find(
            ({ code }) => code === 'J1010',
          ),
        );
        expect(both?.units).toBe(2 * (one?.units ?? 0));
      }),
    );
  });
});

describe('units of minutes', () => {
  const codes = ['97110', '97112', '97140', '97530'];
  const day = fc
    .array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 4 })
    .map((minutes): readonly TimedMinutes[] =>
      minutes.map((one, at) => ({ code: codes[at] ?? '', minutes: one })),
    );

  /** Every quarter of an hour minute by minute: a unit is earned with its eighth minute. */
  const bruteUnits = (minutes: number): number => {
    let units = 0;
    for (let minute = 1; minute <= minutes; minute++) if (minute % 15 === 8) units += 1;
    return units;
  };

  it('pass the midpoint of each quarter of an hour', () => {
    for (let minutes = 0; minutes <= 480; minutes++)
      expect(unitsByMidpoint(minutes)).toBe(bruteUnits(minutes));
  });

  it('are counted code by code where the payer is not Medicare', () => {
    fc.assert(
      fc.property(day, (services) => {
        const expected = services
          .map(({ code, minutes }) => ({ code, units: bruteUnits(minutes) }))
          .filter(({ units }) => units > 0);
        expect(unitsPerCode(services)).toEqual(expected);
      }),
    );
  });

  it('of a Medicare day are those of its total, and no unit is taken from longer for shorter remainders', () => {
    fc.assert(
      fc.property(day, (services) => {
        const found = new Map(unitsByTotal(services).map(({ code, units }) => [code, units]));
        const total = services.reduce((sum, { minutes }) => sum + minutes, 0);
        expect([...found.values()].reduce((sum, one) => sum + one, 0)).toBe(bruteUnits(total));
        for (const { code, minutes } of services) {
          const units = found.get(code) ?? 0;
          expect(units).toBeGreaterThanOrEqual(Math.floor(minutes / 15));
          expect(units).toBeLessThanOrEqual(Math.ceil(minutes / 15));
          for (const other of services) {
            const hasExtra = units > Math.floor(minutes / 15);
            const lacks =
              (found.get(other.code) ?? 0) === Math.floor(other.minutes / 15) && other.minutes % 15 > 0;
            if (hasExtra && lacks) expect(minutes % 15).toBeGreaterThanOrEqual(other.minutes % 15);
          }
        }
      }),
    );
  });

  it('give one code of psychotherapy, none below sixteen', () => {
    for (let minutes = 0; minutes <= 120; minutes++) {
      const expected = minutes < 16 ? undefined : minutes < 38 ? '90832' : minutes < 53 ? '90834' : '90837';
      expect(psychotherapyCode(minutes, false)).toBe(expected);
    }
  });
});

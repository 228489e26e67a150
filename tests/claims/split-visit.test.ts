import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitVisit, unreportedDiagnoses } from '../../functions/claims/from-visit/split-visit.ts';
import type { EncounterCodes } from '../../functions/domain/coding.ts';

const codes = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Z${String(at).padStart(2, '0')}`);

const service = (nth: number, diagnosisPointers: number[]) => ({
  ...{ procedure: String(90_000 + nth), modifiers: [], units: 1, diagnosisPointers },
});

const visits: fc.Arbitrary<EncounterCodes> = fc
  .record({ diagnoses: fc.integer({ min: 1, max: 60 }), lines: fc.integer({ min: 1, max: 130 }) })
  .chain(({ diagnoses, lines }) =>
    fc.record({
      diagnoses: fc.constant(codes(diagnoses)),
      services: fc
        .array(fc.uniqueArray(fc.integer({ min: 1, max: diagnoses }), { minLength: 1, maxLength: 4 }), {
          minLength: lines,
          maxLength: lines,
        })
        .map((pointers) => pointers.map((one, nth) => service(nth, one))),
    }),
  );

/** Each service with the codes that it points at, by name: what a payer understands of it. */
const meantBy = ({ diagnoses, services }: EncounterCodes) =>
  services.map(({ procedure, diagnosisPointers }) => [
    procedure,
    ...diagnosisPointers.map((pointer) => diagnoses[pointer - 1]),
  ]);

describe('a visit that is billed in parts', () => {
  it('is one claim where it fits one', () => {
    const visit = {
      diagnoses: codes(12),
      services: Array.from({ length: 50 }, (_, nth) => service(nth, [1, 12])),
    };
    expect(splitVisit(visit)).toEqual([visit]);
  });

  it('of 14 diagnoses has its services on claims that know their reasons', () => {
    const visit = {
      diagnoses: codes(14),
      services: [service(1, [1, 2]), service(2, [13, 14]), service(3, [3])],
    };
    expect(splitVisit(visit).map(({ diagnoses }) => diagnoses.length)).toEqual([12]);
    expect(unreportedDiagnoses(visit, splitVisit(visit))).toEqual(['Z10', 'Z11']);
  });

  it('of 60 lines is two claims', () => {
    const visit = {
      diagnoses: codes(2),
      services: Array.from({ length: 60 }, (_, nth) => service(nth, [1])),
    };
    expect(splitVisit(visit).map(({ services }) => services.length)).toEqual([50, 10]);
  });

  it('loses no service and no reason of one, and no part is more than a claim takes', () => {
    fc.assert(
      fc.property(visits, (visit) => {
        const parts = splitVisit(visit);
        expect(parts.flatMap(meantBy)).toEqual(meantBy(visit));
        for (const { diagnoses, services } of parts) {
          expect(diagnoses.length).toBeLessThanOrEqual(12);
          expect(services.length).toBeLessThanOrEqual(50);
          expect(diagnoses).toEqual(visit.diagnoses.filter((code) => diagnoses.includes(code)));
        }
        const full = parts.every(({ diagnoses }) => diagnoses.length === 12);
        expect(unreportedDiagnoses(visit, parts).length === 0 || full).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determineEmLevel, levelOf, levels } from '../../../functions/coding/evaluation/em-level.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';

const established = { patientType: 'established', dateOfService: '2026-11-16' } as const;
const newPatient = { patientType: 'new', dateOfService: '2026-11-16' } as const;

const codeOf = (level: ReturnType<typeof determineEmLevel>): string | undefined => level.code?.code;

describe('determineEmLevel', () => {
  it.each([
    ['straightforward', '99202', '99212'],
    ['low', '99203', '99213'],
    ['moderate', '99204', '99214'],
    ['high', '99205', '99215'],
  ] as const)('codes %s decision making as %s and %s', (level, forNew, forEstablished) => {
    const decision = { problems: level, data: level, risk: level };
    expect(codeOf(determineEmLevel(decision, undefined, newPatient))).toBe(forNew);
    expect(codeOf(determineEmLevel(decision, undefined, established))).toBe(forEstablished);
  });

  it('needs two of three elements for a level', () => {
    expect(levelOf({ problems: 'low', data: 'straightforward', risk: 'moderate' })).toBe('low');
    expect(levelOf({ problems: 'moderate', data: 'straightforward', risk: 'moderate' })).toBe('moderate');
  });

  it('never exceeds what two elements support', () => {
    const level = fc.constantFrom(...levels);
    fc.assert(
      fc.property(level, level, level, (problems, data, risk) => {
        const got = levels.indexOf(levelOf({ problems, data, risk }));
        expect(
          [problems, data, risk].filter((one) => levels.indexOf(one) >= got).length,
        ).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it.each([
    [9, undefined],
    [10, '99212'],
    [19, '99212'],
    [20, '99213'],
    [30, '99214'],
    [39, '99214'],
    [40, '99215'],
  ])('codes %i minutes by the threshold that is met', (minutes, code) => {
    const open = { problems: undefined, data: 'straightforward', risk: undefined } as const;
    const level = determineEmLevel(open, minutes, established);
    expect(level.outcome === 'determined' ? level.code.code : undefined).toBe(code);
  });

  it('takes time only where it supports more than the decision making', () => {
    const moderate = { problems: 'moderate', data: 'moderate', risk: 'moderate' } as const;
    expect(codeOf(determineEmLevel(moderate, 20, established))).toBe('99214');
    expect(codeOf(determineEmLevel(moderate, 45, established))).toBe('99215');
  });

  it('is undetermined and names the open element', () => {
    const open = { problems: 'low', data: 'straightforward', risk: undefined } as const;
    expect(determineEmLevel(open, undefined, established)).toMatchObject({
      outcome: 'undetermined',
      missing: ['risk'],
    });
  });
});

const visitCode = (note: string): string | undefined =>
  suggestCodes(note, established).suggestions.find(({ code }) => code.startsWith('992'))?.code;

describe('decision making in a note', () => {
  it.each([
    ['one stable chronic illness with a drug', 'A/P: HTN, stable. Continue losartan 50 mg.', '99213'],
    [
      'two stable chronic illnesses with a drug',
      'A/P:\n1. HTN, stable\n2. Hypothyroidism, stable\nContinue losartan 50 mg.',
      '99214',
    ],
    [
      'one chronic illness above goal with a drug',
      'A/P: HTN, above goal. Increase losartan to 100 mg.',
      '99214',
    ],
    ['no worsening of a chronic illness', 'A/P: HTN, no worsening. Continue losartan 50 mg.', '99213'],
    [
      'a self-limited illness with reassurance',
      'Assessment: Viral URI.\nPlan: Reassurance, fluids, rest.',
      '99212',
    ],
    ['an over-the-counter dose of ibuprofen', 'A/P: Plantar fasciitis. Ibuprofen 400 mg, ice.', '99213'],
    ['pneumonia with a drug', 'A/P: Pneumonia. Start doxycycline 100 mg twice daily.', '99214'],
    [
      'advice about the emergency department',
      'A/P: HTN, stable. Continue losartan 50 mg. Go to the hospital if chest pain.',
      '99213',
    ],
    [
      'a stated total time',
      'A/P: HTN, stable. Continue losartan 50 mg.\nTotal time today: 41 minutes',
      '99215',
    ],
  ])('codes %s', (_, note, code) => {
    expect(visitCode(note)).toBe(code);
  });

  it('counts a test once however often it is named, and none that is declined', () => {
    const note = (tests: string) => `A/P: Palpitations. Cut caffeine.\nOrders: ${tests}`;
    expect(visitCode(note('CBC, TSH and BMP ordered'))).toBe('99214');
    expect(visitCode(note('TSH ordered. TSH with the next draw. CBC declined.'))).toBe('99213');
  });
});

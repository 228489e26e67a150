import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf } from '../../../functions/domain/ledger/adjustment-class.ts';
import { checkClassRules, unknownReasons } from '../../../functions/domain/ledger/check-class-rules.ts';
import {
  AdjustmentClass,
  AdjustmentGroup,
  ClassRule,
  type ClassTerms,
} from '../../../functions/domain/ledger/class-rule.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjustment } from '../../factories/adjudications.ts';

const payerIds = ['northwind', 'cascade'];

const refusals = (...rules: ClassTerms[]) =>
  checkClassRules(rules, payerIds).map(({ code, path }) => [code, path]);

const ofNorthwind = { payerId: 'northwind' } as const;

describe('a practice may say', () => {
  it.each<[string, ClassTerms]>([
    ['that a denial is contractual with a payer', { ...ofNorthwind, reasons: ['97'], class: 'contractual' }],
    [
      'that it is so as the whole',
      { ...ofNorthwind, reasons: ['97'], class: 'contractual', ofWhole: 'contractual' },
    ],
    [
      'that capitation takes the whole',
      { ...ofNorthwind, reasons: ['24'], class: 'contractual', ofWhole: 'contractual' },
    ],
    ['that a penalty is a part of the contract', { ...ofNorthwind, reasons: ['197'], class: 'contractual' }],
    [
      'that withheld money does not come back',
      { reasons: ['104'], class: 'contractual', ofWhole: 'contractual' },
    ],
    ['that it looks at what is routine to us', { reasons: ['45', '131', '253'], class: 'disputed' }],
    ['that it looks at each deductible', { reasons: ['1'], groups: ['PR'], class: 'disputed' }],
    [
      'that a benefit is the patient’s',
      { ...ofNorthwind, reasons: ['96', '204'], groups: ['PR'], class: 'patient-share' },
    ],
    [
      'that ended coverage is the patient’s',
      { ...ofNorthwind, reasons: ['27'], groups: ['PR'], class: 'patient-share' },
    ],
    [
      'how a payer states those before it',
      { ...ofNorthwind, reasons: ['94'], groups: ['OA'], class: 'prior-payer' },
    ],
    ['a rule for one day', { reasons: ['131'], class: 'disputed', from: '2026-01-01', to: '2026-01-01' }],
  ])('%s', (_what, rule) => {
    expect(refusals(rule)).toEqual([]);
  });
});

describe('a practice is refused', () => {
  it.each<[string, ClassTerms, string, string]>([
    [
      'billing the patient group CO',
      { ...ofNorthwind, reasons: ['97'], class: 'patient-share' },
      'patient-share-of-others',
      'class',
    ],
    [
      'billing it with PR in one rule',
      { ...ofNorthwind, reasons: ['97'], groups: ['CO', 'PR'], class: 'patient-share' },
      'patient-share-of-others',
      'class',
    ],
    [
      'billing it as the whole',
      { ...ofNorthwind, reasons: ['45'], class: 'contractual', ofWhole: 'patient-share' },
      'patient-share-of-others',
      'ofWhole',
    ],
    [
      'giving up a deductible',
      { ...ofNorthwind, reasons: ['1', '2', '3'], groups: ['PR'], class: 'contractual' },
      'patient-share-given-up',
      'class',
    ],
    [
      'giving it up as the whole',
      { reasons: ['1'], groups: ['PR'], class: 'patient-share', ofWhole: 'contractual' },
      'patient-share-given-up',
      'ofWhole',
    ],
    [
      'taking CARC 23 for a discount',
      { ...ofNorthwind, reasons: ['23'], class: 'contractual' },
      'prior-payer-reason',
      'class',
    ],
    [
      'settling a question for data',
      { ...ofNorthwind, reasons: ['16', '252'], class: 'contractual' },
      'reason-to-act',
      'class',
    ],
    [
      'settling a duplicate',
      { ...ofNorthwind, reasons: ['18'], groups: ['OA'], class: 'informational' },
      'reason-to-act',
      'class',
    ],
    [
      'hiding late filing in the contract',
      { ...ofNorthwind, reasons: ['29'], class: 'contractual' },
      'reason-to-act',
      'class',
    ],
    [
      'billing the patient for missing data',
      { ...ofNorthwind, reasons: ['16'], groups: ['PR'], class: 'patient-share' },
      'reason-to-act',
      'class',
    ],
    [
      'taking ended coverage for a discount',
      { ...ofNorthwind, reasons: ['27'], class: 'contractual' },
      'reason-to-act',
      'class',
    ],
    [
      'settling a denial with every payer',
      { reasons: ['97'], class: 'contractual' },
      'payer-missing',
      'payerId',
    ],
    [
      'settling whole charges with every payer',
      { reasons: ['45'], class: 'contractual', ofWhole: 'contractual' },
      'payer-missing',
      'payerId',
    ],
    [
      'settling a reason that nobody knows',
      { reasons: ['999'], class: 'contractual' },
      'payer-missing',
      'payerId',
    ],
    [
      'billing the patient denials of every payer',
      { reasons: ['96'], groups: ['PR'], class: 'patient-share' },
      'payer-missing',
      'payerId',
    ],
    [
      'naming a payer of no contract',
      { payerId: 'nobody', reasons: ['97'], class: 'contractual' },
      'payer-unknown',
      'payerId',
    ],
    [
      'a rule that ends before it begins',
      { reasons: ['131'], class: 'disputed', from: '2026-02-01', to: '2026-01-31' },
      'dates-crossed',
      'to',
    ],
  ])('%s', (_what, rule, code, field) => {
    expect(refusals(rule)).toContainEqual([code, `adjustmentClasses.0.${field}`]);
  });

  it('a rule that an earlier one leaves nothing to answer', () => {
    const first: ClassTerms = { reasons: ['45', '131'], class: 'disputed' };
    const second: ClassTerms = { ...ofNorthwind, reasons: ['131'], class: 'contractual', from: '2026-01-01' };
    expect(refusals(first, second)).toEqual([['never-answers', 'adjustmentClasses.1.reasons']]);
    expect(refusals(second, first)).toEqual([]);
    expect(refusals({ ...first, to: '2026-06-30' }, second)).toEqual([]);
    expect(refusals({ ...first, payerId: 'cascade' }, second)).toEqual([]);
    expect(refusals({ ...first, groups: ['CO'] }, second)).toEqual([]);
  });

  it('fields that it misspells, reasons that are none, and rules without their ground', () => {
    const rule = { reasons: ['97'], class: 'contractual', because: 'Contract 2026, § 4' };
    expect(ClassRule.safeParse(rule).success).toBe(true);
    for (const wrong of [
      { ofwhole: 'disputed' },
      { reasons: ['CO-97'] },
      { reasons: [] },
      { because: '' },
      { from: '1 March' },
    ])
      expect(ClassRule.safeParse({ ...rule, ...wrong }).success).toBe(false);
  });
});

describe('rules that are not refused', () => {
  const rules: fc.Arbitrary<ClassTerms> = fc.record(
    {
      reasons: fc.subarray(
        ['1', '2', '3', '16', '18', '23', '24', '27', '29', '45', '59', '97', '100', '187', '246', '253'],
        { minLength: 1 },
      ),
      groups: fc.subarray([...AdjustmentGroup.options], { minLength: 1 }),
      amounts: fc.constantFrom('positive' as const, 'negative' as const),
      class: fc.constantFrom(...AdjustmentClass.options),
      ofWhole: fc.constantFrom(...AdjustmentClass.options),
      payerId: fc.constantFrom(...payerIds),
    },
    { requiredKeys: ['reasons', 'class'] },
  );

  it('never bill the patient another group, never give up the patient’s share, never settle CARC 16, 18 or 29', () => {
    fc.assert(
      fc.property(
        rules,
        fc.constantFrom(...AdjustmentGroup.options),
        fc.constantFrom(-100, 100, 10_000),
        (rule, group, amount) => {
          fc.pre(refusals(rule).length === 0);
          const place = { charge: cents(10_000), hasPriorPayer: true, paymentDate: '2026-03-20' };
          for (const reason of rule.reasons) {
            const one = adjustment(group, reason, amount);
            const [found, ours] = [classOf(one, place, [rule]), classOf(one, place)];
            if (group !== 'PR' && ours !== 'patient-share') expect(found).not.toBe('patient-share');
            if (group === 'PR' && ours !== found) expect(['patient-share', 'disputed']).toContain(found);
            if (['16', '18', '29'].includes(reason)) expect(found).toBe('disputed');
            if (ours === 'disputed' && found !== 'disputed') expect(rule.payerId).toBeDefined();
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a reason that the installed list does not know', () => {
  const knows = (reason: string, date: string) => reason === '45' || (reason === '42' && date < '2007-06-02');

  it('is told for the time of its rule', () => {
    const notes = unknownReasons(
      [
        { reasons: ['45'], class: 'disputed' },
        { reasons: ['42', '45'], class: 'disputed' },
        { reasons: ['42'], class: 'disputed', to: '2007-01-01' },
      ],
      knows,
      '2026-03-20',
    );
    expect(notes.map(({ code, path }) => [code, path])).toEqual([
      ['reason-unknown', 'adjustmentClasses.1.reasons'],
    ]);
    expect(notes[0]?.detail).toContain('CARC 42 ');
  });

  it('is not told where no list is installed', () => {
    expect(unknownReasons([{ reasons: ['42'], class: 'disputed' }], () => undefined, '2026-03-20')).toEqual(
      [],
    );
  });
});

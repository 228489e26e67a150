import { describe, expect, it } from 'vitest';
import type { Adjustment } from '../../../functions/domain/claim.ts';
import { classOf, rulesOfPayer } from '../../../functions/domain/ledger/adjustment-class.ts';
import type { ClassTerms } from '../../../functions/domain/ledger/class-rule.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjustment } from '../../factories/adjudications.ts';

const charge = cents(10_000);

const place = { charge, hasPriorPayer: false, paymentDate: '2026-03-20' };

describe('an adjustment', () => {
  it.each([
    ['PR', '1', 'patient-share'],
    ['PR', '2', 'patient-share'],
    ['PR', '3', 'patient-share'],
    ['PR', '66', 'patient-share'],
    ['PR', '142', 'patient-share'],
    ['PR', '229', 'patient-share'],
    ['CO', '45', 'contractual'],
    ['CO', '24', 'contractual'],
    ['CO', '253', 'contractual'],
    ['CO', '144', 'contractual'],
    ['CO', '237', 'contractual'],
    ['CO', '59', 'contractual'],
    ['CO', '172', 'contractual'],
    ['CO', 'B10', 'contractual'],
    ['OA', 'P12', 'contractual'],
    ['CO', 'P23', 'contractual'],
    ['CO', '131', 'contractual'],
    ['CO', '161', 'contractual'],
    ['CO', '223', 'contractual'],
    ['CO', '229', 'contractual'],
    ['CO', '44', 'contractual'],
    ['CO', '303', 'contractual'],
    ['CO', '246', 'informational'],
    ['OA', '246', 'informational'],
    ['CO', '104', 'receivable'],
    ['CO', '105', 'receivable'],
    ['CO', '143', 'receivable'],
    ['PI', '245', 'receivable'],
    ['PR', '45', 'disputed'],
    ['PR', '96', 'disputed'],
    ['PR', '104', 'disputed'],
    ['PR', '246', 'disputed'],
    ['OA', '303', 'disputed'],
    ['CO', '1', 'disputed'],
    ['CO', '66', 'disputed'],
    ['CO', '97', 'disputed'],
    ['CO', '94', 'disputed'],
    ['PI', '16', 'disputed'],
    ['OA', '18', 'disputed'],
    ['OA', '100', 'disputed'],
    ['CO', 'X9', 'disputed'],
  ] as const)('%s-%s of a part of the charge is %s', (group, reason, expected) => {
    expect(classOf(adjustment(group, reason, 100), place)).toBe(expected);
  });

  it.each(['45', '24', '59', '172', 'B10', 'P12', '131', '223', '229', '44'])(
    'CO-%s of the whole charge goes to a person',
    (reason) => {
      expect(classOf(adjustment('CO', reason, charge), place)).toBe('disputed');
    },
  );

  it.each([
    ['253', 'contractual'],
    ['144', 'contractual'],
    ['237', 'contractual'],
    ['246', 'informational'],
    ['104', 'receivable'],
  ])('CO-%s stays %s, however much', (reason, expected) => {
    expect(classOf(adjustment('CO', reason, charge), place)).toBe(expected);
  });

  it('that only reports is no denial, though it takes the cent that was charged', () => {
    const cent = cents(1);
    expect(classOf(adjustment('CO', '246', cent), { ...place, charge: cent })).toBe('informational');
  });

  it('OA-23 tells of payers before this one, of whom a first payer has none', () => {
    const impact = adjustment('OA', '23', charge);
    expect(classOf(impact, { ...place, hasPriorPayer: true })).toBe('prior-payer');
    expect(classOf(impact, place)).toBe('disputed');
  });
});

describe('what a spending account pays (CARC 187)', () => {
  it.each(['CO', 'OA', 'PI', 'PR'] as const)(
    'lowers the patient’s share where it raises the payment: %s',
    (group) => {
      expect(classOf(adjustment(group, '187', -4_000), place)).toBe('patient-share');
    },
  );

  it('and is not in the payment is still to come, and nobody is billed for it', () => {
    expect(classOf(adjustment('OA', '187', 4_000), place)).toBe('receivable');
  });

  it('and the payer leaves to the patient is looked at by a person', () => {
    expect(classOf(adjustment('PR', '187', 4_000), place)).toBe('disputed');
  });
});

describe('reductions that are routine in part', () => {
  const classesOf = (...together: Adjustment[]) =>
    together.map((one) => classOf(one, { ...place, together }));

  it('go to a person when two of them take the whole charge', () => {
    const both = [adjustment('CO', '45', 6_000), adjustment('CO', '59', 4_000)];
    expect(classesOf(...both)).toEqual(['disputed', 'disputed']);
  });

  it('go to a person when one reason is written twice and takes the whole charge', () => {
    const both = [adjustment('CO', '45', 6_000), adjustment('CO', '45', 4_000)];
    expect(classesOf(...both)).toEqual(['disputed', 'disputed']);
  });

  it('go to a person when they take more than the charge', () => {
    const both = [adjustment('CO', '45', 10_120), adjustment('CO', '144', -120)];
    expect(classesOf(...both)).toEqual(['disputed', 'contractual']);
  });

  it('stay routine beside a share of the patient, a payer before or a denial that takes the rest', () => {
    expect(classesOf(adjustment('CO', '45', 6_000), adjustment('PR', '1', 4_000))).toEqual([
      'contractual',
      'patient-share',
    ]);
    expect(classesOf(adjustment('CO', '45', 6_000), adjustment('OA', '23', 4_000))[0]).toBe('contractual');
    expect(classesOf(adjustment('CO', '45', 6_000), adjustment('CO', '197', 4_000))).toEqual([
      'contractual',
      'disputed',
    ]);
  });

  it('stay routine where nothing was charged', () => {
    const nothing = { ...place, charge: cents(0) };
    expect(classOf(adjustment('CO', '45', 0), nothing)).toBe('contractual');
  });
});

describe('a rule of a practice', () => {
  const bundled: ClassTerms = { reasons: ['97'], class: 'contractual', payerId: 'northwind' };
  const part = adjustment('CO', '97', 4_000);

  it('answers before ours', () => {
    expect(classOf(part, place, [bundled])).toBe('contractual');
    expect(classOf(adjustment('CO', '45', 1), place, [{ reasons: ['45'], class: 'disputed' }])).toBe(
      'disputed',
    );
  });

  it('leaves the whole charge to a person unless it says otherwise', () => {
    const whole = adjustment('CO', '97', charge);
    expect(classOf(whole, place, [bundled])).toBe('disputed');
    expect(classOf(whole, place, [{ ...bundled, ofWhole: 'contractual' }])).toBe('contractual');
  });

  it('says nothing of group PR unless it names it', () => {
    expect(classOf(adjustment('PR', '97', 4_000), place, [bundled])).toBe('disputed');
    const ofPatient: ClassTerms = { reasons: ['97'], groups: ['PR'], class: 'patient-share' };
    expect(classOf(adjustment('PR', '97', 4_000), place, [ofPatient])).toBe('patient-share');
  });

  it.each([
    ['2026-02-28', 'disputed'],
    ['2026-03-01', 'contractual'],
    ['2026-03-31', 'contractual'],
    ['2026-04-01', 'disputed'],
  ])('answers for payments from its first day to its last: %s is %s', (paymentDate, expected) => {
    const dated = { ...bundled, from: '2026-03-01', to: '2026-03-31' };
    expect(classOf(part, { ...place, paymentDate }, [dated])).toBe(expected);
  });

  it('that comes first answers', () => {
    const other: ClassTerms = { reasons: ['97', '59'], class: 'receivable' };
    expect(classOf(part, place, [bundled, other])).toBe('contractual');
    expect(classOf(part, place, [other, bundled])).toBe('receivable');
  });

  it('that states payers before this one counts only where there are any', () => {
    const stated: ClassTerms = { reasons: ['94'], class: 'prior-payer' };
    const impact = adjustment('OA', '94', 4_000);
    expect(classOf(impact, place, [stated])).toBe('disputed');
    expect(classOf(impact, { ...place, hasPriorPayer: true }, [stated])).toBe('prior-payer');
  });

  it('is one for all payers, or for the one that it names', () => {
    const everybody: ClassTerms = { reasons: ['131'], class: 'disputed' };
    expect(rulesOfPayer([bundled, everybody], 'northwind')).toEqual([bundled, everybody]);
    expect(rulesOfPayer([bundled, everybody], 'cascade')).toEqual([everybody]);
  });
});

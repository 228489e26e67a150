import { describe, expect, it } from 'vitest';
import { classOf } from '../../../functions/domain/ledger/adjustment-class.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjustment } from '../../factories/adjudications.ts';

const charge = cents(10_000);

describe('an adjustment', () => {
  it.each([
    ['PR', '1', 'patient-share'],
    ['PR', '2', 'patient-share'],
    ['PR', '3', 'patient-share'],
    ['CO', '187', 'patient-share'],
    ['CO', '45', 'contractual'],
    ['CO', '24', 'contractual'],
    ['CO', '253', 'contractual'],
    ['CO', '144', 'contractual'],
    ['CO', '237', 'contractual'],
    ['CO', '59', 'contractual'],
    ['OA', 'P12', 'contractual'],
    ['CO', '104', 'receivable'],
    ['CO', '105', 'receivable'],
    ['PR', '45', 'disputed'],
    ['PR', '96', 'disputed'],
    ['CO', '1', 'disputed'],
    ['CO', '97', 'disputed'],
    ['CO', '94', 'disputed'],
    ['PI', '16', 'disputed'],
    ['OA', '18', 'disputed'],
  ] as const)('%s-%s of a part of the charge is %s', (group, reason, expected) => {
    expect(classOf(adjustment(group, reason, 100), { charge, hasPriorPayer: false })).toBe(expected);
  });

  it.each(['45', '24', '59', '172', 'B10', 'P12'])('CO-%s of the whole charge goes to a person', (reason) => {
    const whole = adjustment('CO', reason, charge);
    expect(classOf(whole, { charge, hasPriorPayer: false })).toBe('disputed');
  });

  it.each(['253', '144', '237'])('CO-%s stays what it is, however much', (reason) => {
    const whole = adjustment('CO', reason, charge);
    expect(classOf(whole, { charge, hasPriorPayer: false })).toBe('contractual');
  });

  it('OA-23 tells of payers before this one, of whom a first payer has none', () => {
    const impact = adjustment('OA', '23', charge);
    expect(classOf(impact, { charge, hasPriorPayer: true })).toBe('prior-payer');
    expect(classOf(impact, { charge, hasPriorPayer: false })).toBe('disputed');
  });
});

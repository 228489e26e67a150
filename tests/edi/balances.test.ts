import { describe, expect, it } from 'vitest';
import { cents, zero } from '../../functions/edi/money.ts';
import { addPaid, findImbalances, paymentDifference } from '../../functions/edi/x835/balances.ts';
import type { RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { deniedLine, paidClaim, paidLine, remittance } from './material/remittance-sets.ts';

const imbalancesOf = (claim: RemittanceClaim): [line: number | 'claim', difference: number][] => {
  const found: [number | 'claim', number][] = [];
  findImbalances(claim, (difference, line) => found.push([line ?? 'claim', difference]));
  return found;
};

describe('a claim of an 835', () => {
  it('balances where charges less adjustments are what is paid', () => {
    expect(imbalancesOf(paidClaim())).toEqual([]);
    expect(imbalancesOf(paidClaim({ charge: zero, paid: zero, lines: undefined }))).toEqual([]);
  });

  it('counts adjustments of its own once, and those of its lines', () => {
    const adjustments = [{ group: 'CO', reasons: [{ reason: '45', amount: cents(1_000) }] }];
    expect(imbalancesOf(paidClaim({ adjustments }))).toEqual([['claim', -1_000]]);
    expect(imbalancesOf(paidClaim({ adjustments, paid: cents(9_000) }))).toEqual([]);
  });

  it('tells which lines do not balance, and then whether the claim does', () => {
    const lines = [paidLine({ paid: cents(9_900) }), deniedLine({ charge: cents(8_050) })];
    expect(imbalancesOf(paidClaim({ lines }))).toEqual([
      [1, 100],
      [2, 50],
    ]);
    expect(imbalancesOf(paidClaim({ charge: cents(23_001) }))).toEqual([['claim', 1]]);
  });

  it('cannot be added up where amounts are larger than any number', () => {
    const reasons = [1, 2].map(() => ({ reason: '45', amount: cents(Number.MAX_SAFE_INTEGER) }));
    expect(() => imbalancesOf(paidClaim({ adjustments: [{ group: 'CO', reasons }] }))).toThrow(RangeError);
  });
});

describe('a payment', () => {
  const { providerAdjustments: _, ...payment } = remittance();

  it('is what its claims come to, less what is taken off as a whole', () => {
    expect(paymentDifference(payment, payment.paid)).toBe(0);
    const adjustments = [
      { identifier: { reason: 'WO', reference: 'ICN1' }, amount: cents(2_500) },
      { identifier: { reason: 'L6' }, amount: cents(-500) },
    ];
    const providerAdjustments = [
      { providerId: '1234567893', fiscalPeriodEnd: '2026-12-31', adjustments },
      { providerId: '1999999984', fiscalPeriodEnd: '2026-12-31', adjustments },
    ];
    const taken = { ...payment, providerAdjustments };
    expect(paymentDifference(taken, payment.paid)).toBe(-4_000);
    expect(paymentDifference(taken, cents(payment.paid + 4_000))).toBe(0);
  });

  it('is unknown from a claim on whose own is', () => {
    expect(addPaid(cents(100), cents(-30))).toBe(70);
    expect(addPaid(cents(100), undefined)).toBeUndefined();
    expect(addPaid(undefined, cents(100))).toBeUndefined();
  });
});

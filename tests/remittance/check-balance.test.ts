import { describe, expect, it } from 'vitest';
import { cents } from '../../functions/edi/money.ts';
import {
  checkClaimBalance,
  checkPaymentBalance,
  groupsOf,
} from '../../functions/remittance/check-balance.ts';
import { withheld } from '../edi/material/remittance-sets.ts';
import { adjusted, deniedLine, paidLine, remittance, remittanceClaim } from '../factories/remittances.ts';

const placed = (change: Parameters<typeof remittanceClaim>[0] = {}) => ({
  position: 3,
  claim: remittanceClaim(change),
});

describe('a claim of a payment', () => {
  it('balances where charge less adjustments is the payment, line by line and as a whole', () => {
    expect(checkClaimBalance(placed())).toEqual([]);
  });

  it('names itself and the difference where it does not', () => {
    expect(checkClaimBalance(placed({ charge: cents(23_105) }))).toEqual([
      {
        code: 'claim-unbalanced',
        path: 'CLP[3]',
        detail: 'Charge less adjustments differs from the payment by 1.05',
      },
    ]);
  });

  it('names the line that does not balance, and only that where the claim does', () => {
    const lines = [paidLine({ charge: cents(15_100) }), deniedLine({ charge: cents(7_900) })];
    expect(checkClaimBalance(placed({ lines }))).toEqual([
      {
        code: 'line-unbalanced',
        path: 'CLP[3]/SVC[1]',
        detail: 'Charge less adjustments differs from the payment by 1.00',
      },
      {
        code: 'line-unbalanced',
        path: 'CLP[3]/SVC[2]',
        detail: 'Charge less adjustments differs from the payment by -1.00',
      },
    ]);
  });

  it('has the groups of its own adjustments and of its lines’', () => {
    const both = { adjustments: adjusted(['OA', '23', 100]), lines: [paidLine()] };
    expect(groupsOf(remittanceClaim(both))).toEqual(['OA', 'CO', 'PR']);
    expect(groupsOf(remittanceClaim({ lines: undefined }))).toEqual([]);
  });
});

const set = (
  change: Parameters<typeof remittance>[1],
  broken: readonly { readonly paid?: ReturnType<typeof cents> }[] = [],
) => ({
  controlNumber: '0001',
  number: 1,
  data: remittance([], change),
  claims: [{ position: 1, number: '', content: '', figures: '', paid: cents(10_000), numbers: [] }],
  wordingDigest: '',
  broken: broken.map((partial, at) => ({ reference: undefined, position: at + 2, partial, findings: [] })),
});

describe('a payment', () => {
  it('is its claims less what is taken off it beside them', () => {
    expect(checkPaymentBalance(set({ paid: cents(10_000) }))).toEqual([]);
    expect(
      checkPaymentBalance(set({ paid: cents(7_000), providerAdjustments: [withheld(cents(3_000))] })),
    ).toEqual([]);
  });

  it('is held with the difference where it is not', () => {
    expect(checkPaymentBalance(set({ paid: cents(9_950) }))).toEqual([
      {
        code: 'payment-unbalanced',
        path: 'BPR02',
        detail: 'Claims less provider adjustments differ by 0.50',
      },
    ]);
  });

  it('counts a claim that cannot be read with what can be read of it', () => {
    expect(checkPaymentBalance(set({ paid: cents(12_500) }, [{ paid: cents(2_500) }]))).toEqual([]);
  });

  it('cannot be checked where the payment of such a claim is unknown', () => {
    expect(checkPaymentBalance(set({ paid: cents(10_000) }, [{}]))).toEqual([
      {
        code: 'payment-uncheckable',
        path: 'BPR02',
        detail: 'The payment of a claim that cannot be read is unknown',
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Adjudication, Claim } from '../../../functions/domain/claim.ts';
import { creditBalances } from '../../../functions/domain/ledger/credit-balances.ts';
import { patientRefundRuleOf, refundRuleOf } from '../../../functions/domain/ledger/overpayment-rules.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';

/** A claim of 150.00. */
const sent = (change: Partial<Claim> = {}): Claim =>
  claim({
    lines: claim()
      .lines.slice(0, 1)
      .map((line) => ({ ...line, charge: cents(15_000) })),
    ...change,
  });

const decided = (
  paid: number,
  adjustments: Adjudication['adjustments'],
  change: Partial<Adjudication> = {},
) => ({
  ...adjudication(),
  adjudicationId: `A${paid}`,
  claimStatusCode: '1',
  charge: cents(15_000),
  paid: cents(paid),
  adjustments,
  lines: [],
  remarks: [],
  traceNumber: `T${paid}`,
  paymentDate: '2026-11-02',
  ...change,
});

const lowered = (group: 'CO' | 'PR' | 'OA', reason: string, amount: number) => ({
  group,
  reason,
  amount: cents(amount),
});

const context = {
  payerOf: (_practiceId: string, payerId: string) =>
    ({
      northwind: { claimFilingIndicator: 'CI', overpaymentDays: 45 },
      harbor: { claimFilingIndicator: 'MB' },
    })[payerId],
  state: 'TX',
};

const first = sent({
  adjudications: [decided(10_000, [lowered('CO', '45', 3000), lowered('PR', '2', 2000)])],
});
const second = (paid: number, adjustments: Adjudication['adjustments']): Claim =>
  sent({
    claimId: 'C0000000000B1',
    payerId: 'harbor',
    responsibility: 'S',
    adjudications: [
      decided(paid, adjustments, { adjudicationId: 'B', traceNumber: 'B', paymentDate: '2026-11-20' }),
    ],
  });

describe('a visit for which too much was paid', () => {
  it('is none where payments and adjustments come to the charge, or to less', () => {
    expect(creditBalances([first], context)).toEqual([]);
    expect(creditBalances([sent()], context)).toEqual([]);
    expect(creditBalances([], context)).toEqual([]);
    expect(creditBalances([first, second(2000, [lowered('OA', '23', 13_000)])], context)).toEqual([]);
  });

  it('is found over both payers, with each that paid, the earliest day first', () => {
    const visit = [first, second(8000, [lowered('OA', '23', 7_000)])];
    expect(creditBalances(visit, context)).toMatchObject([
      {
        encounterId: 'E1001',
        amount: 3000,
        identifiedOn: '2026-11-20',
        claims: [
          { claimId: 'C0000000000A1', paid: 10_000, dueOn: '2027-01-04', rule: { source: 'the contract' } },
          {
            claimId: 'C0000000000B1',
            paid: 8000,
            dueOn: '2027-01-19',
            rule: { days: 60, suspendedDays: 180 },
          },
        ],
        dueOn: '2027-01-04',
      },
    ]);
  });

  it('is found where one payer paid twice, until that is refunded', () => {
    const twice = decided(10_000, [lowered('CO', '45', 3000), lowered('PR', '2', 2000)], {
      adjudicationId: 'twice',
      traceNumber: 'T9',
      paymentDate: '2026-11-09',
    });
    const paidTwice = sent({ adjudications: [...first.adjudications, twice] });
    // 100.00 twice and 30.00 by contract: 80.00 more than the charge.
    expect(creditBalances([paidTwice], context)).toMatchObject([
      { amount: 8000, claims: [{ paid: 20_000, paidTwice: 10_000 }], identifiedOn: '2026-11-09' },
    ]);
    const by = { kind: 'person', subject: 'biller@maple-street.example' } as const;
    const refund = {
      refundId: 'r',
      amount: cents(10_000),
      date: '2026-11-20',
      document: 'letter',
      by,
      at: '2026-11-20T00:00:00Z',
    };
    expect(creditBalances([{ ...paidTwice, refunds: [refund] }], context)).toEqual([]);
    const takeback = {
      takebackId: 't',
      amount: cents(10_000),
      reference: 'ICN900100',
      traceNumber: 'T',
      paymentDate: '2026-12-01',
    };
    expect(creditBalances([{ ...paidTwice, takebacks: [takeback] }], context)).toEqual([]);
    const part = { ...refund, amount: cents(7000) };
    expect(creditBalances([{ ...paidTwice, refunds: [part] }], context)).toMatchObject([
      { amount: 1000, claims: [{ paid: 13_000, refunded: 7000 }] },
    ]);
  });

  it('is found with what the patient paid, who has it back by the law of the state', () => {
    const patientPaid = () => cents(3500);
    expect(creditBalances([first], { ...context, patientPaid })).toMatchObject([
      { amount: 1500, patient: { owedTo: 'patient', amount: 1500, dueOn: '2026-12-02' } },
    ]);
    const elsewhere = creditBalances([first], { ...context, patientPaid, state: 'OR' });
    expect(elsewhere[0]?.patient).toEqual({ owedTo: 'patient', amount: 1500 });
  });

  it('is none by a write-off or a bill to the patient alone', () => {
    const by = { kind: 'person', subject: 'biller@maple-street.example' } as const;
    const writeOffs = [{ amount: cents(9000), reason: 'small balance', decidedBy: by, taskId: 't' }];
    expect(creditBalances([{ ...first, writeOffs, patientBilled: cents(9000) }], context)).toEqual([]);
  });

  it('has no day where nobody entered the contract’s', () => {
    const visit = [first, second(8000, [lowered('OA', '23', 7_000)])];
    const [credit] = creditBalances(visit, { ...context, payerOf: () => ({ claimFilingIndicator: 'CI' }) });
    expect(credit).toMatchObject({ amount: 3000 });
    expect(credit).not.toHaveProperty('dueOn');
  });

  it('stands before those that have more time', () => {
    const visits = ['E1', 'E2'].map((encounterId) =>
      sent({
        encounterId,
        claimId: encounterId === 'E1' ? 'C0000000000A1' : 'C0000000000A2',
        adjudications: [
          decided(16_000, [], { paymentDate: encounterId === 'E1' ? '2026-11-09' : '2026-11-02' }),
        ],
      }),
    );
    for (const order of [visits, visits.toReversed()])
      expect(creditBalances(order, context).map(({ encounterId }) => encounterId)).toEqual(['E2', 'E1']);
  });
});

it('the law goes before the contract, and says where it stands', () => {
  expect(refundRuleOf({ claimFilingIndicator: 'MB', overpaymentDays: 300 })).toMatchObject({ days: 60 });
  expect(refundRuleOf({ claimFilingIndicator: 'MC' })).toMatchObject({ days: 60, certainty: 'secondary' });
  expect(refundRuleOf({ claimFilingIndicator: 'CI' })).toBeUndefined();
  expect(patientRefundRuleOf('TX')).toMatchObject({ days: 30 });
});

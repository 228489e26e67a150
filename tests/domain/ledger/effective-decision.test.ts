import { describe, expect, it } from 'vitest';
import type { Takeback } from '../../../functions/domain/claim/moved-money.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import {
  answersLatest,
  effectiveAdjudication,
  insurancePaidOf,
  liveDecisions,
} from '../../../functions/domain/ledger/effective-decision.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication, adjustment, reversalOf, settledAdjudication } from '../../factories/adjudications.ts';
import { adjudicated, claim } from '../../factories/claims.ts';
import { biller } from '../../factories/tasks.ts';

const takeback = (amount: number, change: Partial<Takeback> = {}): Takeback => ({
  takebackId: `t${amount}`,
  amount: cents(amount),
  reference: 'ICN900100',
  traceNumber: 'recovery',
  paymentDate: '2026-12-01',
  ...change,
});

const first = adjudication();
const next = { traceNumber: 'next', paymentDate: '2026-11-28' };
const again = adjudication({ adjudicationId: 'payment-2/1', ...next });

describe('what an insurance paid', () => {
  it.each([
    ['all of it', 10_000, 10_000],
    ['a part of it', 4_000, 10_000],
    ['more than it', 13_000, 7_000],
  ])('stays when the payer takes back a second payment of the same: %s', (_what, amount, expected) => {
    const twice = claim({ adjudications: [first, again], takebacks: [takeback(amount)] });
    expect(insurancePaidOf(twice)).toBe(expected);
  });

  it.each([
    ['less than it', 3_000, 10_000],
    ['all of it', 4_000, 10_000],
    ['more than it', 5_000, 9_000],
  ])(
    'stays when the rest of a second payment is taken back after a refund: %s',
    (_what, amount, expected) => {
      const refund = {
        refundId: 'r',
        amount: cents(6_000),
        date: '2026-11-30',
        document: 'letter',
        by: biller,
        at: '2026-11-30T09:00:00.000Z',
      };
      const twice = claim({
        adjudications: [first, again],
        takebacks: [takeback(amount)],
        refunds: [refund],
      });
      expect(insurancePaidOf(twice)).toBe(expected);
    },
  );

  it('is less by what is taken back without a word', () => {
    expect(insurancePaidOf(claim({ adjudications: [first], takebacks: [takeback(4_000)] }))).toBe(6_000);
  });

  it('is less once where a reversal says the same as the recovery', () => {
    const corrected = [
      first,
      { ...reversalOf(first), ...next },
      settledAdjudication({ adjudicationId: 'payment-2/2', paid: cents(7_000), ...next }),
    ];
    expect(insurancePaidOf(claim({ adjudications: corrected }))).toBe(7_000);
    expect(insurancePaidOf(claim({ adjudications: corrected, takebacks: [takeback(3_000)] }))).toBe(7_000);
    expect(insurancePaidOf(claim({ adjudications: corrected, takebacks: [takeback(3_500)] }))).toBe(6_500);
  });

  it('counts what was announced and then made as nothing', () => {
    const takebacks = [takeback(-3_000), takeback(3_000)];
    expect(insurancePaidOf(claim({ adjudications: [first], takebacks }))).toBe(10_000);
  });

  it('is what the replacement was paid once the original is taken back beside the claims', () => {
    const second = { number: 2, frequency: '7', fileAccepted: true } as const;
    const replacement = settledAdjudication({
      adjudicationId: 'new',
      submissionNumber: 2,
      paid: cents(7_000),
    });
    const resent = claim({
      submissions: [...claim().submissions, second],
      adjudications: [first, replacement],
    });
    expect(insurancePaidOf(resent)).toBe(17_000);
    expect(insurancePaidOf({ ...resent, takebacks: [takeback(10_000)] })).toBe(7_000);
  });

  it('has nothing of a reversal that waits, or of a predetermination', () => {
    const advance = adjudication({ adjudicationId: 'payment-0/1', claimStatusCode: '25' });
    const waiting = { ...reversalOf(first), paid: cents(-9_000), ...next };
    expect(insurancePaidOf(claim({ adjudications: [advance, first, waiting] }))).toBe(10_000);
  });
});

/** The decision by its lines, each in a payment of its own; the later payment decides the first line. */
const parts = (): Claim => {
  const [one, two] = first.lines;
  if (!one || !two) throw new TypeError('The decision of the tests has two lines');
  const part = (line: typeof one, change: Partial<typeof first>) =>
    adjudication({ charge: line.charge, paid: line.paid, lines: [line], ...change });
  return adjudicated({
    adjudications: [
      part(one, {
        adjudicationId: 'b/1',
        remarks: ['MA01', 'MA18'],
        adjustments: [adjustment('CO', '225', 0)],
        payerControlNumber: 'ICN-B',
        ...next,
      }),
      part(two, { adjudicationId: 'a/1', remarks: ['MA01'], payerControlNumber: 'ICN-A' }),
    ],
  });
};

describe('decisions put together', () => {
  it('come in the order of their dates', () => {
    expect(liveDecisions(parts()).map(({ adjudicationId }) => adjudicationId)).toEqual(['a/1', 'b/1']);
  });

  it('of parts are one decision, with the last one’s number and every remark once', () => {
    expect(effectiveAdjudication(parts())).toMatchObject({
      adjudicationId: 'b/1',
      payerControlNumber: 'ICN-B',
      paymentDate: '2026-11-28',
      charge: 23_000,
      paid: 10_000,
      adjustments: [{ reason: '225' }],
      remarks: ['MA01', 'MA18'],
      lines: [{ lineNumber: 2 }, { lineNumber: 1 }],
    });
  });

  it('are the same in whatever order parts of one day came', () => {
    const sameDay = parts().adjudications.map((one) => ({ ...one, paymentDate: '2026-11-28' }));
    const [one, other] = [sameDay, sameDay.toReversed()].map((adjudications) =>
      effectiveAdjudication({ ...parts(), adjudications }),
    );
    expect(one).toEqual(other);
    expect(one?.adjudicationId).toBe('b/1');
  });

  it('of one is that one, and of none nothing', () => {
    expect(effectiveAdjudication(claim({ adjudications: [first] }))).toEqual(first);
    expect(effectiveAdjudication(claim())).toBeUndefined();
  });
});

describe('the transmission that was sent last', () => {
  const resent = (change: Partial<Claim>): Claim =>
    claim({
      submissions: [
        { number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-10-14T09:00:00.000Z' },
        { number: 2, frequency: '7', fileAccepted: true, sentAt: '2026-11-28T23:00:00.000Z' },
      ],
      ...change,
    });
  const replacement = adjudication({ adjudicationId: 'payment-3/1', submissionNumber: 2, ...next });
  const reversal = { ...reversalOf(first), ...next };
  const correction = settledAdjudication({ adjudicationId: 'payment-2/2', ...next });

  it.each<[string, Partial<Claim>, boolean]>([
    ['before any decision', {}, false],
    ['by news of the first alone', { adjudications: [first] }, false],
    ['under its own number', { adjudications: [first, replacement] }, true],
    [
      'by a correction of the day on which it was sent',
      { adjudications: [first, reversal, correction] },
      true,
    ],
    [
      'by a correction from before it was sent',
      {
        adjudications: [
          first,
          { ...reversal, paymentDate: '2026-11-27' },
          { ...correction, paymentDate: '2026-11-27' },
        ],
      },
      false,
    ],
    ['by a second decision that corrects nothing', { adjudications: [{ ...first, ...next }] }, false],
    [
      'by a predetermination under its number',
      { adjudications: [first, { ...replacement, claimStatusCode: '25' }] },
      false,
    ],
    [
      'by a reversal under its number, which takes back nothing that is known',
      { adjudications: [first, { ...reversalOf(replacement), paid: cents(-1) }] },
      false,
    ],
  ])('is answered or not %s', (_how, change, expected) => {
    expect(answersLatest(resent(change))).toBe(expected);
  });

  it('is not answered by what was taken back and not decided again', () => {
    expect(answersLatest(resent({ adjudications: [first, reversal] }))).toBe(false);
  });

  it('is not answered by an earlier replacement, when what was taken back is the original', () => {
    const third = {
      number: 3,
      frequency: '7',
      fileAccepted: true,
      sentAt: '2026-11-20T00:00:00.000Z',
    } as const;
    const adjudications = [first, reversal, replacement];
    expect(answersLatest(resent({ submissions: [...resent({}).submissions, third], adjudications }))).toBe(
      false,
    );
  });

  it('is not answered by a correction while nobody knows when it was sent', () => {
    const unsent = { number: 2, frequency: '7', fileAccepted: false } as const;
    const adjudications = [first, reversal, correction];
    expect(answersLatest(claim({ submissions: [...claim().submissions, unsent], adjudications }))).toBe(
      false,
    );
  });

  it('was there before it can be answered', () => {
    expect(answersLatest(claim({ submissions: [], adjudications: [first] }))).toBe(false);
  });
});

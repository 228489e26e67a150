import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personActor } from '../../../functions/domain/actor.ts';
import type { Takeback } from '../../../functions/domain/claim/moved-money.ts';
import type { Adjudication, Claim } from '../../../functions/domain/claim.ts';
import { recordRefund, withdrawRefund } from '../../../functions/domain/ledger/record-refund.ts';
import { claimPosition } from '../../../functions/domain/position.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';

const by = personActor({
  mailbox: 'biller@maple-street.example',
  practiceId: 'maple-street',
  role: 'biller',
});
const at = '2026-12-01T12:00:00.000Z';

/** A claim of 300.00. */
const sent = (change: Partial<Claim> = {}): Claim =>
  claim({
    lines: claim()
      .lines.slice(0, 1)
      .map((line) => ({ ...line, charge: cents(30_000) })),
    ...change,
  });

/** A decision about the whole charge; what is not paid is adjusted by contract. */
const decided = (id: string, paid: number, change: Partial<Adjudication> = {}): Adjudication => ({
  ...adjudication(),
  adjudicationId: id,
  claimStatusCode: '1',
  charge: cents(30_000),
  paid: cents(paid),
  adjustments: paid === 30_000 ? [] : [{ group: 'CO', reason: '45', amount: cents(30_000 - paid) }],
  lines: [],
  remarks: [],
  traceNumber: 'T1',
  paymentDate: '2026-11-02',
  ...change,
});

const original = decided('original', 30_000);
const reversal = decided('reversal', -30_000, {
  claimStatusCode: '22',
  charge: cents(-30_000),
  adjustments: [],
  traceNumber: 'T2',
  paymentDate: '2026-12-02',
});
const correction = decided('correction', 12_000, { traceNumber: 'T2', paymentDate: '2026-12-02' });

const taken = (takebackId: string, amount: number): Takeback => ({
  takebackId,
  amount: cents(amount),
  reference: 'ICN1',
  traceNumber: 'T2',
  paymentDate: '2026-12-02',
});

const request = (amount: number) =>
  ({
    amount: cents(amount),
    date: '2026-11-20',
    checkNumber: '5501',
    document: 'letter of 2026-11-18',
  }) as const;

type Step = (before: Claim) => Claim;

const posts =
  (...adjudications: readonly Adjudication[]): Step =>
  (before) => ({ ...before, adjudications: [...before.adjudications, ...adjudications] });

const takes =
  (takeback: Takeback): Step =>
  (before) => ({ ...before, takebacks: [...before.takebacks, takeback] });

const refunds =
  (amount: number): Step =>
  (before) => {
    const recorded = recordRefund(before, request(amount), { by, at });
    if (!recorded.success) throw new Error(JSON.stringify(recorded.findings));
    return recorded.data?.claim ?? before;
  };

const paidAfter = (...steps: readonly Step[]): number =>
  claimPosition(steps.reduce((before, step) => step(before), sent())).insurancePaid;

const permutations = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  all.length < 2
    ? [all]
    : all.flatMap((one, at_) =>
        permutations(all.filter((_, other) => other !== at_)).map((rest) => [one, ...rest]),
      );

describe('a refund to the payer', () => {
  it('lowers what the payer paid', () => {
    expect(paidAfter(posts(original), refunds(18_000))).toBe(12_000);
  });

  it.each([
    [
      'the payer corrects and says that it has the check (72)',
      [posts(reversal, correction), takes(taken('72', -18_000))],
      12_000,
    ],
    [
      'the payer corrects and does not: it took the money a second time',
      [posts(reversal, correction)],
      -6_000,
    ],
    [
      'the payer announced to take it (WO) and has the check',
      [posts(reversal, correction), takes(taken('announced', -18_000))],
      12_000,
    ],
    [
      'the payer takes what it announced, and gives it back for the check (WO, 72)',
      [
        posts(reversal, correction),
        takes(taken('announced', -18_000)),
        takes(taken('taken', 18_000)),
        takes(taken('72', -18_000)),
      ],
      12_000,
    ],
    [
      'the payer takes it by WO and gives it back by 72, and corrects nothing',
      [takes(taken('taken', 18_000)), takes(taken('72', -18_000))],
      12_000,
    ],
    ['the payer takes it by WO all the same', [takes(taken('taken', 18_000))], -6_000],
  ])('is right in every order: %s', (_, steps: readonly Step[], paid) => {
    const refund = { refundId: 'r', ...request(18_000), by, at };
    const recorded: Step = (before) => ({ ...before, refunds: [...before.refunds, refund] });
    for (const order of permutations([...steps, recorded, posts(original)])) {
      expect(paidAfter(...order)).toBe(paid);
    }
  });

  it('of what was paid twice leaves what was paid once alone', () => {
    const twice = decided('twice', 30_000, { traceNumber: 'T9', paymentDate: '2026-11-09' });
    expect(paidAfter(posts(original, twice))).toBe(30_000);
    expect(paidAfter(posts(original, twice), refunds(30_000))).toBe(30_000);
    expect(paidAfter(posts(original, twice), refunds(35_000))).toBe(25_000);
  });

  it('is not more than the payer paid and has not back', () => {
    const paid = posts(original)(sent());
    expect(recordRefund(paid, request(30_001), { by, at })).toMatchObject({
      success: false,
      findings: [{ code: 'too-much', path: 'amount', detail: expect.stringContaining('300.00') }],
    });
    const once = refunds(20_000)(paid);
    expect(recordRefund(once, { ...request(10_001), checkNumber: '5502' }, { by, at }).success).toBe(false);
    expect(recordRefund(sent(), request(1), { by, at }).success).toBe(false);
  });

  it('recorded again is the same, under another check another', () => {
    const once = refunds(10_000)(posts(original)(sent()));
    expect(recordRefund(once, request(10_000), { by, at })).toEqual({ success: true, data: undefined });
    const other = recordRefund(once, { ...request(10_000), checkNumber: '5502' }, { by, at });
    expect(other.success && other.data?.claim.refunds).toHaveLength(2);
  });

  it('tells who recorded it and what then stands', () => {
    const recorded = recordRefund(posts(original)(sent()), request(10_000), { by, at });
    expect(recorded.success && recorded.data?.event).toEqual({
      type: 'refund-recorded',
      actor: by,
      detail: {
        refundId: expect.any(String),
        amount: 10_000,
        date: '2026-11-20',
        insurancePaid: 20_000,
        open: 10_000,
      },
    });
  });

  it('opens a closed claim that then lacks money, and no other', () => {
    const closed = posts(original)(sent({ status: 'closed', end: 'paid' }));
    const lacking = refunds(10_000)(closed);
    expect([lacking.status, lacking.end]).toEqual(['adjudicated', undefined]);
    const twice = posts(decided('twice', 30_000, { traceNumber: 'T9', paymentDate: '2026-11-09' }))(closed);
    expect(refunds(30_000)(twice)).toMatchObject({ status: 'closed', end: 'paid' });
  });

  it('that was recorded wrongly is withdrawn and kept, and may be recorded again', () => {
    const once = refunds(10_000)(posts(original)(sent()));
    const refundId = once.refunds[0]?.refundId ?? '';
    const withdrawn = withdrawRefund(once, refundId, { by, at, note: 'the check was void' })?.claim ?? once;
    expect(claimPosition(withdrawn).insurancePaid).toBe(30_000);
    expect(withdrawRefund(withdrawn, refundId, { by, at, note: 'again' })).toBeUndefined();
    const again = refunds(10_000)(withdrawn);
    expect(again.refunds.map((refund) => refund.withdrawn !== undefined)).toEqual([true, false]);
    expect(claimPosition(again).insurancePaid).toBe(20_000);
  });
});

it('what the payer takes back goes first against what it paid twice', () => {
  const twice = [original, decided('again', 30_000, { traceNumber: 'T3' })];
  const takenBackOnce = sent({ adjudications: twice, takebacks: [taken('K1', 30_000)] });
  expect(claimPosition(takenBackOnce).insurancePaid).toBe(30_000);
  const takenBackMore = sent({ adjudications: twice, takebacks: [taken('K1', 40_000)] });
  expect(claimPosition(takenBackMore).insurancePaid).toBe(20_000);
});

it('without a refund nothing is otherwise than before, whatever the payer took', () => {
  const amounts = fc.array(
    fc.integer({ min: -300, max: 300 }).map((amount) => amount * 100),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(amounts, (all) => {
      const total = all.reduce((sum, amount) => sum + amount, 0);
      const steps = all.map((amount, number) => takes(taken(`t${number}`, amount)));
      expect(paidAfter(posts(original), ...steps)).toBe(30_000 - Math.max(0, total));
    }),
  );
});

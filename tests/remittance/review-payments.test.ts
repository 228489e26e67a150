import { describe, expect, it } from 'vitest';
import { progressOf } from '../../functions/domain/ledger/payment.ts';
import { cents } from '../../functions/edi/money.ts';
import { resolveHeld } from '../../functions/remittance/by-hand/resolve-held.ts';
import { type ReviewPaymentsEffects, reviewPayments } from '../../functions/remittance/review-payments.ts';
import {
  biller,
  byHandOn,
  enter,
  fileOf400,
  onlyPayment,
  paidClaim,
  paperClaim,
  paperOf400,
  records,
  tasksIn,
} from '../factories/by-hand-records.ts';
import { type PostingRecords, post835, received } from '../factories/posting-records.ts';
import { practice } from '../factories/practices.ts';
import { adjusted } from '../factories/remittances.ts';

/** Payments of the factory are of 20 March. */
const at = (date: string): Date => new Date(`${date}T08:00:00Z`);

const review = async (of: PostingRecords, now: Date): Promise<unknown> => {
  const counts: unknown[] = [];
  const effects: ReviewPaymentsEffects = {
    ...byHandOn(of),
    ...of.payments.records,
    ...tasksIn(of.tasks),
    listPractices: async () => [practice()],
    paymentsOfPractice: async (_, { from, to }) =>
      [...of.payments.payments.values()].filter(({ date = '' }) => from <= date && date <= to),
    raiseTask: async (draft, { taskId, practiceId }) =>
      of.effects.raiseTask(draft, { partnerId: 'payer-simulator', practiceId }, taskId),
    now: () => now,
    reviewed: (count) => counts.push(count),
  };
  await reviewPayments(effects);
  return counts[0];
};

const reversal = paidClaim('A', {
  ...{ statusCode: '22', charge: cents(-23_000), paid: cents(-20_000) },
  adjustments: adjusted(['CO', '45', -3_000]),
});

/** Two claims are paid, and of a third a payment is taken back that never came. */
const withWaiting = async (): Promise<PostingRecords> => {
  const of = records();
  const claims = [reversal, paidClaim('B'), paidClaim('C')];
  await post835(received(fileOf400(claims, { paid: cents(20_000) })), of);
  return of;
};

const open = (of: PostingRecords) => [...of.tasks.values()].filter(({ outcome }) => !outcome);

describe('a reversal whose decision does not come', () => {
  it('is asked about after thirty days, once, naming payment and amount', async () => {
    const of = await withWaiting();
    expect(await review(of, at('2026-04-18'))).toEqual({ waiting: 0, settled: 0 });
    expect(open(of)).toEqual([]);
    expect(await review(of, at('2026-04-19'))).toEqual({ waiting: 1, settled: 0 });
    await review(of, at('2026-04-20'));
    expect(open(of)).toHaveLength(1);
    const [{ draft } = { draft: undefined }] = open(of);
    expect(draft?.reasons[0]?.text).toMatch(/-200\.00 of C0000000000A1-1 in payment CK0012345 of 2026-03-20/);
  });

  it('is not asked about where the decision came meanwhile', async () => {
    const of = await withWaiting();
    const late = fileOf400([paidClaim('A')], {
      paid: cents(20_000),
      traceNumber: 'CK1',
      paymentDate: '2026-03-10',
    });
    await post835(received(late, { fileId: 'f2' }), of);
    expect(await review(of, at('2026-04-19'))).toEqual({ waiting: 0, settled: 0 });
    expect(open(of)).toEqual([]);
  });
});

describe('a task about a payment', () => {
  /** Of 400.00 one claim is posted, and the other has a number that we never gave. */
  const withUnknown = async (): Promise<PostingRecords> => {
    const of = records();
    await post835(received(fileOf400([paidClaim('A'), paidClaim('X')])), of);
    return of;
  };

  it('stays while something of it is held, and is over once a person has worked that', async () => {
    const of = await withUnknown();
    expect(open(of)).toMatchObject([{ draft: { kind: 'partner-file', paymentId: expect.any(String) } }]);
    expect(await review(of, at('2026-03-21'))).toEqual({ waiting: 0, settled: 0 });
    expect(open(of)).toHaveLength(1);
    const { paymentId } = onlyPayment(of);
    const [held] = progressOf(onlyPayment(of), [...of.payments.parts.values()]).held;
    const name = { practiceId: 'maple-street', paymentId, adjudicationId: held?.adjudicationId ?? '' };
    const meant = { claimId: 'C0000000000B1', submissionNumber: 1, note: 'the member and the day are hers' };
    await resolveHeld(name, { action: 'match', ...meant }, biller, byHandOn(of));
    expect(open(of)).toEqual([]);
  });

  it('is over where another file posted what it was about', async () => {
    const of = records();
    const unbalanced = fileOf400([paidClaim('A')]);
    await post835(received(unbalanced), of);
    expect(open(of)).toHaveLength(1);
    await post835(received(fileOf400([paidClaim('A'), paidClaim('B')]), { fileId: 'f2' }), of);
    expect(await review(of, at('2026-03-22'))).toEqual({ waiting: 0, settled: 1 });
    expect(open(of)).toEqual([]);
    expect([...of.tasks.values()]).toMatchObject([{ outcome: { by: { subject: 'review-payments' } } }]);
  });

  it('leaves tasks alone that are about no payment', async () => {
    const of = records();
    await enter(of, paperOf400([paperClaim('A'), paperClaim('B')]));
    await of.effects.raiseTask(
      { kind: 'denial', owner: 'biller', title: 'x', reasons: [], advice: 'y', actions: ['dismiss'] },
      { partnerId: 'payer-simulator', practiceId: 'maple-street' },
      'denial-1',
    );
    expect(await review(of, at('2026-04-19'))).toEqual({ waiting: 0, settled: 0 });
    expect(open(of)).toHaveLength(1);
  });
});

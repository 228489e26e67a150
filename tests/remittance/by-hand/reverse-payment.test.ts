import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../functions/domain/ledger/payment.ts';
import type { PaymentAnswer } from '../../../functions/domain/ledger/payment-action.ts';
import { figuresOfPayment } from '../../../functions/domain/ledger/payment-figures.ts';
import { claimPosition } from '../../../functions/domain/position.ts';
import { cents } from '../../../functions/edi/money.ts';
import { postByHand } from '../../../functions/remittance/by-hand/post-by-hand.ts';
import { releasePayment } from '../../../functions/remittance/by-hand/release-payment.ts';
import { resolveHeld } from '../../../functions/remittance/by-hand/resolve-held.ts';
import { reversePayment } from '../../../functions/remittance/by-hand/reverse-payment.ts';
import {
  biller,
  byHandOn,
  codesOf,
  enter,
  figuresOf,
  fileOf400,
  onlyPayment,
  paidClaim,
  paidOf,
  paperClaim,
  paperOf400,
  records,
} from '../../factories/by-hand-records.ts';
import { type PostingRecords, post835, postStaged, received } from '../../factories/posting-records.ts';

const reverse = async (of: PostingRecords, practiceId = 'maple-street'): Promise<PaymentAnswer> => {
  const name = { practiceId, paymentId: onlyPayment(of).paymentId };
  const answer = await reversePayment(name, { note: 'posted to the wrong people' }, biller, byHandOn(of));
  await postStaged(of);
  return answer;
};

const decisionsOf = ({ claims }: PostingRecords): number[] =>
  [...claims.values()].map(({ adjudications }) => adjudications.length);

const ab = [paperClaim('A'), paperClaim('B')];
const file = fileOf400([paidClaim('A'), paidClaim('B')]);

describe('what a person posted and takes back', () => {
  it('stands reversed on each claim, in the name of who took it back', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    expect(await reverse(of)).toMatchObject({ outcome: 'done' });
    expect([paidOf(of), decisionsOf(of)]).toEqual([
      [0, 0, 0],
      [2, 2, 0],
    ]);
    const [decision, reversal] = of.claims.get('C0000000000A1')?.adjudications ?? [];
    expect(reversal).toMatchObject({
      ...{ claimStatusCode: '22', charge: -23_000, paid: -20_000, reverses: decision?.adjudicationId },
      ...{ adjustments: [{ group: 'CO', reason: '45', amount: -3_000 }], paymentDate: '2026-12-01' },
    });
    expect(of.events.at(-1)).toMatchObject({ type: 'remittance-reversed', actor: biller.by });
  });

  it('leaves nothing standing of the payment, which keeps both', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    await reverse(of);
    expect(figuresOf(of)).toEqual({
      ...{ claims: 0, handled: 0, posted: 0, unexplained: 0 },
      held: { number: 0, amount: 0 },
      otherSystems: { number: 0, amount: 0 },
    });
    expect(onlyPayment(of)).toMatchObject({
      status: 'posted',
      tellings: [{ parts: 1 }, { byHand: { note: 'posted to the wrong people', by: biller.by } }],
    });
    const account = of.claims.get('C0000000000A1');
    expect(account && claimPosition(account)).toMatchObject({
      insurancePaid: 0,
      adjustments: 0,
      patientBalance: 0,
    });
  });

  it('is taken back once', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    await reverse(of);
    expect(await reverse(of)).toMatchObject({ outcome: 'done' });
    expect([decisionsOf(of), onlyPayment(of).tellings.length]).toEqual([[2, 2, 0], 2]);
  });

  it('that was cut off is taken back when it is asked for again', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    const name = { practiceId: 'maple-street', paymentId: onlyPayment(of).paymentId };
    let changes = 0;
    const { changeClaim } = of.effects;
    const failing = {
      ...byHandOn(of),
      changeClaim: ((...about) =>
        ++changes > 1 ? Promise.reject(new Error('cut off')) : changeClaim(...about)) as typeof changeClaim,
    };
    await expect(reversePayment(name, { note: 'x' }, biller, failing)).rejects.toThrow('cut off');
    of.payments.staged.splice(0);
    await reverse(of);
    expect([paidOf(of), decisionsOf(of), figuresOf(of).posted]).toEqual([[0, 0, 0], [2, 2, 0], 0]);
  });

  it('may be entered again, even as it was', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    await reverse(of);
    expect(await enter(of, paperOf400(ab))).toMatchObject({ outcome: 'done', findings: [] });
    expect([paidOf(of), figuresOf(of).posted, figuresOf(of).claims]).toEqual([
      [20_000, 20_000, 0],
      40_000,
      2,
    ]);
    expect(codesOf(await enter(of, paperOf400(ab)))).toEqual(['told-again']);
    await reverse(of);
    await enter(of, paperOf400([paperClaim('A'), paperClaim('C')]));
    expect([paidOf(of), figuresOf(of).posted]).toEqual([[20_000, 0, 20_000], 40_000]);
  });

  it('and entered right is known when its 835 comes', async () => {
    const of = records();
    await enter(of, paperOf400([paperClaim('A'), paperClaim('C')]));
    await reverse(of);
    await enter(of, paperOf400(ab));
    await post835(received(file), of);
    expect([paidOf(of), decisionsOf(of), of.tasks.size]).toEqual([[20_000, 20_000, 0], [3, 1, 2], 0]);
  });

  it('is posted from its 835 that comes later', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    await reverse(of);
    await post835(received(file), of);
    await post835(received(file), of);
    expect([paidOf(of), figuresOf(of).posted, decisionsOf(of)]).toEqual([
      [20_000, 20_000, 0],
      40_000,
      [3, 3, 0],
    ]);
  });

  it('is posted from its 835 that came before, when a person says so', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    await post835(received(file, { fileId: 'f1' }), of);
    await reverse(of);
    expect(paidOf(of)).toEqual([0, 0, 0]);
    const name = { practiceId: 'maple-street', paymentId: onlyPayment(of).paymentId };
    const files = new Map([['f1', file]]);
    expect(
      await releasePayment(name, { note: 'the file is right' }, biller, byHandOn(of, files)),
    ).toMatchObject({ outcome: 'done' });
    expect([paidOf(of), figuresOf(of)]).toMatchObject([
      [20_000, 20_000, 0],
      { posted: 40_000, unexplained: 0 },
    ]);
  });

  it('leaves a payer’s decision alone that says the same', async () => {
    const of = records();
    const other = fileOf400([paidClaim('A'), paidClaim('B')], {
      traceNumber: 'EFT-1',
      paymentDate: '2026-03-19',
    });
    await enter(of, paperOf400(ab));
    await post835(received(other), of);
    const name = { practiceId: 'maple-street', paymentId: [...of.payments.payments.keys()][0] ?? '' };
    await reversePayment(name, { note: 'x' }, biller, byHandOn(of));
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
    const [paper, eft] = [...of.payments.payments.values()].map(
      (payment) =>
        progressOf(
          payment,
          [...of.payments.parts.values()].filter(({ paymentId }) => paymentId === payment.paymentId),
        ).posted,
    );
    expect([paper, eft]).toEqual([0, 40_000]);
  });

  it('of the day on which it is taken back stands reversed, too', async () => {
    const of = records();
    await enter(of, paperOf400(ab, { date: '2026-12-01' }));
    await reverse(of);
    expect([paidOf(of), figuresOf(of)]).toMatchObject([[0, 0, 0], { posted: 0, held: { number: 0 } }]);
  });

  it('and never counted takes nothing away', async () => {
    const of = records();
    const eft = { traceNumber: 'EFT-1', paymentDate: '2026-03-19' };
    await post835(received(fileOf400([paidClaim('A'), paidClaim('B')], eft)), of);
    await enter(of, paperOf400(ab));
    const [, paper] = of.payments.payments.values();
    const figures = () =>
      paper &&
      figuresOfPayment(
        of.payments.payments.get(paper.paymentId) ?? paper,
        [...of.payments.parts.values()].filter(({ paymentId }) => paymentId === paper.paymentId),
      );
    expect(figures()).toMatchObject({ posted: 0, held: { number: 2 } });
    const name = { practiceId: 'maple-street', paymentId: paper?.paymentId ?? '' };
    await reversePayment(name, { note: 'the EFT is it' }, biller, byHandOn(of));
    expect([paidOf(of), figures()]).toMatchObject([[20_000, 20_000, 0], { posted: 0, held: { number: 0 } }]);
  });

  it('does not explain what a payer took back meanwhile', async () => {
    const of = records();
    await enter(of, paperOf400([paperClaim('C')], { amount: 20_000, trace: 'EARLIER' }));
    const takes = {
      ...{ providerId: '1234567893', fiscalPeriodEnd: '2026-12-31' },
      adjustments: [{ identifier: { reason: 'WO', reference: 'C0000000000C1-1' }, amount: cents(5_000) }],
    };
    const file = fileOf400([paidClaim('A')], { paid: cents(15_000), providerAdjustments: [takes] });
    await post835(received(file), of);
    expect(paidOf(of)).toEqual([20_000, 0, 15_000]);
    const name = { practiceId: 'maple-street', paymentId: [...of.payments.payments.keys()][0] ?? '' };
    await reversePayment(name, { note: 'x' }, biller, byHandOn(of));
    expect(paidOf(of)).toEqual([20_000, 0, -5_000]);
  });

  it('holds what a person matched of it, too', async () => {
    const of = records();
    await enter(of, paperOf400([paperClaim('A'), paperClaim('X')]));
    const { paymentId } = onlyPayment(of);
    const [part] = of.payments.parts.values();
    const adjudicationId = part?.posting?.held[0]?.adjudicationId ?? '';
    const name = { practiceId: 'maple-street', paymentId, adjudicationId };
    const match = { action: 'match', claimId: 'C0000000000C1', submissionNumber: 1, note: 'hers' } as const;
    await resolveHeld(name, match, biller, byHandOn(of));
    expect(paidOf(of)).toEqual([20_000, 0, 20_000]);
    await reverse(of);
    expect([paidOf(of), figuresOf(of)]).toMatchObject([[0, 0, 0], { posted: 0, held: { number: 0 } }]);
    expect(await resolveHeld(name, match, biller, byHandOn(of))).toEqual({ outcome: 'unknown' });
  });

  it('gives a claim back what was taken beside it', async () => {
    const of = records();
    await enter(of, paperOf400([paperClaim('C')], { amount: 20_000, trace: 'EARLIER' }));
    const providerLevel = [
      { reason: 'WO', reference: 'C0000000000C1-1', amount: 5_000 },
      { reason: 'L6', amount: -150 },
    ];
    await enter(of, paperOf400(ab, { amount: 35_150, providerLevel }));
    expect(paidOf(of)).toEqual([20_000, 20_000, 15_000]);
    const [, second] = of.payments.payments.keys();
    const name = { practiceId: 'maple-street', paymentId: second ?? '' };
    const tasks = of.tasks.size;
    await reversePayment(name, { note: 'x' }, biller, byHandOn(of));
    expect([paidOf(of), of.tasks.size]).toEqual([[0, 0, 20_000], tasks]);
    expect(of.payments.payments.get(second ?? '')?.providerLevel.map(({ amount }) => amount)).toEqual([
      5_000, -150, -5_000, 150,
    ]);
  });
});

describe('what cannot be taken back', () => {
  it('is what a payer told: the payer reverses it', async () => {
    const of = records();
    await post835(received(file), of);
    await enter(of, paperOf400(ab));
    expect(codesOf(await reverse(of))).toEqual(['not-by-hand']);
    expect(decisionsOf(of)).toEqual([1, 1, 0]);
  });

  it('is another practice’s', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    expect(await reverse(of, 'oak-street')).toEqual({ outcome: 'unknown' });
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
  });

  it('is a reversal on paper', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    const back = {
      ...{ statusCode: '22', charge: -23_000, paid: -20_000 },
      adjustments: [{ group: 'CO', reason: '45', amount: -3_000 }],
    };
    const entry = paperOf400([paperClaim('A', back), paperClaim('C')], { trace: 'NEXT', amount: 0 });
    await enter(of, entry);
    expect(paidOf(of)).toEqual([0, 20_000, 20_000]);
    const name = { practiceId: 'maple-street', paymentId: [...of.payments.payments.keys()][1] ?? '' };
    expect(codesOf(await reversePayment(name, { note: 'x' }, biller, byHandOn(of)))).toEqual([
      'holds-reversals',
    ]);
    expect(paidOf(of)).toEqual([0, 20_000, 20_000]);
  });

  it('is what is being posted still', async () => {
    const of = records();
    const numbers = Array.from({ length: 60 }, (_, at) =>
      paperClaim('A', { claimNumber: `C00000000${String(at).padStart(3, '0')}1-1` }),
    );
    await postByHand(
      'maple-street',
      paperOf400(numbers, { amount: cents(60 * 20_000) }),
      biller,
      byHandOn(of),
    );
    const name = { practiceId: 'maple-street', paymentId: onlyPayment(of).paymentId };
    expect(codesOf(await reversePayment(name, { note: 'x' }, biller, byHandOn(of)))).toEqual(['posting']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../functions/domain/claim.ts';
import { progressOf } from '../../../functions/domain/ledger/payment.ts';
import type { PaymentAnswer, ResolveHeld } from '../../../functions/domain/ledger/payment-action.ts';
import { waits } from '../../../functions/domain/wait.ts';
import { cents } from '../../../functions/edi/money.ts';
import type { RemittanceClaim } from '../../../functions/edi/x835/loops.ts';
import type { ByHandEffects } from '../../../functions/remittance/by-hand/by-hand-effects.ts';
import { resolveHeld } from '../../../functions/remittance/by-hand/resolve-held.ts';
import type { PaymentParties } from '../../../functions/remittance/matching/find-claims.ts';
import { matchClaim } from '../../../functions/remittance/matching/match-claim.ts';
import {
  biller,
  byHandOn,
  codesOf,
  figuresOf,
  fileOf400,
  onlyPayment,
  paidClaim,
  paidOf,
  records,
} from '../../factories/by-hand-records.ts';
import { claim } from '../../factories/claims.ts';
import { type PostingRecords, post835, postStaged, received } from '../../factories/posting-records.ts';
import { adjusted } from '../../factories/remittances.ts';

const a = paidClaim('A');
/** Paid like the others, under a number that may be ours and that no claim has. */
const unheard = (change: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  paidClaim('X', { payerControlNumber: 'ICN-UNHEARD', ...change });

const heldOf = (of: PostingRecords) => progressOf(onlyPayment(of), [...of.payments.parts.values()]).held;

const heldId = (of: PostingRecords): string => {
  const id = heldOf(of).find(({ adjudicationId }) => adjudicationId)?.adjudicationId;
  if (!id) throw new Error('Nothing is held');
  return id;
};

const resolutionsOf = (of: PostingRecords) =>
  [...of.payments.parts.values()].flatMap(({ resolutions = [] }) => resolutions);

const match = (letter: string, submissionNumber = 1): ResolveHeld => ({
  action: 'match',
  claimId: `C0000000000${letter}1`,
  submissionNumber,
  note: 'the member and the day are hers',
});

/** What a person says of the decision that is held, or was. */
const say = (
  of: PostingRecords,
  request: ResolveHeld,
  change: { id?: string; effects?: Partial<ByHandEffects>; now?: Date; practiceId?: string } = {},
): Promise<PaymentAnswer> => {
  const { id = heldId(of), effects, now = biller.now, practiceId = 'maple-street' } = change;
  const name = { practiceId, paymentId: onlyPayment(of).paymentId, adjudicationId: id };
  return resolveHeld(name, request, { ...biller, now }, { ...byHandOn(of), ...effects });
};

/** Who pays whom in the payment, as its parts have it. */
const partiesOf = (of: PostingRecords): PaymentParties => {
  const [part] = of.payments.handedOn.values();
  if (!part) throw new Error('Nothing was handed on');
  return part.facts;
};

const withHeld = async (decided = unheard()): Promise<PostingRecords> => {
  const of = records();
  await post835(received(fileOf400([a, decided])), of);
  return of;
};

describe('a person who matches a held decision', () => {
  it('has it posted to the transmission, and the lifecycle goes on', async () => {
    const of = await withHeld();
    expect(figuresOf(of)).toMatchObject({ posted: 20_000, held: { number: 1, amount: 20_000 } });
    expect(await say(of, match('C'))).toMatchObject({ outcome: 'done' });
    expect([paidOf(of), heldOf(of)]).toEqual([[20_000, 0, 20_000], []]);
    expect(figuresOf(of)).toMatchObject({ claims: 2, posted: 40_000, held: { number: 0, amount: 0 } });
    expect(of.answers.get(waits.remittance('C0000000000C1', 1, 0))).toEqual({ outcome: 'settled' });
    expect(of.events.at(-1)).toMatchObject({ type: 'remittance-posted', actor: biller.by });
  });

  it('leaves who did it, when, why, and what came of it', async () => {
    const of = await withHeld();
    await say(of, match('C'));
    expect(resolutionsOf(of)).toMatchObject([
      {
        ...{ action: 'match', claimId: 'C0000000000C1', submissionNumber: 1 },
        ...{ by: biller.by, at: '2026-12-01T15:00:00.000Z', note: 'the member and the day are hers' },
        posted: { claimId: 'C0000000000C1', amount: 20_000 },
      },
    ]);
  });

  it('does it once, and not to two claims', async () => {
    const of = await withHeld();
    const id = heldId(of);
    await say(of, match('C'));
    expect(await say(of, match('C'), { id })).toMatchObject({ outcome: 'done' });
    const other = await say(of, match('B'), { id });
    expect(other).toMatchObject({
      findings: [{ code: 'matched-before', detail: 'It is posted to C0000000000C1, transmission 1' }],
    });
    expect(codesOf(await say(of, { action: 'other-system', note: 'x' }, { id }))).toEqual(['matched-before']);
    expect([paidOf(of), resolutionsOf(of).length]).toEqual([[20_000, 0, 20_000], 1]);
  });

  it.each([
    [
      'another charge than was sent',
      { charge: cents(24_000), paid: cents(21_000) },
      'charge-differs',
      '240.00; 230.00',
    ],
    [
      'a charge that its adjustments do not explain',
      { charge: cents(23_001), paid: cents(20_000) },
      'claim-unbalanced',
      '0.01',
    ],
    ['a charge below nothing', { charge: cents(-23_000), paid: cents(-26_000) }, 'wrong-sign', '-230.00'],
  ])('is refused with the figures, and nothing changes: %s', async (_what, change, code, figure) => {
    const other = a.paid + change.paid;
    const of = records();
    await post835(
      received(fileOf400([a, unheard(change)], { paid: cents(Math.max(0, other)), ...beside(other) })),
      of,
    );
    const before = structuredClone([...of.claims]);
    expect(await say(of, match('C'))).toMatchObject({
      outcome: 'refused',
      findings: [{ code, detail: expect.stringContaining(figure) }],
    });
    expect([[...of.claims], resolutionsOf(of)]).toEqual([before, []]);
  });

  it('is refused what came through a partner that is not the payer’s', async () => {
    const of = records();
    await post835(received(fileOf400([a, unheard()]), { partnerId: 'somebody' }), of);
    expect(codesOf(await say(of, match('A')))).toEqual(['wrong-partner']);
    expect(paidOf(of)).toEqual([0, 0, 0]);
  });

  it('is refused a second decision about what is decided already', async () => {
    const of = await withHeld();
    const answer = await say(of, match('A'));
    expect(answer).toMatchObject({ outcome: 'refused', findings: [{ code: 'decided-before' }] });
    expect(of.claims.get('C0000000000A1')?.adjudications).toHaveLength(1);
  });

  it('is refused a transmission that was not sent, and a claim of another practice', async () => {
    const of = await withHeld();
    of.claims.set('C0000000000D1', claim({ claimId: 'C0000000000D1', practiceId: 'oak-street' }));
    expect(codesOf(await say(of, match('C', 2)))).toEqual(['not-sent']);
    expect(codesOf(await say(of, match('D')))).toEqual(['claim-unknown']);
    expect(codesOf(await say(of, match('E')))).toEqual(['claim-unknown']);
    expect([paidOf(of), resolutionsOf(of)]).toEqual([[20_000, 0, 0, 0], []]);
  });

  it('may mean an earlier transmission', async () => {
    const of = await withHeld();
    const submissions = [1, 2].map((number) => ({
      ...{ number, frequency: '1' as const, fileAccepted: true, sentAt: '2026-10-14T09:00:00.000Z' },
    }));
    of.claims.set('C0000000000C1', claim({ claimId: 'C0000000000C1', submissions }));
    await say(of, match('C', 1));
    expect(of.claims.get('C0000000000C1')?.adjudications).toMatchObject([{ submissionNumber: 1 }]);
  });

  it('posts a reversal whose decision has not come, which is still shown as waiting', async () => {
    const back = unheard({
      ...{ statusCode: '22', charge: cents(-23_000), paid: cents(-20_000) },
      adjustments: adjusted(['CO', '45', -3_000]),
    });
    const of = records();
    await post835(received(fileOf400([a, paidClaim('B'), back], { paid: cents(20_000) })), of);
    const id = heldId(of);
    expect(await say(of, match('C'))).toMatchObject({ outcome: 'done' });
    expect(heldOf(of)).toMatchObject([{ code: 'reversal-waits', adjudicationId: id }]);
    expect(figuresOf(of)).toMatchObject({ posted: 20_000, held: { number: 1, amount: 0 } });
    expect(codesOf(await say(of, match('B'), { id }))).toEqual(['matched-before']);
  });

  it('cannot match what is with its claim already', async () => {
    const of = records();
    await post835(received(fileOf400([a, { ...a, payerControlNumber: 'ICN-2' }])), of);
    expect(heldOf(of)).toMatchObject([{ code: 'decided-before' }]);
    expect(codesOf(await say(of, match('C')))).toEqual(['decided-before']);
    expect(codesOf(await say(of, { action: 'other-system', note: 'x' }))).toEqual(['decided-before']);
    expect(await say(of, { action: 'hold', note: 'asked the payer' })).toMatchObject({ outcome: 'done' });
  });

  it('finds the rest of it where it was cut off, and nobody takes it elsewhere meanwhile', async () => {
    const of = await withHeld();
    const effects = { reopenClaim: () => Promise.reject(new Error('cut off')) };
    await expect(say(of, match('C'), { effects })).rejects.toThrow('cut off');
    expect(heldOf(of)).toHaveLength(1);
    const muchLater = new Date('2026-12-03T09:00:00Z');
    expect(codesOf(await say(of, match('B')))).toEqual(['matched-before']);
    expect(codesOf(await say(of, match('B'), { now: muchLater }))).toEqual(['matched-before']);
    await say(of, match('C'), { now: muchLater });
    expect([paidOf(of), heldOf(of), figuresOf(of).posted]).toEqual([[20_000, 0, 20_000], [], 40_000]);
  });

  it('may choose again where it was cut off before anything was posted', async () => {
    const of = await withHeld();
    const { changeClaim } = of.effects;
    const effects = { changeClaim: () => Promise.reject(new Error('cut off')) };
    const cutOff = { ...effects, readPart: byHandOn(of).readPart };
    await expect(say(of, match('C'), { effects: cutOff })).rejects.toThrow('cut off');
    expect(codesOf(await say(of, match('B')))).toEqual(['matched-before']);
    const later = { now: new Date('2026-12-01T15:06:00Z'), effects: { changeClaim } };
    expect(await say(of, match('B'), later)).toMatchObject({ outcome: 'done' });
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
  });

  it('and another one at the same moment do not post it to two claims', async () => {
    const of = await withHeld();
    const id = heldId(of);
    const { readPart } = byHandOn(of);
    let isFirst = true;
    const effects: Partial<ByHandEffects> = {
      readPart: async (part) => {
        if (isFirst) {
          isFirst = false;
          await say(of, match('B'), { id });
        }
        return readPart(part);
      },
    };
    await expect(say(of, match('C'), { id, effects })).rejects.toThrow('meanwhile');
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
  });
});

/** What a payment below nothing owes beside its claims. */
const beside = (paid: number) =>
  paid >= 0
    ? {}
    : {
        providerAdjustments: [
          {
            ...{ providerId: '1234567893', fiscalPeriodEnd: '2026-12-31' },
            adjustments: [{ identifier: { reason: 'FB', reference: 'NEXT' }, amount: cents(paid) }],
          },
        ],
      };

describe('a decision that a file tells again', () => {
  it('after a person matched it adds nothing', async () => {
    const of = await withHeld();
    await say(of, match('C'));
    await post835(received(fileOf400([a, unheard()]), { fileId: 'f2' }), of);
    await post835(received(fileOf400([unheard(), a]), { fileId: 'f3', partnerId: 'somebody' }), of);
    expect([paidOf(of), heldOf(of), figuresOf(of)]).toMatchObject([
      [20_000, 0, 20_000],
      [],
      { claims: 2, posted: 40_000, held: { number: 0 } },
    ]);
  });

  it('through another partner, which would match it otherwise by now, stays where a person put it', async () => {
    const of = await withHeld();
    await say(of, match('C'));
    of.claims.set('C0000000000X1', claim({ claimId: 'C0000000000X1' }));
    const { billingOf } = of.effects;
    const effects = {
      ...of.effects,
      billingOf: async (one: Claim) => ({
        ...(await billingOf(one)),
        partnerIds: ['payer-simulator', 'clearing-house'],
      }),
    };
    expect(await matchClaim(unheard(), partiesOf(of), effects)).toMatchObject({
      claim: { claimId: 'C0000000000X1' },
    });
    const file = fileOf400([a, unheard()]);
    await post835(received(file, { fileId: 'f2', partnerId: 'clearing-house' }), { ...of, effects });
    expect([paidOf(of), heldOf(of)]).toEqual([[20_000, 0, 20_000, 0], []]);
    of.payments.staged.push(...of.payments.handedOn.values());
    await postStaged({ ...of, effects });
    expect([paidOf(of), figuresOf(of).posted]).toEqual([[20_000, 0, 20_000, 0], 40_000]);
  });

  it('and that posts it is none that a person can match any more', async () => {
    const of = records();
    await post835(received(fileOf400([a, paidClaim('B')]), { partnerId: 'somebody' }), of);
    const id = heldId(of);
    await post835(received(fileOf400([a, paidClaim('B')]), { fileId: 'f2' }), of);
    expect([paidOf(of), heldOf(of)]).toEqual([[20_000, 20_000, 0], []]);
    expect(codesOf(await say(of, match('C'), { id }))).toEqual(['posted-already']);
  });

  it('in a part that is delivered again after it was matched adds nothing', async () => {
    const of = await withHeld();
    await say(of, match('C'));
    of.payments.staged.push(...of.payments.handedOn.values());
    await postStaged(of);
    expect([paidOf(of), heldOf(of)]).toEqual([[20_000, 0, 20_000], []]);
  });
});

describe('a claim of another system', () => {
  const others: ResolveHeld = { action: 'other-system', note: 'billed before the change of systems' };

  it('is a part of the payment that nobody works', async () => {
    const of = await withHeld();
    expect(figuresOf(of)).toMatchObject({ held: { number: 1, amount: 20_000 } });
    await say(of, others);
    expect(figuresOf(of)).toMatchObject({
      ...{ posted: 20_000, held: { number: 0, amount: 0 }, otherSystems: { number: 1, amount: 20_000 } },
    });
    expect(resolutionsOf(of)).toMatchObject([{ ...others, by: biller.by }]);
    expect(paidOf(of)).toEqual([20_000, 0, 0]);
  });

  it('may be told by its number alone, and be ours all the same', async () => {
    const of = await withHeld(unheard({ patientControlNumber: 'LEGACY-4711' }));
    expect(figuresOf(of)).toMatchObject({ held: { number: 0 }, otherSystems: { number: 1, amount: 20_000 } });
    await say(of, match('C'));
    expect([paidOf(of), figuresOf(of).otherSystems.number]).toEqual([[20_000, 0, 20_000], 0]);
  });

  it('is one once, however often it is said, and may turn out to be ours', async () => {
    const of = await withHeld();
    await say(of, others);
    await say(of, others);
    expect(resolutionsOf(of)).toHaveLength(1);
    expect(await say(of, match('C'))).toMatchObject({ outcome: 'done' });
    expect([paidOf(of), figuresOf(of).otherSystems.number]).toEqual([[20_000, 0, 20_000], 0]);
  });

  it('is work again when a person says so', async () => {
    const of = await withHeld();
    await say(of, others);
    await say(of, { action: 'hold', note: 'it may be ours after all' });
    expect(figuresOf(of)).toMatchObject({ held: { number: 1 }, otherSystems: { number: 0 } });
  });
});

describe('who only looks', () => {
  it('leaves a note, and the decision is held as before', async () => {
    const of = await withHeld();
    const held = heldOf(of);
    await say(of, { action: 'hold', note: 'called the payer' });
    await say(of, { action: 'hold', note: 'called again' });
    expect(heldOf(of)).toEqual(held);
    expect(resolutionsOf(of).map(({ note }) => note)).toEqual(['called the payer', 'called again']);
  });

  it('is told when there is no room for more', async () => {
    const of = await withHeld();
    for (let call = 1; call <= 200; call++) await say(of, { action: 'hold', note: `call ${call}` });
    expect(codesOf(await say(of, { action: 'hold', note: 'call 201' }))).toEqual(['too-many-notes']);
    expect(await say(of, match('C'))).toMatchObject({ outcome: 'done' });
  });

  it('finds nothing of another practice, and nothing that is not held', async () => {
    const of = await withHeld();
    const note: ResolveHeld = { action: 'hold', note: 'x' };
    const unknown = { outcome: 'unknown' };
    expect(await say(of, note, { practiceId: 'oak-street' })).toEqual(unknown);
    expect(await say(of, note, { id: 'NOBODY' })).toEqual(unknown);
    const posted = of.claims.get('C0000000000A1')?.adjudications[0]?.adjudicationId ?? '';
    expect(await say(of, note, { id: posted })).toEqual(unknown);
  });
});

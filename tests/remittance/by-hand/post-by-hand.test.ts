import { describe, expect, it } from 'vitest';
import { differingTellings } from '../../../functions/domain/ledger/payment.ts';
import { claimPosition } from '../../../functions/domain/position.ts';
import { cents } from '../../../functions/edi/money.ts';
import { postByHand } from '../../../functions/remittance/by-hand/post-by-hand.ts';
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
import { claim } from '../../factories/claims.ts';
import {
  type PostingRecords,
  post835,
  postStaged,
  received,
  recordsOf,
} from '../../factories/posting-records.ts';
import { adjusted, paidLine } from '../../factories/remittances.ts';

const a = paidClaim('A');
const b = paidClaim('B');
const ab = [paperClaim('A'), paperClaim('B')];
const untouched = { paid: [0, 0, 0], payments: 0 };
const standingOf = (of: PostingRecords) => ({ paid: paidOf(of), payments: of.payments.payments.size });

describe('a paper EOB', () => {
  it('is posted as its 835 would be, in the name of whoever posts it', async () => {
    const of = records();
    expect(await enter(of, paperOf400(ab))).toMatchObject({ outcome: 'done', findings: [] });
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
    expect(figuresOf(of)).toEqual({
      ...{ claims: 2, handled: 2, posted: 40_000, unexplained: 0 },
      held: { number: 0, amount: 0 },
      otherSystems: { number: 0, amount: 0 },
    });
    expect(of.events.map(({ type, actor }) => [type, actor])).toEqual([
      ['remittance-posted', biller.by],
      ['remittance-posted', biller.by],
    ]);
  });

  it('keeps who posted it, from what, and why', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    expect(onlyPayment(of)).toMatchObject({
      status: 'posted',
      payer: { name: 'Northwind Health Plan' },
      method: 'CHK',
      tellings: [{ byHand: { by: biller.by, document: 'scan 4711, page 2', note: 'came by post' } }],
    });
  });

  it('may have lines, with the numbers that ours have', async () => {
    const of = records();
    const lines = [
      {
        ...{ lineNumber: 1, procedure: '99213', modifiers: ['25'], charge: 15_000, paid: 10_000 },
        adjustments: [
          { group: 'CO', reason: '45', amount: 3_000 },
          { group: 'PR', reason: '2', amount: 2_000 },
        ],
      },
      {
        ...{ lineNumber: 2, procedure: '36415', charge: 8_000, paid: 0, remarks: ['M15'] },
        adjustments: [{ group: 'CO', reason: '97', amount: 8_000 }],
      },
    ];
    const entry = paperOf400([paperClaim('A', { paid: 10_000, adjustments: [], lines })], { amount: 10_000 });
    await enter(of, entry);
    const posted = of.claims.get('C0000000000A1');
    expect(posted?.adjudications[0]?.lines).toMatchObject([
      { lineNumber: 1 },
      { lineNumber: 2, remarks: ['M15'] },
    ]);
    expect(posted && claimPosition(posted)).toMatchObject({ insurancePaid: 10_000, patientBalance: 2_000 });
  });

  it('entered twice adds nothing and is shown as a repeat', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    expect(codesOf(await enter(of, paperOf400(ab)))).toEqual(['told-again']);
    expect(codesOf(await enter(of, paperOf400(ab, { note: 'from the fax', document: 'fax' })))).toEqual([
      'told-again',
    ]);
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
    expect(of.claims.get('C0000000000A1')?.adjudications).toHaveLength(1);
  });

  it.each(['payer-simulator', 'clearing-house'])(
    'and its 835 later, through %s, is one payment',
    async (partnerId) => {
      const of = records();
      await enter(of, paperOf400(ab));
      const said = await post835(received(fileOf400([a, b]), { partnerId }), of);
      expect(said).toMatchObject([{ code: 'told-again', detail: expect.stringContaining('by hand') }]);
      expect([paidOf(of), figuresOf(of).posted]).toEqual([[20_000, 20_000, 0], 40_000]);
      expect(of.claims.get('C0000000000A1')?.adjudications).toHaveLength(1);
      expect([differingTellings(onlyPayment(of)), of.tasks.size]).toEqual([[], 0]);
    },
  );

  it.each(['payer-simulator', 'clearing-house'])(
    'and its 835 before, through %s, is one payment',
    async (partnerId) => {
      const of = records();
      await post835(received(fileOf400([a, b]), { partnerId: 'payer-simulator' }), of);
      if (partnerId === 'clearing-house')
        await post835(received(fileOf400([a, b]), { partnerId, fileId: 'f2' }), of);
      expect(codesOf(await enter(of, paperOf400(ab)))).toEqual(['told-again']);
      expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
      expect(of.claims.get('C0000000000A1')?.adjudications).toHaveLength(1);
    },
  );

  it.each(['ck-0012345', 'CK 0012345', ' CK0012345 '])(
    'is known with its check number written %j',
    async (trace) => {
      const before = records();
      await enter(before, paperOf400(ab, { trace }));
      await post835(received(fileOf400([a, b])), before);
      const after = records();
      await post835(received(fileOf400([a, b])), after);
      await enter(after, paperOf400(ab, { trace }));
      for (const of of [before, after]) {
        expect([paidOf(of), onlyPayment(of).tellings.length]).toEqual([[20_000, 20_000, 0], 2]);
        expect(of.claims.get('C0000000000A1')?.adjudications).toHaveLength(1);
      }
    },
  );

  it('that pays nothing is known by what it decides', async () => {
    const denied = { paid: cents(0), adjustments: adjusted(['CO', '197', 23_000]) };
    const onPaper = { paid: 0, adjustments: [{ group: 'CO', reason: '197', amount: 23_000 }] };
    const nothing = { amount: 0, method: 'NON', trace: '0' };
    const file = (letter: string) =>
      fileOf400([paidClaim(letter, denied)], { paid: cents(0), method: 'NON', traceNumber: '0' });
    const of = records();
    await enter(of, paperOf400([paperClaim('A', onPaper)], nothing));
    await post835(received(file('A')), of);
    await post835(received(file('B'), { fileId: 'f2' }), of);
    expect([...of.payments.payments.values()].map(({ tellings }) => tellings.length)).toEqual([2, 1]);
    expect([...of.claims.values()].map(({ adjudications }) => adjudications.length)).toEqual([1, 1, 0]);
    expect(of.tasks.size).toBe(0);
  });
});

describe('what does not come out on paper', () => {
  it.each([
    [
      'a payment that is a cent off',
      paperOf400(ab, { amount: 40_001 }),
      'payment-unbalanced',
      'amount',
      '-0.01',
    ],
    [
      'a claim that is not its charge less its adjustments',
      paperOf400([paperClaim('A', { charge: 23_100 }), paperClaim('B')]),
      ...(['claim-unbalanced', 'claims.0', '1.00'] as const),
    ],
    [
      'a line that is not, either',
      paperOf400([
        paperClaim('A'),
        paperClaim('B', { adjustments: [], lines: [{ procedure: '99213', charge: 23_000, paid: 20_000 }] }),
      ]),
      ...(['line-unbalanced', 'claims.1.lines.0', '30.00'] as const),
    ],
    [
      'a charge below nothing',
      paperOf400([
        paperClaim('A', {
          charge: -23_000,
          paid: 20_000,
          adjustments: [{ group: 'CO', reason: '45', amount: -43_000 }],
        }),
        paperClaim('B'),
      ]),
      ...(['wrong-sign', 'claims.0', '-230.00'] as const),
    ],
    [
      'what is taken beside the claims',
      paperOf400(ab, { providerLevel: [{ reason: 'WO', reference: 'ICN-X', amount: 500 }] }),
      ...(['payment-unbalanced', 'amount', '-5.00'] as const),
    ],
  ])('is refused with the figures and leaves nothing: %s', async (_what, entry, code, path, figure) => {
    const of = records();
    const answer = await enter(of, entry);
    expect(answer).toMatchObject({
      outcome: 'refused',
      findings: expect.arrayContaining([{ code, path, detail: expect.stringContaining(figure) }]),
    });
    expect(standingOf(of)).toEqual(untouched);
    expect(of.tasks.size).toBe(0);
  });

  it('is refused where the payment is posted with other figures, and leaves nothing', async () => {
    const of = records();
    await post835(received(fileOf400([a, b])), of);
    const answer = await enter(of, paperOf400([paperClaim('A'), paperClaim('C')]));
    expect(answer).toMatchObject({
      outcome: 'refused',
      findings: [
        {
          code: 'told-otherwise',
          detail: expect.stringContaining('1 of this file are new, with which it differs by 200.00'),
        },
      ],
    });
    expect([paidOf(of), onlyPayment(of).tellings.length, onlyPayment(of).held]).toEqual([
      [20_000, 20_000, 0],
      1,
      [],
    ]);
  });

  it('is refused for a payer without a contract, and unknown for a practice that is none', async () => {
    const of = records();
    expect(codesOf(await enter(of, paperOf400(ab, { payerId: 'harbor' })))).toEqual(['payer-unknown']);
    expect(await postByHand('oak-street', paperOf400(ab), biller, byHandOn(of))).toEqual({
      outcome: 'unknown',
    });
    expect(standingOf(of)).toEqual(untouched);
  });
});

describe('a payment that is told in parts, by hand and by files', () => {
  it('an 835 that says otherwise than the paper posts nothing, and a biller is told', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    const said = await post835(received(fileOf400([a, paidClaim('C')])), of);
    expect(said).toMatchObject([{ code: 'told-otherwise', detail: expect.stringContaining('200.00') }]);
    expect([paidOf(of), of.tasks.size]).toEqual([[20_000, 20_000, 0], 1]);
    expect(differingTellings(onlyPayment(of))).toHaveLength(1);
  });

  it('a denial that the paper did not have is posted from the 835', async () => {
    const of = records();
    await enter(of, paperOf400(ab));
    const denied = paidClaim('C', { paid: cents(0), adjustments: adjusted(['CO', '197', 23_000]) });
    await post835(received(fileOf400([a, b, denied])), of);
    expect([...of.claims.values()].map(({ adjudications }) => adjudications.length)).toEqual([1, 1, 1]);
  });

  it('a claim that could not be read in the file is posted by hand, and no other', async () => {
    const of = records();
    const broken = fileOf400([a, b]).replace('CLP*C0000000000B1-1*1*230*', 'CLP*C0000000000B1-1*1*many*');
    await post835(received(broken), of);
    expect(paidOf(of)).toEqual([20_000, 0, 0]);
    expect(await enter(of, paperOf400(ab))).toMatchObject({ outcome: 'done', findings: [] });
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
    expect(of.claims.get('C0000000000A1')?.adjudications).toHaveLength(1);
  });

  it('that a file held whole is posted from the paper', async () => {
    const of = records();
    await post835(received(fileOf400([a])), of);
    expect(onlyPayment(of).status).toBe('held');
    await enter(of, paperOf400(ab));
    expect([onlyPayment(of).status, onlyPayment(of).held, paidOf(of)]).toEqual([
      'posted',
      [],
      [20_000, 20_000, 0],
    ]);
  });

  it('that a file told without its date is posted from the paper, which has it', async () => {
    const of = records();
    await post835(received(fileOf400([a, b], { paymentDate: undefined })), of);
    expect(onlyPayment(of)).toMatchObject({ status: 'held', held: [{ code: 'payment-undated' }] });
    await enter(of, paperOf400(ab));
    expect(onlyPayment(of)).toMatchObject({ status: 'posted', held: [], date: '2026-03-20' });
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
  });

  it('entered for the wrong payer is held, and does not keep its 835 out', async () => {
    const of = records();
    await enter(of, paperOf400(ab, { payerId: 'cascade' }));
    expect([paidOf(of), figuresOf(of).held]).toEqual([[0, 0, 0], { number: 2, amount: 40_000 }]);
    await post835(received(fileOf400([a, b])), of);
    expect([paidOf(of), figuresOf(of).posted]).toEqual([[20_000, 20_000, 0], 40_000]);
  });

  it('whose claim number is nobody’s is held, and a biller is asked', async () => {
    const of = records();
    const answer = await enter(of, paperOf400([paperClaim('A'), paperClaim('X')]));
    expect(answer.outcome).toBe('done');
    expect(figuresOf(of)).toMatchObject({ posted: 20_000, held: { number: 1, amount: 20_000 } });
    expect(of.tasks.size).toBe(1);
  });

  it('of many claims goes through the queue', async () => {
    const letters = Array.from({ length: 60 }, (_, at) => String(at).padStart(10, '0'));
    const of = recordsOf(letters.map((number) => claim({ claimId: `CX${number}1` })));
    const claims = letters.map((number) => paperClaim('A', { claimNumber: `CX${number}1-1` }));
    const entry = paperOf400(claims, { amount: 60 * 20_000 });
    expect(await postByHand('maple-street', entry, biller, byHandOn(of))).toMatchObject({
      outcome: 'posting',
    });
    expect(figuresOf(of)).toMatchObject({ claims: 60, handled: 0 });
    await postStaged(of);
    expect(figuresOf(of)).toMatchObject({ claims: 60, handled: 60, posted: 60 * 20_000 });
    expect(onlyPayment(of).status).toBe('posted');
  });

  it('that was cut off is posted when it is entered again', async () => {
    const of = records();
    const failing = { ...byHandOn(of), answerWait: () => Promise.reject(new Error('cut off')) };
    await expect(postByHand('maple-street', paperOf400(ab), biller, failing)).rejects.toThrow('cut off');
    of.payments.staged.splice(0);
    expect(await enter(of, paperOf400(ab))).toMatchObject({ outcome: 'done' });
    expect([paidOf(of), figuresOf(of).posted]).toEqual([[20_000, 20_000, 0], 40_000]);
  });
});

it('lines of an 835 and the sums of a paper are the same figures', async () => {
  const of = recordsOf([claim({ claimId: 'C0000000000A1' })]);
  const adjustments = [
    { group: 'CO', reason: '45', amount: 3_000 },
    { group: 'PR', reason: '2', amount: 2_000 },
    { group: 'CO', reason: '97', amount: 8_000 },
  ];
  await enter(of, paperOf400([paperClaim('A', { paid: 10_000, adjustments })], { amount: 10_000 }));
  const second = paidLine({
    procedure: { qualifier: 'HC', procedure: '36415' },
    ...{
      charge: cents(8_000),
      paid: cents(0),
      lineControlNumber: '2',
      adjustments: adjusted(['CO', '97', 8_000]),
    },
  });
  const lines = [paidLine(), second];
  const file = fileOf400([paidClaim('A', { paid: cents(10_000), adjustments: undefined, lines })], {
    paid: cents(10_000),
  });
  expect(await post835(received(file), of)).toMatchObject([{ code: 'told-again' }]);
  expect(paidOf(of)).toEqual([10_000]);
});

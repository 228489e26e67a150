import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import { cents } from '../../functions/edi/money.ts';
import { postByHand } from '../../functions/remittance/by-hand/post-by-hand.ts';
import { releasePayment } from '../../functions/remittance/by-hand/release-payment.ts';
import { resolveHeld } from '../../functions/remittance/by-hand/resolve-held.ts';
import { reversePayment } from '../../functions/remittance/by-hand/reverse-payment.ts';
import { isOn, listOf, practiceLists } from '../factories/api/lists.ts';
import { byHandOn, fileOf400, paidClaim, paidOf, paperClaim, records } from '../factories/by-hand-records.ts';
import { type PostingRecords, post835, postStaged, received } from '../factories/posting-records.ts';
import { callerOn } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { catchLogLines } from '../runtime/log-lines.ts';

const logs = catchLogLines();

const emr = 'client-of-ada';
const now = new Date('2026-12-01T15:00:00Z');

/** The API over records in memory; files lie in the bucket by their ids. */
const apiOn = (of: PostingRecords, files: ReadonlyMap<string, string> = new Map()) => {
  const effects = byHandOn(of, files);
  const { payments, records } = of.payments;
  const practiceRecords: Pick<PracticeRecords, 'findPractice' | 'payments' | 'lists' | 'now'> = {
    findPractice: async (id) =>
      ['maple-street', 'oak-street'].includes(id) ? practice({ practiceId: id }) : undefined,
    now: () => now,
    lists: practiceLists({
      payments: listOf(
        () => [...payments.values()],
        ({ date = '', paymentId }) => `${date} ${paymentId}`,
        isOn,
      ),
    }),
    payments: {
      ofPractice: async () => [...payments.values()],
      find: records.findPayment,
      partsOf: records.partsOf,
      postByHand: (...asked) => postByHand(...asked, effects),
      resolveHeld: (...asked) => resolveHeld(...asked, effects),
      release: (...asked) => releasePayment(...asked, effects),
      reverse: (...asked) => reversePayment(...asked, effects),
    },
  };
  const call = callerOn(practiceRecords, emr);
  return async (...asked: Parameters<typeof call>) => {
    const answer = await call(...asked);
    await postStaged(of);
    return answer;
  };
};

const payments = '/v1/practices/maple-street/payments';
const a = paidClaim('A');
const b = paidClaim('B');
const unheard = paidClaim('X', { payerControlNumber: 'ICN-UNHEARD' });

const entry = {
  ...{ payerId: 'northwind', trace: 'CK0012345', date: '2026-03-20', amount: 40_000, method: 'CHK' },
  ...{ document: 'scan 4711', note: 'came by post', claims: [paperClaim('A'), paperClaim('B')] },
};

describe('GET of payments', () => {
  const listed = async (query: string) => {
    const of = records();
    await post835(received(fileOf400([a, unheard]), { fileId: 'f1' }), of);
    await post835(received(fileOf400([unheard, a]), { fileId: 'f2' }), of);
    await post835(
      received(fileOf400([b], { traceNumber: 'NEXT', paid: cents(20_001), paymentDate: '2026-04-01' }), {
        fileId: 'f3',
      }),
      of,
    );
    return (await apiOn(of)('GET', `${payments}${query}`)).body.items;
  };

  it('lists them with how far each is, what is held, and who told of it otherwise', async () => {
    const [first, second] = await listed('');
    expect(first).toMatchObject({
      ...{
        trace: 'CK0012345',
        amount: 40_000,
        status: 'posted',
        tellings: [{ fileId: 'f1' }, { fileId: 'f2' }],
      },
      progress: {
        claims: 2,
        handled: 2,
        posted: 20_000,
        held: { number: 1, amount: 20_000 },
        unexplained: 0,
      },
    });
    expect(first.differingTellings).toEqual([first.tellings[1].tellingId]);
    expect(second).toMatchObject({
      status: 'held',
      progress: { posted: 0, held: { number: 1, amount: 20_001 } },
    });
  });

  it.each([
    ['', 2],
    ['?from=2026-03-20&to=2026-03-20', 1],
    ['?from=2026-03-21', 1],
    ['?to=2026-03-19', 0],
  ])('lists those that are asked for: %j', async (query, count) => {
    expect(await listed(query)).toHaveLength(count);
  });

  it('shows one with all that is held and what it may be about', async () => {
    const of = records();
    const patient = {
      entityType: '1',
      name: 'OKAFOR',
      firstName: 'MIRIAM',
      idQualifier: 'MI',
      id: 'NW4410977',
    };
    const statementDates = [{ qualifier: '232', date: '2026-10-12' }];
    await post835(received(fileOf400([a, { ...unheard, patient, statementDates }])), of);
    const api = apiOn(of);
    const { paymentId } = (await api('GET', payments)).body.items[0];
    const { body } = await api('GET', `${payments}/${paymentId}`);
    expect(body.payment.held).toEqual([
      expect.objectContaining({
        ...{ claim: 'C0000000000X1-1', amount: 20_000, reference: 'ICN-UNHEARD', code: 'unmatched-claim' },
        adjudicationId: expect.any(String),
        detail: expect.any(String),
        candidates: expect.arrayContaining([expect.objectContaining({ claimId: 'C0000000000C1' })]),
      }),
    ]);
    expect(await api('GET', `/v1/practices/oak-street/payments/${paymentId}`)).toMatchObject({ status: 404 });
    expect(await api('GET', `${payments}/NONE`)).toMatchObject({ status: 404 });
    expect(await api('GET', '/v1/practices/oak-street/payments')).toMatchObject({ status: 404 });
  });

  it('names the rule that a query breaks', async () => {
    expect(await apiOn(records())('GET', `${payments}?from=yesterday`)).toMatchObject({
      status: 400,
      body: { findings: [{ field: 'from' }] },
    });
  });
});

describe('POST of payments', () => {
  it('posts a paper EOB in the name of the principal that signed the request', async () => {
    const of = records();
    const api = apiOn(of);
    const { status, body } = await api('POST', payments, entry);
    expect([status, body.findings, paidOf(of)]).toEqual([200, [], [20_000, 20_000, 0]]);
    expect(body.payment).toMatchObject({
      progress: { posted: 40_000 },
      tellings: [{ byHand: { by: { kind: 'program', subject: emr, practiceId: 'maple-street' } } }],
    });
    expect((await api('POST', payments, entry)).body.findings).toMatchObject([{ code: 'told-again' }]);
  });

  it('refuses what does not balance with the figures, and what is no entry', async () => {
    const api = apiOn(records());
    expect(await api('POST', payments, { ...entry, amount: 39_999 })).toMatchObject({
      status: 400,
      body: {
        findings: [{ code: 'payment-unbalanced', field: 'amount', detail: expect.stringContaining('0.01') }],
      },
    });
    expect(await api('POST', payments, { ...entry, by: 'me' })).toMatchObject({
      status: 400,
      body: { findings: [{ field: 'by' }] },
    });
    expect(await api('POST', payments, { ...entry, amount: 400.5 })).toMatchObject({ status: 400 });
    expect(await api('POST', payments, { ...entry, document: ' ' })).toMatchObject({
      status: 400,
      body: { findings: [{ field: 'document' }] },
    });
    expect((await api('GET', payments)).body.items).toEqual([]);
  });

  it('matches, marks and notes what is held', async () => {
    const of = records();
    await post835(received(fileOf400([a, unheard])), of);
    const api = apiOn(of);
    const { paymentId } = (await api('GET', payments)).body.items[0];
    const { adjudicationId } = (await api('GET', `${payments}/${paymentId}`)).body.payment.held[0];
    const held = `${payments}/${paymentId}/held/${adjudicationId}`;
    const match = { action: 'match', claimId: 'C0000000000C1', submissionNumber: 1, note: 'the day is hers' };
    expect(await api('POST', held, { action: 'hold', note: 'looking' })).toMatchObject({
      status: 200,
      body: { payment: { resolutions: [{ note: 'looking' }] } },
    });
    expect(await api('POST', held.replace('maple', 'oak'), match)).toMatchObject({ status: 404 });
    expect(await api('POST', held, { ...match, note: '' })).toMatchObject({ status: 400 });
    expect(await api('POST', held, { ...match, claimId: 'C0000000000A1' })).toMatchObject({
      status: 400,
      body: { findings: [{ code: 'decided-before' }] },
    });
    expect(await api('POST', held, match)).toMatchObject({
      status: 200,
      body: { payment: { held: [], progress: { posted: 40_000 } } },
    });
    expect(paidOf(of)).toEqual([20_000, 0, 20_000]);
  });

  it('releases what is held whole, and takes back what was posted by hand', async () => {
    const of = records();
    const file = fileOf400([a, b], { paid: cents(40_001) });
    await post835(received(file), of);
    const api = apiOn(of, new Map([['f0', file]]));
    const { paymentId } = (await api('GET', payments)).body.items[0];
    expect(
      await api('POST', `${payments}/${paymentId}/release`, { note: 'as the bank has it' }),
    ).toMatchObject({
      ...{
        status: 200,
        body: { payment: { status: 'posted', progress: { posted: 40_000, unexplained: -1 } } },
      },
    });
    expect(await api('POST', `${payments}/${paymentId}/reverse`, { note: 'x' })).toMatchObject({
      status: 400,
      body: { findings: [{ code: 'not-by-hand' }] },
    });
    const byHand = await api('POST', payments, {
      ...entry,
      trace: 'PAPER',
      amount: 20_000,
      claims: [paperClaim('C')],
    });
    expect(paidOf(of)).toEqual([20_000, 20_000, 20_000]);
    await api('POST', `${payments}/${byHand.body.payment.paymentId}/reverse`, { note: 'hers it was not' });
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
  });

  it.each(['', '/P1/held/D1', '/P1/release', '/P1/reverse'])(
    'does nothing for a caller without a token: %j',
    async (path) => {
      const of = records();
      const answer = await apiOn(of)('POST', `${payments}${path}`, entry, false);
      expect(answer).toMatchObject({
        status: 401,
        body: { title: 'No access token', type: '/v1/docs#NotSignedIn' },
      });
      expect(of.payments.payments.size).toBe(0);
    },
  );

  it('logs nothing of what is in it', async () => {
    const api = apiOn(records());
    await api('POST', payments, entry);
    await api('POST', payments, { ...entry, amount: 1 });
    expect(logs.lines.length).toBeGreaterThan(0);
    expect(logs.lines.join()).not.toMatch(/C0000000000A1|CK0012345|scan 4711|came by post/);
  });
});

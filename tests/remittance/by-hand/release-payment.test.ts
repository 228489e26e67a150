import { describe, expect, it } from 'vitest';
import type { PaymentAnswer, ReleasePayment } from '../../../functions/domain/ledger/payment-action.ts';
import { cents } from '../../../functions/edi/money.ts';
import { releasePayment } from '../../../functions/remittance/by-hand/release-payment.ts';
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
import {
  type PostingRecords,
  post835,
  postStaged,
  received,
  recordsOf,
} from '../../factories/posting-records.ts';

const a = paidClaim('A');
const b = paidClaim('B');
/** The payer pays a cent more than it says for what. */
const centOff = fileOf400([a, b], { paid: cents(40_001) });

type Posted = { readonly of: PostingRecords; readonly files: Map<string, string> };

/** Records after some files, by id, which lie in the bucket. */
const afterFiles = async (...texts: readonly string[]): Promise<Posted> => {
  const of = records();
  const files = new Map(texts.map((text, at) => [`f${at}`, text]));
  for (const [fileId, text] of files) await post835(received(text, { fileId }), of);
  return { of, files };
};

/** Releases the payment; the queue then finds what was handed on. */
const release = async (
  { of, files }: Posted,
  request: Partial<ReleasePayment> = {},
  practiceId = 'maple-street',
): Promise<PaymentAnswer> => {
  const name = { practiceId, paymentId: onlyPayment(of).paymentId };
  const answer = await releasePayment(
    name,
    { note: 'the bank has it so', ...request },
    biller,
    byHandOn(of, files),
  );
  await postStaged(of);
  return answer;
};

describe('a payment that is a cent off', () => {
  it('is posted as it is by a person, and the cent stays with it', async () => {
    const posted = await afterFiles(centOff);
    const { of } = posted;
    expect(onlyPayment(of).status).toBe('held');
    expect(figuresOf(of)).toMatchObject({ posted: 0, held: { number: 1, amount: 40_001 }, unexplained: 0 });
    expect(await release(posted)).toMatchObject({ outcome: 'done' });
    expect([paidOf(of), onlyPayment(of).status, onlyPayment(of).held]).toEqual([
      [20_000, 20_000, 0],
      'posted',
      [],
    ]);
    expect(figuresOf(of)).toMatchObject({ claims: 2, posted: 40_000, held: { number: 0 }, unexplained: -1 });
  });

  it('keeps who released it, why, and against what', async () => {
    const posted = await afterFiles(centOff);
    await release(posted);
    expect(onlyPayment(posted.of).tellings).toMatchObject([
      {
        released: {
          ...{ by: biller.by, at: '2026-12-01T15:00:00.000Z', note: 'the bank has it so' },
          against: [{ code: 'payment-unbalanced', detail: expect.stringContaining('-0.01') }],
        },
      },
    ]);
    expect(posted.of.events.map(({ actor }) => actor)).toEqual([biller.by, biller.by]);
  });

  it('is posted once, whoever releases it or sends it again', async () => {
    const posted = await afterFiles(centOff);
    const { of } = posted;
    await release(posted);
    expect(await release(posted, { note: 'again' })).toMatchObject({ outcome: 'done' });
    await post835(received(centOff, { fileId: 'f0' }), of);
    await post835(received(fileOf400([b, a], { paid: cents(40_001) }), { fileId: 'f9' }), of);
    expect([paidOf(of), figuresOf(of).posted, figuresOf(of).unexplained]).toEqual([
      [20_000, 20_000, 0],
      40_000,
      -1,
    ]);
    expect(onlyPayment(of).tellings.map(({ parts }) => parts)).toEqual([1, 0]);
  });

  it('holds each claim that does not balance by itself', async () => {
    const wrong = { ...b, paid: cents(20_001) };
    const posted = await afterFiles(fileOf400([a, wrong]));
    const { of } = posted;
    await release(posted);
    expect(paidOf(of)).toEqual([20_000, 0, 0]);
    expect(figuresOf(of)).toMatchObject({
      posted: 20_000,
      held: { number: 1, amount: 20_001 },
      unexplained: 1,
    });
    expect([...of.tasks.keys()]).toHaveLength(2);
  });

  it('whose claim cannot be read is posted without it, and told again with it is explained', async () => {
    const broken = fileOf400([a, b]).replace(
      'CLP*C0000000000B1-1*1*230*200',
      'CLP*C0000000000B1-1*1*230*many',
    );
    const posted = await afterFiles(broken);
    const { of } = posted;
    expect(onlyPayment(of)).toMatchObject({ status: 'held', held: [{ code: 'payment-uncheckable' }, {}] });
    await release(posted);
    expect(paidOf(of)).toEqual([20_000, 0, 0]);
    expect(figuresOf(of)).toMatchObject({ posted: 20_000, unexplained: -20_000, held: { number: 1 } });
    await post835(received(fileOf400([a, b]), { fileId: 'f2' }), of);
    expect([paidOf(of), figuresOf(of).unexplained]).toEqual([[20_000, 20_000, 0], 0]);
  });

  it('that was cut off is posted when it is released again', async () => {
    const posted = await afterFiles(centOff);
    const { of, files } = posted;
    const name = { practiceId: 'maple-street', paymentId: onlyPayment(of).paymentId };
    const failing = { ...byHandOn(of, files), answerWait: () => Promise.reject(new Error('cut off')) };
    await expect(releasePayment(name, { note: 'x' }, biller, failing)).rejects.toThrow('cut off');
    of.payments.staged.splice(0);
    expect(await release(posted)).toMatchObject({ outcome: 'done' });
    expect([paidOf(of), figuresOf(of).unexplained]).toEqual([[20_000, 20_000, 0], -1]);
  });

  it('of many claims goes through the queue', async () => {
    const letters = Array.from({ length: 60 }, (_, at) => String(at).padStart(10, '0'));
    const of = recordsOf(letters.map((number) => claim({ claimId: `CX${number}1` })));
    const claims = letters.map((number) =>
      paidClaim('A', { patientControlNumber: `CX${number}1-1`, payerControlNumber: `I${number}` }),
    );
    const files = new Map([['f0', fileOf400(claims, { paid: cents(60 * 20_000 + 1) })]]);
    await post835(received(files.get('f0') ?? ''), of);
    expect(await release({ of, files })).toMatchObject({ outcome: 'posting' });
    expect(figuresOf(of)).toMatchObject({ claims: 60, posted: 60 * 20_000, unexplained: -1 });
  });
});

it('a payment through somebody else holds each of its claims once when it is released', async () => {
  const { of } = await afterFiles();
  await post835(received(centOff, { partnerId: 'somebody', fileId: 'f0' }), of);
  expect(onlyPayment(of).held).toHaveLength(3);
  await release({ of, files: new Map([['f0', centOff]]) });
  expect([paidOf(of), figuresOf(of).held]).toEqual([[0, 0, 0], { number: 2, amount: 40_000 }]);
});

describe('a payment without a date', () => {
  const undated = fileOf400([a, b], { paymentDate: undefined });

  it('is posted by the day that a person gives it', async () => {
    const posted = await afterFiles(undated);
    expect(codesOf(await release(posted))).toEqual(['payment-undated']);
    expect(paidOf(posted.of)).toEqual([0, 0, 0]);
    await release(posted, { date: '2026-03-20' });
    expect(onlyPayment(posted.of)).toMatchObject({ status: 'posted', date: '2026-03-20', held: [] });
    expect(posted.of.claims.get('C0000000000A1')?.adjudications).toMatchObject([
      { paymentDate: '2026-03-20' },
    ]);
    expect(figuresOf(posted.of)).toMatchObject({ posted: 40_000, unexplained: 0 });
  });

  it('is known when a file tells of it with its date later', async () => {
    const posted = await afterFiles(undated);
    await release(posted, { date: '2026-03-20' });
    await post835(received(fileOf400([a, b]), { fileId: 'f2' }), posted.of);
    expect([paidOf(posted.of), onlyPayment(posted.of).tellings.length]).toEqual([[20_000, 20_000, 0], 2]);
  });
});

describe('what cannot be released', () => {
  it('is a payment that is posted, or another practice’s', async () => {
    const posted = await afterFiles(fileOf400([a, b]));
    expect(codesOf(await release(posted))).toEqual(['posted-already']);
    expect(await release(posted, {}, 'oak-street')).toEqual({ outcome: 'unknown' });
  });

  it('is a payment of which files say different things, until one is named', async () => {
    const posted = await afterFiles(centOff, fileOf400([a, paidClaim('C')], { paid: cents(40_001) }));
    const { of } = posted;
    expect(codesOf(await release(posted))).toEqual(['tellings-differ']);
    expect(codesOf(await release(posted, { tellingId: 'NONE' }))).toEqual(['telling-unknown']);
    const second = onlyPayment(of).tellings.at(-1)?.tellingId;
    await release(posted, second ? { tellingId: second } : {});
    expect([paidOf(of), figuresOf(of).unexplained]).toEqual([[20_000, 0, 20_000], -1]);
    const first = onlyPayment(of).tellings[0]?.tellingId;
    expect(codesOf(await release(posted, first ? { tellingId: first } : {}))).toEqual(['posted-already']);
  });

  it('is a payment whose file is gone', async () => {
    const { of } = await afterFiles(centOff);
    expect(codesOf(await release({ of, files: new Map() }))).toEqual(['file-gone']);
    expect(onlyPayment(of).status).toBe('held');
  });
});

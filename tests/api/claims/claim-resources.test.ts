import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../../functions/api/practice-records.ts';
import { payerActor, stepActor } from '../../../functions/domain/actor.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import { changed, withDetail } from '../../../functions/domain/claim-change.ts';
import { type EventWithEntries, entriesBetween } from '../../../functions/domain/ledger/entry.ts';
import type { Payment, PaymentPart } from '../../../functions/domain/ledger/payment.ts';
import type { PartnerFile } from '../../../functions/domain/partner-file.ts';
import { cents } from '../../../functions/edi/money.ts';
import { claimFiles, fileNameOf, parseFileName } from '../../../functions/partners/files/claim-files.ts';
import { adjudicated, claim } from '../../factories/claims.ts';
import { callerOn } from '../../factories/practice-caller.ts';
import { practice } from '../../factories/practices.ts';
import { aTask } from '../../factories/tasks.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const key = 'partners/payer-simulator/outbound/837P-000000001.x12';
const base = { partnerId: 'payer-simulator', outcome: 'processed' } as const;

const file = (
  change: Partial<PartnerFile> & Pick<PartnerFile, 'fileId' | 'transaction' | 'at'>,
): PartnerFile => ({
  ...base,
  ...{ direction: 'inbound', key: `inbound/${change.fileId}`, findings: [] },
  ...change,
});

const stored: readonly PartnerFile[] = [
  file({
    ...{ fileId: '000000001', transaction: '837P', at: '2026-11-02T09:00:00.000Z', direction: 'outbound' },
    key,
  }),
  file({ fileId: '000000002', transaction: '270', at: '2026-11-01T09:00:00.000Z', direction: 'outbound' }),
  file({ fileId: 'a999', transaction: '999', at: '2026-11-02T10:00:00.000Z' }),
  file({ fileId: 'b835', transaction: '835', at: '2026-11-09T09:00:00.000Z' }),
  file({ fileId: 'c835', transaction: '835', at: '2026-11-08T09:00:00.000Z' }),
];

const before: Claim = claim();
const { claimId } = before;

/** The claim as its one transmission and its payment left it. */
const after: Claim = adjudicated({
  submissions: [
    { number: 1, frequency: '1', fileName: key, sentAt: '2026-11-02T09:00:00.000Z', fileAccepted: true },
  ],
});

const event = (
  at: string,
  type: string,
  detail: EventWithEntries['detail'],
  entries: EventWithEntries['entries'] = [],
) => ({
  ...{ at, type, detail, entries },
  actor: type === 'generated' ? stepActor('generate-claim') : payerActor('northwind'),
});

const events: readonly EventWithEntries[] = [
  event('2026-11-01T08:00:00.000Z', 'generated', {}, entriesBetween(undefined, before)),
  event('2026-11-02T10:00:01.000Z', 'file-accepted', { answerFile: 'payer-simulator/a999', submission: 1 }),
  event('2026-11-09T09:00:01.000Z', 'remittance-posted', { payment: 'PAY1' }, entriesBetween(before, after)),
];

const telling = (fileId: string) => ({
  ...{ tellingId: `t-${fileId}`, partnerId: 'payer-simulator', fileId },
  ...{ moneyDigest: 'm', wordingDigest: 'w', parts: 1, at: '2026-11-09T09:00:00.000Z' },
});

const byHand = { by: stepActor('x'), note: '', partnerIds: [] };

const payment = (change: Partial<Payment> = {}): Payment => ({
  ...{ paymentId: 'PAY1', practiceId: 'maple-street', payer: { name: 'Northwind' }, trace: 'EFT1' },
  ...{
    payee: { partnerId: 'payer-simulator', npis: [], taxIds: [] },
    date: '2026-11-09',
    amount: cents(100),
  },
  ...{ providerLevel: [], held: [], status: 'posted', postedParts: 1, version: 1 },
  tellings: [telling('b835'), { ...telling('by-hand-1'), byHand }],
  ...change,
});

const part: PaymentPart = {
  ...{ paymentId: 'PAY1', tellingId: 't-b835', part: 1 },
  decisions: [
    { adjudicationId: 'D1', paid: cents(60) },
    { adjudicationId: 'D2', paid: cents(40) },
  ],
  posting: {
    posted: { D1: cents(60) },
    claims: { D1: claimId },
    held: [{ code: 'unmatched', path: 'CLP[2]', detail: 'No claim of ours', adjudicationId: 'D2' }],
    at: '2026-11-09T09:00:02.000Z',
  },
};

const payments = [payment(), payment({ paymentId: 'PAY2', practiceId: 'elm-row', trace: 'EFT2' })];

const effects = {
  claimHistory: async () => events,
  partnerFilesOfClaim: async () => stored.filter(({ transaction }) => transaction === '270'),
  findFileByKey: async (_partner: string, wanted: string) => stored.find((one) => one.key === wanted),
  findPartnerFile: async (partnerId: string, direction: string, fileId: string) =>
    stored.find((one) => one.partnerId === partnerId && one.direction === direction && one.fileId === fileId),
  findPayment: async (id: string) => payments.find(({ paymentId }) => paymentId === id),
};

const records: Partial<PracticeRecords> = {
  findPractice: async (id) => practice({ practiceId: id }),
  findClaim: async (id) => (id === claimId ? after : undefined),
  claimHistory: async () => [...events],
  tasksOfClaim: async () => [aTask({ createdAt: '2026-11-03T00:00:00.000Z' })],
  findTask: async (id) => (id === aTask().taskId ? aTask() : undefined),
  payments: {
    ofPractice: async (practiceId: string) => payments.filter((one) => one.practiceId === practiceId),
    partsOf: async (id: string) => (id === 'PAY1' ? [part] : []),
  } as unknown as PracticeRecords['payments'], // what remittances do not ask is not here
  files: {
    ofClaim: (one) => claimFiles(one, effects),
    nameOf: fileNameOf,
    find: async (name) => stored.find((one) => fileNameOf(one) === name),
    read: async ({ fileId }, practiceId) =>
      practiceId === 'maple-street'
        ? { text: `ISA of ${fileId}`, leftOut: fileId === 'b835' ? 2 : 0 }
        : undefined,
  },
};

const call = callerOn(records, 'client-of-emr');
const get = (path: string) => call('GET', `/v1/practices/maple-street${path}`);

describe('the files of a claim', () => {
  it('are those that it went out in and that answered it, each once, the oldest first', async () => {
    const { body } = await get(`/claims/${claimId}/files`);
    expect(
      body.files.map((one: { fileId: string; transaction: string }) => [one.transaction, one.fileId]),
    ).toEqual([
      ['270', 'payer-simulator.outbound.000000002'],
      ['837P', 'payer-simulator.outbound.000000001'],
      ['999', 'payer-simulator.inbound.a999'],
      ['835', 'payer-simulator.inbound.b835'],
    ]);
    expect(JSON.stringify(body)).not.toContain('inbound/');
  });

  it('are got as X12, and how much of them is others’', async () => {
    const { status, body } = await get(`/claims/${claimId}/files/payer-simulator.inbound.b835`);
    expect([status, body.text, body.leftOut]).toEqual([200, 'ISA of b835', 2]);
  });

  it.each([
    [`/claims/${claimId}/files/payer-simulator.inbound.c835`], // another payment's
    [`/claims/${claimId}/files/..%2F..%2Fsecret`],
    ['/claims/C0000000000AA/files'],
  ])('do not reach to %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('have names that are read back, and nothing else is', () => {
    for (const one of stored)
      expect(parseFileName(fileNameOf(one))).toEqual({
        partnerId: one.partnerId,
        direction: one.direction,
        fileId: one.fileId,
      });
    for (const name of ['', 'a.inbound.f', 'x.y.z', 'payer.inbound.a/b', 'payer.sideways.f'])
      expect(parseFileName(name)).toBeUndefined();
  });
});

describe('what happened to a claim', () => {
  it('is its events, tasks and files in one order, in words and data', async () => {
    const { body } = await get(`/claims/${claimId}/timeline`);
    const kinds = body.timeline.map((one: { kind: string; type: string }) => `${one.kind} ${one.type}`);
    expect(kinds).toEqual([
      'claim generated',
      'file sent',
      'file sent',
      'file received',
      'claim file-accepted',
      'task raised',
      'file received',
      'claim remittance-posted',
    ]);
    expect(body.timeline[4]).toMatchObject({
      words: 'The file of transmission 1 was accepted',
      who: 'payer northwind',
    });
  });

  it('is of a task its own', async () => {
    expect((await get(`/tasks/${aTask().taskId}/timeline`)).body.timeline[0].type).toBe('raised');
    expect((await get('/tasks/none/timeline')).status).toBe(404);
  });

  it('has its money in entries, and where they leave it', async () => {
    const { body } = await get(`/claims/${claimId}/ledger`);
    const kinds = body.entries.map((one: { entry: { kind: string } }) => one.entry.kind);
    expect(kinds.filter((kind: string) => kind === 'charge')).toHaveLength(before.lines.length);
    expect(kinds.filter((kind: string) => kind === 'decision')).toHaveLength(after.adjudications.length);
    expect(body.position.open).toEqual(expect.any(Number));
  });

  it('names in an event what it came with', () => {
    const decide = withDetail({ answerFile: 'p/f' }, (one) =>
      changed(one, {}, { type: 'accepted', actor: payerActor('x'), detail: { submission: 1 } }),
    );
    expect(decide(before)?.event.detail).toEqual({ submission: 1, answerFile: 'p/f' });
    expect(withDetail({ answerFile: 'p/f' }, () => undefined)(before)).toBeUndefined();
  });
});

describe('remittances', () => {
  const remittanceId = 'payer-simulator.inbound.b835';

  it('are the files that told of the practice’s payments; what a person posted came in none', async () => {
    const { body } = await get('/remittances');
    expect(body.remittances).toMatchObject([
      { remittanceId, payments: [{ paymentId: 'PAY1', amount: 100 }] },
    ]);
    expect(JSON.stringify(body)).not.toContain('EFT2');
  });

  it('show what they decide about claims, and what is held of it', async () => {
    const { body } = await get(`/remittances/${remittanceId}`);
    expect(body.decisions).toMatchObject([
      { adjudicationId: 'D1', claimId, paid: 60, held: [] },
      { adjudicationId: 'D2', paid: 40, held: [{ code: 'unmatched' }] },
    ]);
    expect((await get(`/remittances/${remittanceId}/file`)).body).toMatchObject({
      text: 'ISA of b835',
      leftOut: 2,
    });
  });

  it('of others are not found, and days that are none are refused', async () => {
    for (const path of ['payer-simulator.inbound.c835', 'payer-simulator.inbound.a999', 'nothing'])
      for (const end of ['', '/file']) expect((await get(`/remittances/${path}${end}`)).status).toBe(404);
    expect((await get('/remittances?from=soon')).status).toBe(400);
  });
});

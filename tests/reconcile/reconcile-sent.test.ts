import { expect, it } from 'vitest';
import type { FoundSent } from '../../functions/domain/outbox/found-sent.ts';
import { factsOf } from '../../functions/domain/partner-file.ts';
import { handOn, queueFor } from '../../functions/reconcile/hand-on.ts';
import { type ReconcileSentEffects, reconcileSent } from '../../functions/reconcile/reconcile-sent.ts';
import { type BatchWorld, batchWorld, sendAll } from '../factories/batches/batch-world.ts';
import { openClaims } from '../factories/batches/queued-claims.ts';

/** Reconciles a world with what lies in its outbound folders. */
const reconcile = async (world: BatchWorld, facts = new Map<string, Readonly<Record<string, string>>>()) => {
  const noted: FoundSent[] = [];
  const raised: number[] = [];
  const effects: ReconcileSentEffects = {
    ...world.sending,
    readSent: async (key) => ({ text: world.objects.get(key) ?? '', facts: facts.get(key) ?? {} }),
    findPartnerFile: async (_partnerId, _direction, fileId) => world.files.get(fileId),
    savePartnerFile: async (file) => void world.files.set(file.fileId, file),
    keepNumber: async () => undefined,
    raiseNumbers: async (_, number) => void raised.push(number),
    noteFound: async (found) => void noted.push(found),
    forgetFound: async () => undefined,
  };
  const objects = [...world.objects.keys()].map((key) => ({ key, writtenAt: '2026-11-02T10:00:00.000Z' }));
  return { found: await reconcileSent(objects, effects), noted, raised };
};

const numbersOf = (count: number): string[] => openClaims(count).map(({ claimId }) => `${claimId}-1`);

it('a file of which no record is left is recorded as it was, and its claims as sent', async () => {
  const before = batchWorld(openClaims(3));
  await sendAll(before);
  const facts = new Map([...before.files.values()].map((file) => [file.key, factsOf(file)]));
  const after = batchWorld(openClaims(3));
  for (const [key, text] of before.objects) after.objects.set(key, text);
  const { found, raised } = await reconcile(after, facts);
  expect([...after.files.values()]).toEqual([...before.files.values()]);
  expect([...found.sent].sort()).toEqual(numbersOf(3));
  expect([...after.records.claims.values()].map(({ submissions }) => submissions)).toEqual(
    [...before.records.claims.values()].map(({ submissions }) => submissions),
  );
  expect(raised).toEqual([...before.files.keys()].map(Number));
  expect(await sendAll(after)).toEqual([]);
});

it('done again, nothing changes', async () => {
  const world = batchWorld(openClaims(3));
  await sendAll(world);
  const standing = structuredClone(world.records.claims);
  const { found } = await reconcile(world);
  expect(found).toEqual({ files: [], sent: [], notSent: [], missing: [], strange: [] });
  expect(world.records.claims).toEqual(standing);
});

it('a record that names other claims than its file gives way to the file, and those claims go out again', async () => {
  const world = batchWorld(openClaims(2));
  await sendAll(world);
  const [[key = '', text = ''] = []] = world.objects;
  const other = openClaims(3).slice(2);
  const strangers = batchWorld(other);
  await sendAll(strangers);
  const [ofOthers = ''] = strangers.objects.values();
  // The record says that the first two went out under this number; the file holds the third.
  world.objects.set(key, ofOthers);
  for (const claim of other) world.records.claims.set(claim.claimId, claim);
  const { found } = await reconcile(world);
  expect(found.sent).toEqual(numbersOf(3).slice(2));
  expect([...found.notSent].sort()).toEqual(numbersOf(2));
  expect(text).not.toBe(ofOthers);
  expect(
    [...world.records.claims.values()].map(({ submissions }) => submissions.map(({ sentAt }) => !sentAt)),
  ).toEqual([[true], [true], [false]]);
});

it('a transmission that was opened after the instant is opened as the file has it, with a number of its own', async () => {
  const [resubmitted] = openClaims(1);
  if (!resubmitted) throw new Error('No claim');
  const second = { number: 2, frequency: '7' as const, originalReference: 'NO1', fileAccepted: false };
  const before = batchWorld([
    {
      ...resubmitted,
      submissions: [{ number: 1, frequency: '1', fileAccepted: true, sentAt: 'then' }, second],
    },
  ]);
  await sendAll(before);
  const after = batchWorld([
    {
      ...resubmitted,
      status: 'adjudicated',
      submissions: [{ number: 1, frequency: '1', fileAccepted: true, sentAt: 'then' }],
    },
  ]);
  for (const [key, text] of before.objects) after.objects.set(key, text);
  await reconcile(after);
  const [claim] = after.records.claims.values();
  expect(claim?.status).toBe('submitted');
  expect(claim?.submissions[1]).toMatchObject({ number: 2, frequency: '7', originalReference: 'NO1' });
  expect(claim?.submissions[1]?.sentAt).toBeDefined();
});

it('a claim that is not known is noted with its file, and answers about it wait', async () => {
  const before = batchWorld(openClaims(1));
  await sendAll(before);
  const after = batchWorld([]);
  for (const [key, text] of before.objects) after.objects.set(key, text);
  const { found, noted } = await reconcile(after);
  expect(found.missing).toEqual(noted);
  expect(noted.map(({ claimId }) => `${claimId}-1`)).toEqual(numbersOf(1));
  const [{ claimId = '', fileId = '' } = {}] = noted;
  const answers = new Map([
    ['partners/p/inbound/999', `AK1*HC*${Number(fileId)}*005010X222A1~`],
    ['partners/p/inbound/835', `CLP*${claimId}-1*1*230*161~`],
    ['partners/p/inbound/other', 'CLP*C3333333333-1*1*230*161~'],
  ]);
  const told: string[] = [];
  const { held } = await handOn(
    [
      ...[...answers.keys()].map((key) => ({ queue: 'PartnerFiles', key }) as const),
      { queue: 'Documents', key: 'practices/p/encounters/e/encounter.json' },
    ],
    noted,
    { readArrived: async (key) => answers.get(key) ?? '', tell: async (_, key) => void told.push(key) },
  );
  expect(held).toEqual(['partners/p/inbound/999', 'partners/p/inbound/835']);
  expect(told).toEqual(['partners/p/inbound/other', 'practices/p/encounters/e/encounter.json']);
});

it.each([
  ['intake', 'practices/p/encounters/e/encounter.json', ['Documents']],
  ['intake', 'practices/p/deposits/june.bai', ['BankStatements']],
  ['intake', 'extracted/p/e.txt', []],
  ['exchange', 'partners/p/inbound/835.x12', ['PartnerFiles']],
  ['exchange', 'partners/p/outbound/837P-000000001.x12', []],
  ['exchange', 'payments/abc/1', ['PaymentParts']],
  ['exchange', 'numbers/p/000000001', []],
] as const)('of an object of the %s bucket, %s, %j is told', (bucket, key, queues) => {
  const queue = queueFor(bucket, key);
  expect(queue ? [queue] : []).toEqual(queues);
});

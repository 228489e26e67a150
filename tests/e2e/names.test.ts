import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf } from '../../local/desks.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { listMail, type Mail } from '../../local/mailbox.ts';
import { samplesOf, startPractice } from './start-practice.ts';
import { executions, functionLogs, histories, objectKeys } from './traces.ts';
import { encounterOnce, linkPayload, once, onlyClaim } from './waiting.ts';

/** A word that a clinic and a partner put into names of theirs, as they may put a patient's name. */
const canary = 'qzxsmith';
const encounterId = `${canary}-john-2026-01-02`;
const named = new RegExp(canary, 'i');

let practice: LocalPractice;
let mails: readonly Mail[];

beforeAll(async () => {
  practice = await startPractice('names');
  const [sample] = await samplesOf('04');
  const upload = (file: string, body: Uint8Array | string = '') =>
    practice.client.upload(encounterId, file, Buffer.from(body));
  // What is wrong first, so that the clinic is written to.
  await upload('encounter.json', '{}');
  await upload('encounter.json', sample?.files.get('encounter.json'));
  await upload(`${canary}.txt`, sample?.files.get('note.txt'));
  const { clients, records } = practice.app;
  await clients.s3.send(
    new PutObjectCommand({
      Bucket: records.ExchangeBucket,
      Key: `partners/payer-simulator/inbound/${canary}-john.835`,
      Body: 'Dear billing office,',
    }),
  );
  await encounterOnce(practice, encounterId, (view) =>
    expect(['ready', 'covered', 'submitted']).toContain(onlyClaim(view).status),
  );
  mails = await once(practice, async () => {
    const all = await listMail(practice.cloud.endpoint);
    expect(all.length).toBeGreaterThan(1);
    return all;
  });
});

afterAll(() => practice?.stop());

describe('a name that a clinic or a partner chose', () => {
  it('is in no execution and in no event of one', async () => {
    const told = [...(await executions(practice.app)), ...(await histories(practice.app))];
    expect(told.some((one) => one.includes('"visit'))).toBe(true);
    expect(told.filter((one) => named.test(one))).toEqual([]);
  });

  it('is in no line that a function wrote, its metrics included', async () => {
    const lines = await functionLogs(practice.app);
    expect(lines.some((line) => line.includes('"visit"'))).toBe(true);
    expect(lines.filter((line) => named.test(line))).toEqual([]);
  });

  it('is in no mail, nor in what its link says', () => {
    const links = mails.flatMap((mail) => linkOf(mail) ?? []).map((link) => linkPayload(link));
    expect(links.length).toBeGreaterThan(1);
    expect(JSON.stringify([mails, links])).not.toMatch(named);
  });

  it('is in no key but those that they chose', async () => {
    const { IntakeBucket, ExchangeBucket } = practice.app.records;
    const keys = [
      ...(await objectKeys(practice.app, IntakeBucket)),
      ...(await objectKeys(practice.app, ExchangeBucket)),
    ];
    const ours = keys.filter((key) => !/^practices\/|\/inbound\//.test(key));
    expect(keys.some((key) => named.test(key))).toBe(true);
    expect(ours.some((key) => key.startsWith('extracted/'))).toBe(true);
    expect(ours.filter((key) => named.test(key))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Payer } from '../../functions/domain/payer.ts';
import { readSamplePractice, readSamples, samplesFolder } from '../../local/samples.ts';
import { cloudInMemory } from '../adapters/cloud-in-memory.ts';
import { fakeTable } from '../adapters/fake-table.ts';
import { aContext } from '../factories/lambda-context.ts';

/** A word that clinics and partners put into names of theirs, as they may put a patient's name. */
const canary = 'qzxsmith';
const practiceId = 'maple-street';
const encounterId = `${canary}-john-2026-01-02`;
const folder = `practices/${practiceId}/encounters/${encounterId}`;

const cloud = await cloudInMemory();
afterAll(() => cloud.close());

/** What was said, handed on and thrown, by whom. */
const told: string[] = [];
const outcomes = new Map<string, unknown>();
let visit = '';
let items: ReadonlyMap<string, object>;

/** The entry point of a function, as it is deployed. */
const call = async (name: string, event: object): Promise<void> => {
  const module: unknown = await import(join(import.meta.dirname, `../../functions/${name}.lambda.ts`));
  const { handler } = module as { handler: (event: object, context: object) => Promise<unknown> };
  const result = await handler(event, aContext()).catch((error: unknown) => error);
  told.push(`${name} ${inspect(result, { depth: 9, showHidden: true })}`);
  outcomes.set(name, result);
};

const created = (key: string) => ({
  Records: [
    {
      messageId: '1',
      body: JSON.stringify({ detail: { object: { key } } }),
      attributes: { SentTimestamp: '1' },
      eventSource: 'aws:sqs',
    },
  ],
});

const upload = async (fileName: string, body: string | Uint8Array): Promise<void> => {
  cloud.put('intake', `${folder}/${fileName}`, body);
  await call('intake/receive-document', created(`${folder}/${fileName}`));
};

const keep = (line: unknown): true => {
  told.push(String(line));
  return true;
};

const codingInput = (): { practiceId: string; visit: string } => {
  const start = cloud.asked.find(({ body }) => body.includes('stateMachine:coding_workflow'));
  return JSON.parse((JSON.parse(start?.body ?? '{}') as { input: string }).input);
};

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  ({ items } = fakeTable());
  const { savePractice, savePayer } = await import('../../functions/adapters/practices/practice-store.ts');
  const practice = await readSamplePractice();
  await savePractice(practice);
  const payers: unknown = JSON.parse(readFileSync(join(samplesFolder, 'payers.json'), 'utf8'));
  for (const payer of Payer.array().parse(payers)) await savePayer(practice.practiceId, payer);
  const [sample] = await readSamples('2026-11-02', ['01-hypertension']);
  const registration = sample?.files.get('encounter.json') ?? '';
  const note = sample?.files.get('note.txt') ?? '';
  await upload(`${canary}.pdf`, Buffer.alloc(51 * 1024 * 1024));
  await upload('encounter.json', '{}');
  await upload('encounter.json', registration);
  await upload(`${canary}.txt`, note);
  visit = codingInput().visit;
  const step = { practiceId, visit };
  await call('coding/extract-text', step);
  await call('coding/suggest-codes', step);
  await call('tasks/raise-task', { ...step, kind: 'coding' });
  await call('coding/accept-codes', step);
  await call('scrubbing/scrub-encounter', step);
  await call('tasks/raise-task', { ...step, kind: 'encounter-edits' });
  await call('claims/generate-claim', step);
  await upload('late.txt', `${note}\nAddendum: better.`);
  const inbound = `partners/payer-simulator/inbound/${canary}-john.835`;
  cloud.put('exchange', inbound, 'Dear Sirs,');
  await call('partners/receive-partner-file', created(inbound));
  const statement = `practices/${practiceId}/deposits/${canary}.csv`;
  cloud.put('intake', statement, 'no statement');
  await call('deposits/receive-deposits', created(statement));
  for (const name of ['coding/extract-text', 'coding/suggest-codes', 'scrubbing/scrub-encounter'])
    await call(name, { practiceId, visit: 'V0' });
});

const hasCanary = (text: string): boolean => text.toLowerCase().includes(canary);
const inBase64 = (text: string): string =>
  text.replace(/[\w-]{40,}/g, (word) => Buffer.from(word, 'base64url').toString('latin1'));
const ofService = (service: string) => cloud.asked.filter((one) => one.service === service);

describe('the name of a visit or a file, which may be a patient’s', () => {
  it('stands in the records, and the visit went its way as far as its claim', () => {
    expect([...items.values()].some((item) => hasCanary(JSON.stringify(item)))).toBe(true);
    expect(outcomes.get('claims/generate-claim')).toMatchObject({ outcome: 'generated' });
  });

  it('is in no line of a log, and in nothing that a step hands on or throws', () => {
    expect(told.filter((line) => line.includes(visit)).length).toBeGreaterThan(3);
    expect(told.filter(hasCanary)).toEqual([]);
  });

  it('is in no execution: its name, its input', () => {
    const started = ofService('AWSStepFunctions').map(({ body }) => body);
    expect(started.length).toBeGreaterThan(1);
    expect(started.filter(hasCanary)).toEqual([]);
    expect(codingInput()).toEqual({ practiceId, visit });
  });

  it('is in no mail, its links and tags included', () => {
    const mails = ofService('mail').map(({ body }) => `${body} ${inBase64(body)}`);
    expect(mails.length).toBeGreaterThan(3);
    expect(mails.filter(hasCanary)).toEqual([]);
  });

  it('is in no key of ours', () => {
    const written = ofService('s3 PUT').map(({ path }) => path);
    expect(written.some((path) => path.startsWith('/intake/extracted/'))).toBe(true);
    expect(written.filter(hasCanary)).toEqual([]);
  });
});

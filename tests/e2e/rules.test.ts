import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeRule } from '../../functions/domain/rules/practice-rule.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { aRule } from '../domain/rules/a-visit.ts';
import { samplesOf, startPractice, testFolder } from './start-practice.ts';
import { claimOf, encounterOnce, onlyClaim } from './waiting.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

let practice: LocalPractice;
let receiver: WebhookReceiver;

beforeAll(async () => {
  receiver = await startReceiver();
  practice = await startPractice('rules');
});

afterAll(async () => {
  await practice?.stop();
  await receiver?.stop();
});

/** The command line as a biller runs it on the table of this practice. */
const rules = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['cli/main.ts', 'rules', ...args], { encoding: 'utf8', env: process.env });

const fileOf = (name: string, list: readonly PracticeRule[]): string => {
  const path = join(testFolder('rules'), name);
  writeFileSync(path, JSON.stringify(list));
  return path;
};

const record = aRule(
  { add: 'registration.medicalRecordNumber', value: 'MR-77' },
  { ruleId: 'record-number', when: { path: 'payer.payerId', is: 'northwind' } },
);
const warned = aRule({ warn: 'Look at it first' }, { ruleId: 'look', active: false });

type Answer = {
  readonly webhook: { readonly endpointId: string };
  readonly secret: string;
  readonly items: readonly { readonly status: string }[];
};

const call = async (method: string, path: string, body?: object): Promise<Answer> => {
  const init = { method, ...(body && { body: JSON.stringify(body) }) };
  return (await (await practice.client.send(`/webhooks${path}`, init)).json()) as Answer;
};

let webhook: Answer;

it('a webhook is added, its key is shown once, and an address of a private network is refused', async () => {
  webhook = await call('POST', '', { url: receiver.url });
  expect(webhook.secret).toMatch(/^whsec_/);
  expect(JSON.stringify(await call('GET', ''))).not.toMatch(/whsec_|secrets|sealed/);
  const metadata = { url: 'https://169.254.169.254/latest' };
  expect(await call('POST', '', metadata)).toMatchObject({ findings: [{ code: 'refused-address' }] });
});

describe('the rules of a practice', () => {
  it('are entered in versions, and the last one is in force', () => {
    const [first, second] = [fileOf('1.json', [record]), fileOf('2.json', [record, warned])];
    expect(rules('put', first, '--note', 'first').stdout).toContain('version 1 is in force, 1 rules');
    expect(rules('put', first).stdout).toContain('version 1 is in force');
    expect(rules('put', second).stdout).toContain('version 2 is in force, 2 rules');
    expect(rules('list').stdout).toMatch(
      /^ {2}2 .*2 rules\n {2}1 .*program command line \(.*1 rules {2}first\n$/,
    );
  });

  it('change the claim of a visit, and its history says so', async () => {
    const [sample] = await samplesOf('01');
    if (!sample) throw new Error('There is no sample 01');
    for (const [name, content] of sample.files) await practice.client.upload('R1', name, content);
    const { claimId, visit } = await claimOf(practice, 'R1');
    expect(visit?.medicalRecordNumber).toBe('MR-77');
    const [generated] = await practice.client.history(claimId);
    expect(generated?.detail).toMatchObject({
      changedByRules: 'registration.medicalRecordNumber nothing → MR-77 (record-number)',
      rulesVersion: 2,
    });
  });

  it('are tried on past visits of the table', () => {
    const { stdout } = rules('try', fileOf('none.json', []), '--past', '5', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      visits: 1,
      different: [{ name: 'R1', noLonger: { changed: [{ after: 'MR-77', rules: ['record-number'] }] } }],
    });
  });
});

describe('a webhook', () => {
  it('is told of a visit until its claim is paid and closed, signed, once each, and of no person', async () => {
    const view = await encounterOnce(practice, 'R1', (one) => expect(onlyClaim(one).status).toBe('closed'));
    const { claimId, end } = onlyClaim(view);
    const messages = await receiver.onceTaken(webhook.secret, (taken) => {
      const types = taken.map(({ type }) => type);
      expect(types.toSorted()).toEqual([
        ...['claim.accepted', 'claim.closed', 'claim.created', 'claim.paid', 'claim.submitted'],
        ...['visit.coded', 'visit.received'],
      ]);
    });
    const closed = messages.find(({ type }) => type === 'claim.closed');
    expect(closed?.data).toMatchObject({ id: claimId, encounterId: 'R1', status: 'closed', end });
    const [sample] = await samplesOf('01');
    const { patient } = JSON.parse(String(sample?.files.get('encounter.json')));
    for (const word of [patient.lastName, patient.firstName, patient.patientId, patient.dateOfBirth])
      expect(JSON.stringify(messages)).not.toContain(word);
    const path = String(closed?.data.path).replace('/v1/practices/maple-street', '');
    expect((await practice.client.send(path, {})).status).toBe(200);
    const { items } = await call('GET', `/${webhook.webhook.endpointId}/deliveries`);
    expect(items.map(({ status }) => status)).toEqual(messages.map(() => 'delivered'));
  });

  it('is sent a test, and all of it again under the same ids', async () => {
    const before = receiver.taken(webhook.secret);
    await call('POST', `/${webhook.webhook.endpointId}/test`);
    const tried = await receiver.onceTaken(webhook.secret, (taken) =>
      expect(taken.at(-1)?.type).toBe('webhook.test'),
    );
    const messageIds = before.map(({ id }) => id);
    await call('POST', `/${webhook.webhook.endpointId}/replay`, { messageIds });
    const all = await receiver.onceTaken(webhook.secret, (taken) =>
      expect(taken).toHaveLength(tried.length + messageIds.length),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(tried.length);
  });
});

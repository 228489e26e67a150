import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOpen } from '../../functions/follow-up/check-open.ts';
import { isQuiet } from '../../functions/remittance/held.ts';
import { decideByLink } from '../../local/desks.ts';
import { type LocalPractice, readSamplePayerRules, uploadSamples } from '../../local/local-practice.ts';
import { listMail } from '../../local/mailbox.ts';
import { openLink } from '../../local/open-link.ts';
import type { PayerDirectory } from '../../local/payer-simulator/payer-rules.ts';
import type { PracticeClient } from '../../local/practice-client.ts';
import { functionVariables } from './faults.ts';
import { samplesOf, silently, startPractice } from './start-practice.ts';
import { claimOf, encounterOnce, linkPayload, linksOf, mailAbout, onlyClaim, openTaskOf } from './waiting.ts';

const coder = 'coding@maplestreet.example';
const supervisor = 'revenue.manager@maplestreet.example';

/** Days after which no test waits any longer. */
const never = 10_000;

/** Northwind acknowledges what it gets and then says nothing more, neither by itself nor when asked. */
const silentNorthwind = async (): Promise<PayerDirectory> => {
  const rules = await readSamplePayerRules();
  return new Map(
    [...rules].map(([payerId, payer]) => {
      const answerDays = { ...payer.answerDays, remittance: never, status: never };
      return [payerId, payerId === 'northwind' ? { ...payer, answerDays } : payer];
    }),
  );
};

/** A contract by which a silent payer is asked twice, soon. */
const loadImpatientContract = async (): Promise<void> => {
  const { getPayer, savePayer } = await import('../../functions/adapters/practices/practice-store.ts');
  const northwind = await getPayer('maple-street', 'northwind');
  await savePayer('maple-street', {
    ...northwind,
    firstFollowUpDays: 2,
    statusAnswerDays: 1,
    maxFollowUps: 2,
  });
};

let practice: LocalPractice;

beforeAll(async () => {
  practice = await startPractice('clock', { payerRules: await silentNorthwind() });
  await loadImpatientContract();
  await uploadSamples(practice, await samplesOf('01', '14'), silently);
});

afterAll(() => practice?.stop());

describe('a task that nobody works', () => {
  it('is reminded of before its deadline and handed to the supervisor after it, each once', async () => {
    const { taskId, remindAt, due } = await openTaskOf(practice, '14-vague-fatigue', 'coding');
    expect(remindAt < due).toBe(true);
    await linksOf(practice, taskId, 3);
    // Nothing is left that would remind or escalate a second time.
    await practice.time.settle();
    expect(practice.time.bells()).not.toContain(`task ${taskId}`);
    const mail = await mailAbout(practice, taskId);
    expect(mail.map(({ to }) => to)).toEqual([[coder], [coder], [supervisor]]);
    expect(mail.map(({ subject }) => subject.split(':')[0])).toEqual([
      expect.stringContaining('Codes to confirm'),
      'Reminder',
      'Overdue',
    ]);
    const { remindedAt = '', escalatedAt = '' } = await openTaskOf(practice, '14-vague-fatigue', 'coding');
    expect(remindedAt < escalatedAt).toBe(true);
  });
});

describe('a link', () => {
  it('refuses whoever has no signature of ours', async () => {
    const { taskId } = await openTaskOf(practice, '14-vague-fatigue', 'coding');
    const [link = ''] = await linksOf(practice, taskId);
    const [address, token = ''] = link.split('/t/');
    const [, signature] = token.split('.');
    const payload = { ...linkPayload(link), r: 'mallory@elsewhere.example' };
    const forged = `${address}/t/${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`;
    const body = new URLSearchParams({ action: 'confirm-codes' });
    for (const init of [{}, { method: 'POST', body }]) {
      const answer = await fetch(forged, init);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('R53');
    }
    expect((await openTaskOf(practice, '14-vague-fatigue', 'coding')).taskId).toBe(taskId);
  });

  it('shows a scanner that follows it no case, and mails nothing', async () => {
    const { taskId } = await openTaskOf(practice, '14-vague-fatigue', 'coding');
    const link = (await linksOf(practice, taskId)).at(-1) ?? '';
    const before = (await listMail(practice.cloud.endpoint)).length;
    for (const method of ['GET', 'HEAD'])
      for (const path of [link, `${link}/code`, `${link}/session`])
        expect(await (await fetch(path, { method })).text()).not.toMatch(/fatigue|R53/i);
    expect(await (await fetch(link)).text()).toContain('Mail me the code');
    const body = new URLSearchParams({ action: 'confirm-codes' });
    expect((await fetch(link, { method: 'POST', body })).status).toBe(401);
    expect(await listMail(practice.cloud.endpoint)).toHaveLength(before);
    await expect(openLink(link)).resolves.toBeTypeOf('function');
  });

  it('refuses whoever comes after its time', async () => {
    const { taskId } = await openTaskOf(practice, '14-vague-fatigue', 'coding');
    const [link = ''] = await linksOf(practice, taskId);
    Object.assign(process.env, await functionVariables(practice.app, 'RaiseTask'));
    const { signTaskLink } = await import('../../functions/adapters/link-signer.ts');
    const expiresAt = new Date(Date.now() - 1000).toISOString();
    const expired = await signTaskLink({ taskId, nonce: linkPayload(link).n, recipient: coder, expiresAt });
    expect((await fetch(expired)).status).toBe(410);
    const body = new URLSearchParams({ action: 'confirm-codes' });
    expect((await fetch(expired, { method: 'POST', body })).status).toBe(410);
  });

  it('takes one decision; whoever comes later reads what was decided, and by whom', async () => {
    const { taskId } = await openTaskOf(practice, '14-vague-fatigue', 'coding');
    const [former = '', ofCoder = '', ofSupervisor = ''] = await linksOf(practice, taskId, 3);
    // The reminder replaced the link of the first mail.
    expect((await fetch(former)).status).toBe(410);
    const [sample] = await samplesOf('14');
    const [decision] = sample?.decisions ?? [];
    if (!decision) throw new Error('The sample decides nothing');
    await decideByLink(ofSupervisor, decision);
    // What the decision brought on its way is under way no more.
    await practice.time.settle();
    const opened = await openLink(ofCoder);
    const again = await opened({
      method: 'POST',
      body: new URLSearchParams({ action: 'confirm-codes' }),
    });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain(supervisor);
    const looked = await (await opened()).text();
    expect(looked).toContain('This task is decided');
    // Nothing is decided on it any more; what was decided may be taken back.
    expect(looked.match(/<form/g)).toHaveLength(1);
    expect(looked).toContain('Undo this decision');
    const { status, lines } = await claimOf(practice, '14-vague-fatigue');
    expect(status).not.toBe('rejected');
    expect(lines.map(({ procedure }) => procedure)).toEqual(['99212']);
  });
});

describe('a payer that stays silent', () => {
  const historyOf = async (client: PracticeClient, claimId: string): Promise<string[]> =>
    (await client.history(claimId)).map(({ type }) => type);

  it('is asked as often as the contract says, then a biller is', async () => {
    const task = await openTaskOf(practice, '01-hypertension', 'no-answer');
    const { claims } = await practice.client.encounter('01-hypertension');
    const { claimId, status, followUps } = claims[0] ?? {};
    expect({ status, followUps, owner: task.owner }).toEqual({
      status: 'accepted',
      followUps: 2,
      owner: 'biller',
    });
    // The 999 of its file may be read before or after the 277CA of the claim.
    const told = (await historyOf(practice.client, claimId ?? '')).filter((one) => one !== 'file-accepted');
    expect(told.slice(-3)).toEqual(['accepted', 'status-unanswered', 'status-unanswered']);
  });

  it('leaves nothing open without a timer, an owner or an end', async () => {
    await practice.time.settle();
    const { openRecordsOf } = await import('../../functions/adapters/follow-up/open-records.ts');
    const { listPractices } = await import('../../functions/adapters/practices/practice-store.ts');
    // All that is here is younger than the check's grace: it looks an hour later.
    const later = new Date(Date.now() + 3_600_000);
    const openRecords = openRecordsOf(isQuiet);
    const look = (read: typeof openRecords) =>
      checkOpen({ listPractices, openRecords: read, pause: async () => undefined, now: () => later });
    expect(await look(openRecords)).toEqual([]);
    // It can find something: what waits for the biller waits for nobody without the task.
    const without = async (practiceId: string) => ({ ...(await openRecords(practiceId)), tasks: [] });
    expect((await look(without)).map(({ kind }) => kind)).toContain('claim');
  });

  it('is asked again when the biller keeps waiting, and costs nothing when it is written off', async () => {
    const first = await openTaskOf(practice, '01-hypertension', 'no-answer');
    const link = (await linksOf(practice, first.taskId)).at(-1) ?? '';
    await decideByLink(link, { kind: 'no-answer', action: 'keep-waiting', fields: {} });
    const second = await openTaskOf(practice, '01-hypertension', 'no-answer');
    expect(second.taskId).not.toBe(first.taskId);
    const again = (await linksOf(practice, second.taskId)).at(-1) ?? '';
    const fields = { note: 'The payer has gone out of business.', writeOffReason: 'other' };
    await decideByLink(again, { kind: 'no-answer', action: 'write-off', fields });
    const view = await encounterOnce(practice, '01-hypertension', ({ claims }) =>
      expect(claims[0]?.status).toBe('closed'),
    );
    expect(onlyClaim(view)).toMatchObject({ end: 'written-off', followUps: 4 });
  });
});

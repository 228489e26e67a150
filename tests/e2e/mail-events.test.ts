import { ListQueuesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tagsOf } from '../../functions/adapters/mail-tags.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { samplesOf, startPractice } from './start-practice.ts';
import { mailAbout, once, openTaskOf } from './waiting.ts';

let practice: LocalPractice;

beforeAll(async () => {
  practice = await startPractice('mail-events');
});

afterAll(() => practice?.stop());

/** Puts the event on the queue as EventBridge would: the local cloud sends no mail, so none comes back. */
const refuse = async (taskId: string, mailbox: string): Promise<void> => {
  const { sqs } = practice.app.clients;
  const { QueueUrls: [QueueUrl] = [] } = await sqs.send(
    new ListQueuesCommand({ QueueNamePrefix: 'ClaimwrightBilling-MailEventsQueue' }),
  );
  const tags = Object.fromEntries(tagsOf(taskId).map(({ Name, Value }) => [Name, [Value]]));
  const detail = { eventType: 'Bounce', mail: { destination: [mailbox], tags } };
  await sqs.send(
    new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ source: 'aws.ses', detail }) }),
  );
};

it('A task whose mail came back is the supervisor’s to see, with a link of their own', async () => {
  const [sample] = await samplesOf('14');
  for (const fileName of ['encounter.json', 'note.txt'])
    await practice.client.upload('refused', fileName, sample?.files.get(fileName) ?? Buffer.from(''));
  const task = await openTaskOf(practice, 'refused', 'coding');
  await refuse(task.taskId, task.email);
  await once(practice, async () => {
    const mails = await mailAbout(practice, task.taskId);
    const told = mails.filter(({ subject }) => subject.startsWith('Not delivered: '));
    expect(told.map(({ to }) => to)).toEqual([['revenue.manager@maplestreet.example']]);
  });
});

import { describe, expect, it } from 'vitest';
import { tagsOf, taskIdIn } from '../../functions/adapters/mail-tags.ts';
import type { Mail } from '../../functions/domain/mail.ts';
import type { Task } from '../../functions/domain/task.ts';
import {
  MailEvent,
  type ReportBounceEffects,
  reportBounce,
} from '../../functions/mail-events/report-bounce.ts';
import { ringTask } from '../../functions/tasks/ring-task.ts';
import { sendDueEmail } from '../../functions/tasks/send-task-email.ts';
import { aTask, now } from '../factories/tasks.ts';

const supervisor = 'lead@maplestreet.example';
const practice = { supervisor, timeZone: 'America/Chicago' } as const;

/** As SES hands it to EventBridge, with the tags by name and each value in a list. */
const refusal = (taskId: string | undefined, to: string, eventType = 'Bounce'): MailEvent =>
  MailEvent.parse({
    version: '0',
    source: 'aws.ses',
    'detail-type': 'Email Bounced',
    detail: {
      eventType,
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: to }] },
      mail: {
        messageId: '0100-1',
        destination: [to],
        tags: {
          'ses:configuration-set': ['delivery'],
          ...(taskId && Object.fromEntries(tagsOf(taskId).map(({ Name, Value }) => [Name, [Value]]))),
        },
      },
    },
  });

const world = (stored: Task) => {
  const state = { task: stored, mails: [] as Mail[] };
  const notices = {
    signLink: async () => 'https://x.example/t/a.b',
    sendMail: async (mail: Mail) => void state.mails.push(mail),
    saveOpenTask: async (task: Task) => {
      state.task = task;
      return true;
    },
    getTask: async () => state.task,
  };
  const effects: ReportBounceEffects = {
    taskIdIn,
    getTask: notices.getTask,
    getPractice: async () => practice,
    tellSupervisor: async (task, { timeZone }) =>
      Boolean(await sendDueEmail(task, { notice: 'undelivered', to: supervisor, now, timeZone }, notices)),
  };
  return { state, effects, notices: { ...notices, getPractice: async () => practice } };
};

describe('reportBounce', () => {
  it('hands an open task whose mail came back to the supervisor, with a link, and only once', async () => {
    const { state, effects } = world(aTask());
    const event = refusal(state.task.taskId, state.task.email);
    await expect(reportBounce(event, effects)).resolves.toEqual({
      outcome: 'told',
      taskId: state.task.taskId,
    });
    await reportBounce(event, effects);
    expect(state.mails.map(({ to }) => to)).toEqual([supervisor]);
    expect(state.mails[0]?.subject).toMatch(/^Not delivered: /);
    expect(state.mails[0]?.text).toContain('https://x.example/t/a.b');
    expect(state.mails[0]?.taskId).toBe(state.task.taskId);
    expect(state.mails[0]?.text).not.toContain(state.task.email);
  });

  it('leaves the deadline nothing to tell the supervisor of the same task again', async () => {
    const { state, effects, notices } = world(aTask());
    await reportBounce(refusal(state.task.taskId, state.task.email), effects);
    state.task = { ...state.task, remindedAt: now.toISOString() };
    await ringTask({ taskId: state.task.taskId, at: state.task.due }, now, notices);
    expect(state.mails).toHaveLength(1);
  });

  it.each(['Bounce', 'Complaint', 'Reject', 'Rendering Failure'])('takes up a %s', async (eventType) => {
    const { state, effects } = world(aTask());
    await reportBounce(refusal(state.task.taskId, state.task.email, eventType), effects);
    expect(state.mails).toHaveLength(1);
  });

  it('tells nobody of a task that is done', async () => {
    const { state, effects } = world(aTask({ status: 'done' }));
    const told = await reportBounce(refusal(state.task.taskId, state.task.email), effects);
    expect(told.outcome).toBe('done');
    expect(state.mails).toEqual([]);
  });

  it('rings where the supervisor’s own mailbox takes no mail, in whatever letters', async () => {
    const { state, effects } = world(aTask());
    await expect(reportBounce(refusal(state.task.taskId, supervisor.toUpperCase()), effects)).rejects.toThrow(
      'supervisor',
    );
    expect(state.mails).toEqual([]);
  });

  it('rings where the mail was about no task', async () => {
    const { effects } = world(aTask());
    await expect(reportBounce(refusal(undefined, 'anna@x.example'), effects)).rejects.toThrow('no task');
  });
});

describe('the tags of a mail', () => {
  it.each(['C2345CDFHJ#denial', 'maple-street/Müller 1/coding', 'x'.repeat(190)])(
    'carry %s there and back',
    (taskId) => {
      const [tag] = tagsOf(taskId);
      expect(tag?.Value).toMatch(/^[\w-]{1,256}$/);
      expect(taskIdIn({ [tag?.Name ?? '']: [tag?.Value ?? ''] })).toBe(taskId);
    },
  );
});

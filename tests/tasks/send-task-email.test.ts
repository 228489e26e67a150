import { describe, expect, it } from 'vitest';
import type { Mail } from '../../functions/domain/mail.ts';
import type { Task } from '../../functions/domain/task.ts';
import type { TaskLink } from '../../functions/domain/task-link.ts';
import { escalateTask } from '../../functions/tasks/escalate-task.ts';
import { remindTask } from '../../functions/tasks/remind-task.ts';
import { nonceOf } from '../../functions/tasks/send-task-email.ts';
import { aTask, now } from '../factories/tasks.ts';

const world = (stored: Task) => {
  const state = { task: stored, mails: [] as Mail[], links: [] as TaskLink[], refuses: false };
  const effects = {
    signLink: async (link: TaskLink) => {
      state.links.push(link);
      return 'https://x.example/t/a.b';
    },
    sendMail: async (mail: Mail) => {
      if (state.refuses) throw new Error('throttled');
      state.mails.push(mail);
    },
    saveOpenTask: async (task: Task) => {
      if (state.task.status === 'done') return false;
      state.task = task;
      return true;
    },
    getTask: async () => state.task,
    getPractice: async () => ({ supervisor: 'lead@maplestreet.example', timeZone: 'America/Chicago' }),
  };
  return { state, effects };
};

describe('remindTask', () => {
  it('mails the owner a link that outlives the deadline, and marks the task', async () => {
    const { state, effects } = world(aTask());
    await expect(remindTask(state.task, { now }, effects)).resolves.toEqual({ outcome: 'open' });
    expect(state.mails.map(({ to }) => to)).toEqual(['billing@maplestreet.example']);
    expect(state.links[0]).toMatchObject({
      nonce: nonceOf(state.task, 'billing@maplestreet.example'),
      expiresAt: '2026-11-14T12:00:00.000Z',
    });
    expect(state.task.remindedAt).toBe(now.toISOString());
  });

  it('sends nothing twice', async () => {
    const { state, effects } = world(aTask());
    await remindTask(state.task, { now }, effects);
    await expect(remindTask(state.task, { now }, effects)).resolves.toEqual({ outcome: 'open' });
    expect(state.mails).toHaveLength(1);
  });

  it('sends nothing for a task that is done, also when it was closed just now', async () => {
    const done = world(aTask({ status: 'done' }));
    await expect(remindTask(done.state.task, { now }, done.effects)).resolves.toEqual({ outcome: 'done' });
    await expect(remindTask(aTask(), { now }, done.effects)).resolves.toEqual({ outcome: 'done' });
    expect(done.state.mails).toEqual([]);
  });

  it('takes its mark back when the mail is refused, so that the retry sends it', async () => {
    const { state, effects } = world(aTask());
    state.refuses = true;
    await expect(remindTask(state.task, { now }, effects)).rejects.toThrow('throttled');
    expect(state.task.remindedAt).toBeUndefined();
    state.refuses = false;
    await remindTask(state.task, { now }, effects);
    expect(state.mails).toHaveLength(1);
  });
});

describe('escalateTask', () => {
  it('mails the supervisor a link of their own', async () => {
    const { state, effects } = world(aTask({ due: '2026-11-01T00:00:00.000Z' }));
    await expect(escalateTask(state.task, { now }, effects)).resolves.toEqual({ outcome: 'open' });
    expect(state.mails[0]).toMatchObject({
      to: 'lead@maplestreet.example',
      subject: expect.stringMatching(/^Overdue/),
    });
    expect(state.links[0]?.recipient).toBe('lead@maplestreet.example');
    expect(state.task.escalatedAt).toBe(now.toISOString());
  });
});

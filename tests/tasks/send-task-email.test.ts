import { describe, expect, it } from 'vitest';
import type { Mail } from '../../functions/domain/mail.ts';
import type { Task } from '../../functions/domain/task.ts';
import type { TaskLink } from '../../functions/domain/task-link.ts';
import { dueNotice } from '../../functions/domain/tasks/due-notice.ts';
import { ringTask } from '../../functions/tasks/ring-task.ts';
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

/** Rings what stands in the record, as its index has it; or at another instant. */
const ring = ({ state, effects }: ReturnType<typeof world>, at = dueNotice(state.task)?.at ?? '') =>
  ringTask({ taskId: state.task.taskId, at }, now, effects);

describe('the bell of a task before its deadline', () => {
  it('mails the owner a link that outlives the deadline, and marks the task', async () => {
    const one = world(aTask());
    await ring(one);
    expect(one.state.mails.map(({ to }) => to)).toEqual(['billing@maplestreet.example']);
    expect(one.state.links[0]).toMatchObject({
      nonce: nonceOf(one.state.task, 'billing@maplestreet.example'),
      expiresAt: '2026-11-14T12:00:00.000Z',
    });
    expect(one.state.task.remindedAt).toBe(now.toISOString());
  });

  it('sends nothing twice, though an index that lags has it rung again', async () => {
    const one = world(aTask());
    await ring(one);
    await ring(one, aTask().remindAt);
    expect(one.state.mails).toHaveLength(1);
  });

  it('sends nothing for a task that is done, also when it was closed just now', async () => {
    const done = world(aTask({ status: 'done' }));
    await ring(done, aTask().remindAt);
    const closing = world(aTask());
    closing.effects.saveOpenTask = async () => false;
    await ring(closing);
    expect([...done.state.mails, ...closing.state.mails]).toEqual([]);
  });

  it('takes its mark back when the mail is refused, so that it rings again', async () => {
    const one = world(aTask());
    one.state.refuses = true;
    await expect(ring(one)).rejects.toThrow('throttled');
    expect(dueNotice(one.state.task)).toEqual({ notice: 'reminder', at: aTask().remindAt });
    one.state.refuses = false;
    await ring(one);
    expect(one.state.mails).toHaveLength(1);
  });
});

describe('the bell of a task whose function dies', () => {
  /** Lets the n-th call of those that write or mail be the last, done or not. */
  const dyingAt = (last: number, isDone: boolean) => {
    const one = world(aTask());
    let calls = 0;
    const dying =
      <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        calls += 1;
        if (calls === last && !isDone) throw new Error('died');
        const result = await call(...given);
        if (calls === last) throw new Error('died');
        return result;
      };
    const { saveOpenTask, sendMail } = one.effects;
    Object.assign(one.effects, { saveOpenTask: dying(saveOpenTask), sendMail: dying(sendMail) });
    return one;
  };

  it.each([1, 2, 3].flatMap((last) => [[last, true] as const, [last, false] as const]))(
    'rings until its owner was told and that is written (call %i, done: %s)',
    async (last, isDone) => {
      const one = dyingAt(last, isDone);
      await ring(one).catch(() => undefined);
      if (dueNotice(one.state.task)?.notice === 'reminder') await ring(one);
      expect(one.state.task.remindedAt).toBeDefined();
      expect(one.state.mails.length).toBeGreaterThan(0);
      expect(one.state.mails.length).toBeLessThanOrEqual(2);
      expect(one.state.links.at(-1)?.nonce).toBe(nonceOf(one.state.task, 'billing@maplestreet.example'));
    },
  );
});

describe('the bell of a task at its deadline', () => {
  const reminded = { remindedAt: '2026-10-30T00:00:00.000Z' };

  it('mails the supervisor a link of their own, and is the last', async () => {
    const { state, ...one } = world(aTask({ due: '2026-11-01T00:00:00.000Z', ...reminded }));
    await ring({ state, ...one });
    expect(state.mails[0]).toMatchObject({
      to: 'lead@maplestreet.example',
      subject: expect.stringMatching(/^Overdue/),
    });
    expect(state.links[0]?.recipient).toBe('lead@maplestreet.example');
    expect(state.task.escalatedAt).toBe(now.toISOString());
    expect(dueNotice(state.task)).toBeUndefined();
  });

  it('says nothing of a deadline that was moved', async () => {
    const moved = world(aTask({ ...reminded, due: '2026-12-24T00:00:00.000Z' }));
    await ring(moved, '2026-11-01T00:00:00.000Z');
    expect(moved.state.mails).toEqual([]);
    expect(dueNotice(moved.state.task)?.at).toBe('2026-12-24T00:00:00.000Z');
  });
});

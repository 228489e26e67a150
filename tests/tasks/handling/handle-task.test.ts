import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../functions/domain/mail.ts';
import type { Task } from '../../../functions/domain/task.ts';
import type { TaskLink } from '../../../functions/domain/task-link.ts';
import { dueNotice } from '../../../functions/domain/tasks/due-notice.ts';
import type { HandlingAsked } from '../../../functions/domain/tasks/handling.ts';
import { handleTask } from '../../../functions/tasks/handling/handle-task.ts';
import { undoHandling } from '../../../functions/tasks/handling/undo-handling.ts';
import { ringTask } from '../../../functions/tasks/ring-task.ts';
import { nonceOf } from '../../../functions/tasks/send-task-email.ts';
import { practice } from '../../factories/practices.ts';
import { aTask, biller, now } from '../../factories/tasks.ts';

const limits: Task['limits'] = [
  {
    action: 'appeal',
    name: 'appeal',
    level: 1,
    lastDay: '2026-11-20',
    days: 60,
    from: 'decision',
    startedOn: '2026-09-21',
  },
  {
    action: 'resubmit',
    name: 'corrected-claim',
    lastDay: '2026-04-02',
    days: 90,
    from: 'service',
    startedOn: '2026-01-02',
  },
];

const world = (stored: Task) => {
  const state = { task: stored, mails: [] as Mail[], links: [] as TaskLink[] };
  const effects = {
    getPractice: async () => practice(),
    saveOpenTask: async (task: Task) => {
      if (state.task.status === 'done') return false;
      state.task = task;
      return true;
    },
    getTask: async () => state.task,
    signLink: async (link: TaskLink) => {
      state.links.push(link);
      return 'https://x.example/t/a.b';
    },
    sendMail: async (mail: Mail) => void state.mails.push(mail),
  };
  const handle = (asked: Partial<HandlingAsked> & Pick<HandlingAsked, 'handling'>) =>
    handleTask(state.task, { by: biller, note: 'Records are asked for', to: '', ...asked }, now, effects);
  return { state, effects, handle };
};

const told = aTask({
  limits,
  notifiedAt: now.toISOString(),
  remindedAt: now.toISOString(),
  escalatedAt: now.toISOString(),
});

describe('a task that is handed over', () => {
  it('goes to the other desk with its words, a mail and a deadline of its own', async () => {
    const { state, handle } = world(told);
    expect(await handle({ handling: 'hand-over', to: 'coder', note: 'Is 25 documented?' })).toMatchObject({
      success: true,
    });
    expect(state.task).toMatchObject({
      owner: 'coder',
      email: practice().roster.coder,
      status: 'open',
      history: [{ handling: 'hand-over', to: 'coder', note: 'Is 25 documented?', by: biller }],
    });
    expect(state.task.remindedAt ?? state.task.escalatedAt).toBeUndefined();
    expect(state.mails.map(({ to }) => to)).toEqual([practice().roster.coder]);
    expect(dueNotice(state.task)).toEqual({ notice: 'reminder', at: state.task.remindAt });
    expect(state.mails[0]?.text).not.toContain('Is 25 documented?');
  });

  it('opens no more by the link of who had it', async () => {
    const { state, handle } = world(told);
    await handle({ handling: 'hand-over', to: 'coder' });
    expect(nonceOf(state.task, told.email)).toBe('');
    expect(nonceOf(state.task, practice().roster.coder)).toBe(state.links[0]?.nonce);
  });

  it('goes to the clinic to ask the provider, and stays its desk’s', async () => {
    const { state, handle } = world(told);
    await handle({ handling: 'hand-over', to: 'clinic', note: 'Was the knee injected twice?' });
    expect(state.task).toMatchObject({ owner: 'biller', email: practice().clinicContact });
  });
});

describe('a task that is held', () => {
  it('is due on its day, and neither reminded of nor escalated by the bell from before', async () => {
    const { state, effects, handle } = world(told);
    await handle({ handling: 'hold', to: '2026-11-18' });
    expect(state.task.due).toBe('2026-11-19T04:59:59.000Z');
    const { taskId } = told;
    for (const at of [told.remindAt, told.due]) await ringTask({ taskId, at }, now, effects);
    expect(state.mails).toEqual([]);
    await ringTask({ taskId, at: state.task.remindAt }, now, effects);
    expect(state.mails).toHaveLength(1);
  });

  it.each([
    ['the payer’s earliest open limit', '2026-11-21', 'to'],
    ['today', '2026-11-02', 'to'],
    ['no day', 'tomorrow', 'to'],
  ])('is never held past %s', async (_, to, path) => {
    const { state, handle } = world(told);
    expect(await handle({ handling: 'hold', to })).toMatchObject({ success: false, findings: [{ path }] });
    expect(state.task).toBe(told);
  });
});

describe('a mail that is sent again', () => {
  it('has a new link, and the ones before open nothing', async () => {
    const { state, handle } = world(told);
    await handle({ handling: 'mail-again', note: '' });
    const first = nonceOf(state.task, told.email);
    await handle({ handling: 'mail-again', note: '' });
    expect(state.mails).toHaveLength(2);
    expect(new Set([told.linkNonce, first, nonceOf(state.task, told.email)]).size).toBe(3);
  });

  it('leaves the supervisor’s link alone', async () => {
    const late = aTask({ remindedAt: now.toISOString() });
    const { state, effects, handle } = world(late);
    await ringTask({ taskId: late.taskId, at: late.due }, now, effects);
    const before = nonceOf(state.task, practice().supervisor);
    await handle({ handling: 'mail-again', note: '' });
    expect(nonceOf(state.task, practice().supervisor)).toBe(before);
  });
});

it.each(['hand-over', 'hold', 'add-note'] as const)('%s without words is refused', async (handling) => {
  const { state, handle } = world(told);
  const to = handling === 'hold' ? '2026-11-10' : 'coder';
  expect(await handle({ handling, to, note: ' ' })).toMatchObject({
    success: false,
    findings: [{ path: 'note' }],
  });
  expect(state.task).toBe(told);
});

it('a note is kept, once for each time it is written', async () => {
  const { state, handle } = world(told);
  await handle({ handling: 'add-note', note: 'Called the plan, ref 4711' });
  await handle({ handling: 'add-note', note: 'Called again' });
  expect(state.task.history.map(({ note }) => note)).toEqual(['Called the plan, ref 4711', 'Called again']);
  expect(state.mails).toEqual([]);
});

it('nothing is done with a task that was decided meanwhile', async () => {
  const { state, handle } = world(told);
  state.task = { ...told, status: 'done' };
  expect(await handle({ handling: 'add-note' })).toMatchObject({
    success: false,
    findings: [{ code: 'task-decided' }],
  });
});

describe('what was done without deciding', () => {
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const placeOf = ({ owner, email, due, remindAt, remindedAt, escalatedAt }: Task) => ({
    ...{ owner, email, due, remindAt, remindedAt, escalatedAt },
  });

  it.each([
    ['hand-over', 'coder'],
    ['hand-over', 'clinic'],
    ['hold', '2026-11-10'],
  ] as const)('is taken back: %s to %s', async (handling, to) => {
    const { state, effects, handle } = world(told);
    await handle({ handling, to, note: 'Is 25 documented?' });
    const asked = state.task.email;
    const mails = state.mails.length;
    expect(await undoHandling(state.task, { by: biller }, at(1), effects)).toMatchObject({ success: true });
    expect(placeOf(state.task)).toEqual(placeOf(told));
    const heard = state.mails
      .slice(mails)
      .map(({ to: whom, subject }) => [whom, subject.startsWith('Taken back')]);
    expect(heard).toEqual(
      handling === 'hold'
        ? []
        : [
            [asked, true],
            [told.email, false],
          ],
    );
    // Twice is once.
    const { revision } = state.task;
    await undoHandling(state.task, { by: biller }, at(2), effects);
    expect(state.task.revision).toBe(revision);
  });

  it('leaves the one whose desk it was no link', async () => {
    const { state, effects, handle } = world(told);
    await handle({ handling: 'hand-over', to: 'coder', note: 'Is 25 documented?' });
    const coder = state.task.email;
    await undoHandling(state.task, { by: biller }, at(1), effects);
    expect(nonceOf(state.task, coder)).toBe('');
    expect(state.links.at(-1)).toMatchObject({
      recipient: told.email,
      nonce: nonceOf(state.task, told.email),
    });
  });

  it('is taken back one after another, the last first', async () => {
    const { state, effects, handle } = world(told);
    await handle({ handling: 'hold', to: '2026-11-10' });
    const [held] = state.task.history;
    await handleTask(
      state.task,
      { by: biller, handling: 'add-note', note: 'Called them', to: '' },
      at(1),
      effects,
    );
    const note = state.task.history.at(-1);
    expect(await undoHandling(state.task, { by: biller, of: held?.at }, at(2), effects)).toMatchObject({
      success: false,
      findings: [{ code: 'task-newer' }],
    });
    await undoHandling(state.task, { by: biller, of: note?.at }, at(3), effects);
    expect(state.task.due).not.toBe(told.due);
    await undoHandling(state.task, { by: biller, of: held?.at }, at(4), effects);
    expect(placeOf(state.task)).toEqual(placeOf(told));
  });

  it('stays where it is a mail, which is out', async () => {
    const { state, effects, handle } = world(told);
    await handle({ handling: 'mail-again', note: '' });
    expect(await undoHandling(state.task, { by: biller }, at(1), effects)).toMatchObject({
      success: false,
      findings: [{ code: 'mail-left' }],
    });
  });
});

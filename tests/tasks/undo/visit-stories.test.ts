import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Task, TaskKind, TaskOutcome } from '../../../functions/domain/task.ts';
import { finishUndo } from '../../../functions/tasks/undo/undo-visit.ts';
import { refusalInWords } from '../../../functions/tasks/undo/undo-words.ts';
import { CodedVisitWorld, sampleCodes } from './coded-visit-world.ts';

beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const confirmed = { action: 'confirm-codes', correction: { codes: sampleCodes } } as const;

const openOf = (world: CodedVisitWorld, kind: TaskKind): Task => {
  const task = world.open.find((one) => one.kind === kind);
  if (!task) throw new Error(`Nobody is asked: ${world.open.map((one) => one.kind).join() || 'nothing'}`);
  return task;
};

const decided = async (said: Partial<TaskOutcome> = confirmed) => {
  const world = new CodedVisitWorld();
  await world.begin();
  const task = openOf(world, 'coding');
  await world.decide(task, said);
  return { world, task };
};

const statuses = ({ claims }: CodedVisitWorld) =>
  [...claims.values()].map(({ status, end }) => [status, end]);

describe('codes that were confirmed', () => {
  it('are asked again by the same task, and the claim that waited for a file is withdrawn', async () => {
    const { world, task } = await decided();
    expect(await world.stateOf(task)).toEqual({ kind: 'open', until: '2026-11-22T12:30:00.000Z' });
    expect(await world.undo(task)).toMatchObject({ outcome: 'undone', task: { status: 'open' } });
    expect(statuses(world)).toEqual([['closed', 'taken-back']]);
    expect(world.events.at(-1)).toBe('taken-back');
    expect(world.lifecycle.waiting).toEqual([]);
    expect(openOf(world, 'coding').history).toMatchObject([
      { handling: 'reopen', decided: { action: 'confirm-codes', correction: { codes: sampleCodes } } },
    ]);
    expect(world.encounter.undone).toMatchObject([
      { taskId: task.taskId, review: { acceptedFor: task.taskId } },
    ]);
    // The coder hears of it as of any task.
    expect(world.mails.at(-1)).toMatchObject({ to: task.email });
  });

  it('confirmed otherwise then are billed in the same claim, and learned from once', async () => {
    const { world, task } = await decided();
    await world.undo(task);
    const codes = { ...sampleCodes, diagnoses: ['E78.5'] };
    await world.decide(openOf(world, 'coding'), { action: 'confirm-codes', correction: { codes } });
    expect(statuses(world)).toEqual([['covered', undefined]]);
    expect([...world.claims.values()][0]?.diagnoses).toEqual(['E78.5']);
    expect(world.events).toContain('billed-after-all');
    expect(world.counted.size).toBe(2);
    expect(world.learned.filter(({ code, accepted }) => code === 'I10' && accepted > 0)).toEqual([]);
    await world.send();
    expect(world.sent).toHaveLength(1);
  });

  it('stay once the claim stands in a file, and say so', async () => {
    const { world, task } = await decided();
    await world.send();
    expect(await world.undo(task)).toMatchObject({
      outcome: 'refused',
      state: { kind: 'left', why: 'sent' },
      detail: refusalInWords({ kind: 'left', why: 'sent' }),
    });
  });

  it('stay when whoever writes the file is faster by a moment', async () => {
    const { world, task } = await decided();
    world.beforeWrite = async () => {
      world.beforeWrite = undefined;
      world.take();
    };
    expect(await world.undo(task)).toMatchObject({ outcome: 'refused', state: { why: 'sent' } });
    await world.send();
    expect(world.sent).toHaveLength(1);
    expect(world.open).toEqual([]);
  });

  it('are undone once by two who undo them at once', async () => {
    const { world, task } = await decided();
    world.beforeWrite = async () => {
      world.beforeWrite = undefined;
      await world.undo(task);
    };
    expect(await world.undo(task)).toMatchObject({ outcome: 'undone', task: { status: 'open' } });
    expect(world.encounter.undone).toHaveLength(1);
  });

  it('take the task back that was asked after them, whose desk is told', async () => {
    const world = new CodedVisitWorld();
    world.rule = { does: 'hold', desk: 'biller' };
    await world.begin();
    const task = openOf(world, 'coding');
    await world.decide(task, confirmed);
    const later = openOf(world, 'practice-records');
    await world.undo(task);
    expect(world.open.map(({ taskId }) => taskId)).toEqual([task.taskId]);
    expect(world.mails.map(({ to, subject }) => [to, subject.split(':')[0]])).toContainEqual([
      later.email,
      'Withdrawn',
    ]);
    await world.decide(openOf(world, 'coding'), confirmed);
    expect(openOf(world, 'practice-records').taskId).not.toBe(later.taskId);
  });

  it('go back while a claim waits at nothing: what a crash left is ended by the sweep', async () => {
    const { world, task } = await decided();
    const answer = world.lifecycle.answerWait;
    let isDead = true;
    Object.assign(world.lifecycle, {
      answerWait: async (...args: Parameters<typeof answer>) => {
        if (isDead && args[0].includes('/transmission/')) throw new Error('died');
        await answer(...args);
      },
    });
    await expect(world.undo(task)).rejects.toThrow('died');
    isDead = false;
    expect(world.encounter.asksAgain).toMatchObject({ taskId: task.taskId });
    await finishUndo(world.encounter, {
      answerWait: (waitId, said) => world.lifecycle.answerWait(waitId, said),
      forgetReview: async (_, reviewId) => void world.counted.delete(reviewId),
    });
    // The sweep starts the workflow again that is gone.
    await world.coding.start('swept', { practiceId: 'maple-street', encounterId: 'E1014' });
    await world.rest();
    expect(world.lifecycle.waiting).toEqual([]);
    expect(world.coding.waiting.map(({ waiting }) => waiting?.waitId)).toEqual([`task/${task.taskId}/1`]);
  });
});

describe('a visit of which nothing is billed', () => {
  const reason = { action: 'not-billable', note: 'Billed by the hospital already' } as const;

  it('is open again within thirty days', async () => {
    const { world, task } = await decided(reason);
    expect(await world.stateOf(task)).toEqual({ kind: 'open', until: '2026-12-22T12:00:00.000Z' });
    await world.undo(task);
    expect(world.encounter).toMatchObject({ status: 'coding' });
    expect(world.encounter.notBillable).toBeUndefined();
    expect(openOf(world, 'coding').taskId).toBe(task.taskId);
  });

  it('stays so afterwards', async () => {
    const { world, task } = await decided(reason);
    world.now = new Date('2026-12-23T12:00:00.000Z');
    expect(await world.undo(task)).toMatchObject({ outcome: 'refused', state: { why: 'time' } });
  });
});

describe('a visit that was checked again or billed as it is', () => {
  it.each(['check-again', 'bill-as-is'] as const)(
    'comes back to the desk by %s, though nothing would stop it any more',
    async (action) => {
      const world = new CodedVisitWorld();
      world.rule = { does: 'warn', desk: 'clinic' };
      await world.begin();
      await world.decide(openOf(world, 'coding'), confirmed);
      const task = openOf(world, 'registration-edits');
      world.rule = undefined;
      await world.decide(task, { action });
      expect(statuses(world)).toEqual([['covered', undefined]]);
      await world.undo(task);
      expect(world.open.map(({ taskId }) => taskId)).toEqual([task.taskId]);
      expect(world.encounter).toMatchObject({ codes: sampleCodes, overrides: [], restartedFor: [] });
      await world.decide(openOf(world, 'registration-edits'), { action });
      expect(statuses(world)).toEqual([['covered', undefined]]);
    },
  );

  it('says why not where documents came since', async () => {
    const world = new CodedVisitWorld();
    world.rule = { does: 'warn', desk: 'coder' };
    await world.begin();
    await world.decide(openOf(world, 'coding'), confirmed);
    const task = openOf(world, 'encounter-edits');
    await world.decide(task, { action: 'bill-as-is' });
    world.encounter = {
      ...world.encounter,
      furtherDocuments: [{ key: 'k', digest: 'new', receivedAt: '2026-11-22T12:00:00.000Z' }],
    };
    expect(await world.undo(task)).toMatchObject({ outcome: 'refused', state: { why: 'documents' } });
  });
});

describe('a task that is open again', () => {
  it('ends by documents that come, and the visit is read and asked anew', async () => {
    const { world, task } = await decided();
    await world.undo(task);
    await world.end(openOf(world, 'coding'), 'start-over');
    expect(openOf(world, 'coding').taskId).not.toBe(task.taskId);
    expect(world.encounter.asksAgain).toBeUndefined();
    await world.decide(openOf(world, 'coding'), confirmed);
    expect(statuses(world)).toEqual([['covered', undefined]]);
  });

  it('takes the codes of before the documents back as well', async () => {
    const { world, task } = await decided();
    world.encounter = {
      ...world.encounter,
      furtherDocuments: [{ key: 'k', digest: 'new', receivedAt: '2026-11-22T12:00:00.000Z' }],
    };
    expect(await world.undo(task)).toMatchObject({ outcome: 'undone' });
    expect(openOf(world, 'coding').taskId).toBe(task.taskId);
    await world.decide(openOf(world, 'coding'), confirmed);
    expect(statuses(world)).toEqual([['covered', undefined]]);
  });
});

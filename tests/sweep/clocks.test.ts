import { describe, expect, it } from 'vitest';
import { clocklessTasks, clockNameOf, restartName } from '../../functions/sweep/stranded-records.ts';
import { undecidedTask } from '../factories/tasks.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const justMade = { createdAt: '2026-11-02T09:56:00.000Z' };
const old = { createdAt: '2026-11-02T09:54:00.000Z' };

describe('the sweep of tasks', () => {
  const task = { ...undecidedTask, ...old };
  const arn = (name: string): string =>
    `arn:aws:states:us-east-1:000000000000:execution:Claimwright-TaskClock:${name}`;

  it('finds an open task without a clock', () => {
    expect(clocklessTasks([task], new Set(), now)).toEqual([task]);
  });

  it.each([
    ['its first clock', arn(clockNameOf(task.taskId))],
    ['a clock that was set again', arn(`${clockNameOf(task.taskId)}-1793613600000`)],
  ])('leaves a task that %s watches', (_title, clock) => {
    expect(clocklessTasks([task], new Set([clock]), now)).toEqual([]);
  });

  it('does not take the clock of another task for its own', () => {
    expect(clocklessTasks([task], new Set([arn(clockNameOf('another'))]), now)).toEqual([task]);
  });

  it('leaves a task that is young or was escalated', () => {
    const escalated = { ...task, escalatedAt: '2026-11-01T00:00:00.000Z' };
    expect(clocklessTasks([{ ...task, ...justMade }, escalated], new Set(), now)).toEqual([]);
  });
});

describe('the name of a clock that is set again', () => {
  it('is the same for two sweeps of a minute and another in the next', () => {
    const second = new Date(now.getTime() + 30_000);
    const later = new Date(now.getTime() + 60_000);
    expect(restartName('C1', now)).toBe(restartName('C1', second));
    expect(restartName('C1', now)).not.toBe(restartName('C1', later));
  });

  it('keeps within what Step Functions takes for a name', () => {
    expect(restartName(clockNameOf('a task'), now)).toMatch(/^[\w-]{1,80}$/);
  });
});

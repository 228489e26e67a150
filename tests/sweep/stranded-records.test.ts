import { describe, expect, it } from 'vitest';
import {
  clocklessTasks,
  clockNameOf,
  restartName,
  strandedBy,
  unappliedTasks,
  untakenTasks,
} from '../../functions/sweep/stranded-records.ts';
import { claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { biller, decidedTask, undecidedTask } from '../factories/tasks.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const justMade = { createdAt: '2026-11-02T09:56:00.000Z' };
const old = { createdAt: '2026-11-02T09:54:00.000Z' };

describe('the sweep', () => {
  const running = new Set(['arn:running']);

  it.each([
    ['finds a claim whose execution is gone', { ...old, executionArn: 'arn:gone' }, true],
    ['finds even a young claim whose execution is gone', { ...justMade, executionArn: 'arn:gone' }, true],
    ['finds a claim that never got an execution', old, true],
    ['leaves a claim that is about to get its execution', justMade, false],
    ['leaves a claim that is driven', { ...old, executionArn: 'arn:running' }, false],
  ])('%s', (_title, change, isStranded) => {
    const swept = claim(change);
    expect(strandedBy([swept], running, now)).toEqual(isStranded ? [swept] : []);
  });
});

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

describe('the sweep of decisions', () => {
  const decided = decidedTask('write-off');
  const applied = { taskId: decided.taskId, action: 'write-off', by: biller };

  it('finds a decision that has not reached its claim', () => {
    expect(unappliedTasks(claim(), [decided, undecidedTask])).toEqual([decided]);
  });

  it('leaves a decision that has', () => {
    expect(unappliedTasks(claim({ decisions: [applied] }), [decided])).toEqual([]);
  });

  it('finds codes that have not reached their encounter, and leaves those of its claims', () => {
    const { claimId: _claim, ...coding } = decidedTask('confirm-codes');
    expect(untakenTasks(anEncounter(), [coding, decided])).toEqual([coding]);
    expect(untakenTasks(anEncounter({ codesAcceptedFor: [coding.taskId] }), [coding])).toEqual([]);
  });
});

describe('the name of a restart', () => {
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

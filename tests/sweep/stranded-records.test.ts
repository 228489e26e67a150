import { describe, expect, it } from 'vitest';
import { shortDigest } from '../../functions/domain/digest.ts';
import {
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
    expect(restartName(shortDigest('a visit'), now)).toMatch(/^[\w-]{1,80}$/);
  });
});

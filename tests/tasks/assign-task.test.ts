import { describe, expect, it } from 'vitest';
import type { Practice } from '../../functions/domain/practice.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import type { ActionLimit } from '../../functions/domain/tasks/action-limit.ts';
import { assignTask } from '../../functions/tasks/assign-task.ts';
import { practice } from '../factories/practices.ts';

/** A Monday, half past ten in the evening where the practice is. */
const now = new Date('2026-11-17T03:30:00.000Z');

const draft = (change: Partial<TaskDraft> = {}): TaskDraft => ({
  kind: 'rejection',
  owner: 'biller',
  title: 'The payer rejected the claim',
  reasons: [],
  advice: 'Correct it.',
  actions: ['resubmit'],
  ...change,
});

const assigned = (change: Partial<TaskDraft> = {}, of: Partial<Practice> = {}) =>
  assignTask(draft(change), { practiceId: 'maple-street', taskId: 'T1' }, practice(of), now);

const limit = (lastDay: string, action: ActionLimit['action'] = 'resubmit'): ActionLimit => ({
  ...{ action, name: action === 'appeal' ? 'appeal' : 'new-claim', lastDay },
  ...{ days: 90, from: 'service', startedOn: '2026-08-18' },
});

describe('the deadline of a task', () => {
  it.each<[string, ActionLimit[], string]>([
    ['is the desk’s own when no limit runs', [], '2026-11-20T04:59:59.000Z'],
    [
      'is the desk’s own when the payer’s limit ends later',
      [limit('2026-11-20')],
      '2026-11-20T04:59:59.000Z',
    ],
    ['is the payer’s limit when that ends sooner', [limit('2026-11-18')], '2026-11-19T04:59:59.000Z'],
    ['is tonight when the payer’s limit is', [limit('2026-11-16')], '2026-11-17T04:59:59.000Z'],
    ['is one business day away when the limit has passed', [limit('2026-11-15')], '2026-11-18T04:59:59.000Z'],
    [
      'is the earliest that is still open, whatever has passed',
      [limit('2026-04-02'), limit('2026-11-18', 'appeal')],
      '2026-11-19T04:59:59.000Z',
    ],
    [
      'does not mind limits of what the task does not offer',
      [limit('2026-11-17', 'bill-next-payer')],
      '2026-11-20T04:59:59.000Z',
    ],
  ])('%s', (_, limits, due) => {
    expect(assigned({ actions: ['resubmit', 'appeal'], limits }).due).toBe(due);
  });

  const routed = (due: 'earliest-limit' | { businessDays: number }, limits: ActionLimit[]) =>
    assigned({ limits, routing: { house: '2026-11-30', houseRule: 'other', due } }).due;

  it('is as many business days as a table says, and never later than the payer’s limit', () => {
    expect(routed({ businessDays: 1 }, [])).toBe('2026-11-18T04:59:59.000Z');
    expect(routed({ businessDays: 9 }, [limit('2026-11-18')])).toBe('2026-11-19T04:59:59.000Z');
    expect(routed({ businessDays: 9 }, [limit('2026-11-15')])).toBe('2026-11-18T04:59:59.000Z');
  });

  it('is the earliest open limit where a table says so, and the desk’s own where no limit runs', () => {
    const limits = [limit('2026-11-15'), limit('2026-12-10'), limit('2026-12-24')];
    expect(routed('earliest-limit', limits)).toBe('2026-12-11T04:59:59.000Z');
    expect(routed('earliest-limit', [])).toBe('2026-11-20T04:59:59.000Z');
  });

  it('is the day’s end where the practice is', () => {
    expect(assigned({}, { timeZone: 'Pacific/Honolulu' }).due).toBe('2026-11-20T09:59:59.000Z');
  });

  it('is reminded of when a quarter of the time is left', () => {
    const { due, remindAt } = assigned();
    expect((Date.parse(due) - Date.parse(remindAt)) * 4).toBe(Date.parse(due) - now.getTime());
  });
});

describe('the actions of a task', () => {
  const actions = ['resubmit', 'write-off', 'appeal'] as const;
  const inOrder = (...limits: ActionLimit[]) => assigned({ actions, limits }).actions;

  it('recommend what the payer still takes before what it takes no more', () => {
    expect(inOrder(limit('2026-04-02'), limit('2026-12-01', 'appeal'))).toEqual([
      'appeal',
      'resubmit',
      'write-off',
    ]);
  });

  it('stay in their order where nothing, or everything, has passed', () => {
    expect(inOrder(limit('2026-12-02'), limit('2026-12-01', 'appeal'))).toEqual(actions);
    expect(inOrder(limit('2026-04-02'), limit('2026-04-03', 'appeal'))).toEqual(actions);
    expect(inOrder()).toEqual(actions);
  });

  it('never make a write-off the first because a limit has passed', () => {
    expect(inOrder(limit('2026-04-02'))).toEqual(actions);
  });
});

describe('the mailbox of a task', () => {
  it('is the desk’s, or the clinic’s for what the clinic has to mend', () => {
    expect(assigned().email).toBe('billing@maplestreet.example');
    expect(assigned({ kind: 'unreadable-document', owner: 'records' }).email).toBe(
      'clinic@maplestreet.example',
    );
  });
});

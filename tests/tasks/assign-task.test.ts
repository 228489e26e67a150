import { describe, expect, it } from 'vitest';
import type { Practice } from '../../functions/domain/practice.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
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

describe('the deadline of a task', () => {
  it.each([
    ['is the desk’s own when no limit runs', undefined, '2026-11-20T04:59:59.000Z'],
    ['is the desk’s own when the payer’s limit ends later', '2026-11-20', '2026-11-20T04:59:59.000Z'],
    ['is the payer’s limit when that ends sooner', '2026-11-18', '2026-11-19T04:59:59.000Z'],
    ['is tonight when the payer’s limit is', '2026-11-16', '2026-11-17T04:59:59.000Z'],
    ['is one business day away when the limit has passed', '2026-11-15', '2026-11-18T04:59:59.000Z'],
  ])('%s', (_, limit, due) => {
    expect(assigned({ ...(limit && { limit }) }).due).toBe(due);
  });

  it('is the day’s end where the practice is', () => {
    expect(assigned({}, { timeZone: 'Pacific/Honolulu' }).due).toBe('2026-11-20T09:59:59.000Z');
  });

  it('is reminded of when a quarter of the time is left', () => {
    const { due, remindAt } = assigned();
    expect((Date.parse(due) - Date.parse(remindAt)) * 4).toBe(Date.parse(due) - now.getTime());
  });

  it('is not the limit’s own field: the task keeps the instant alone', () => {
    expect(assigned({ limit: '2026-11-18' })).not.toHaveProperty('limit');
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

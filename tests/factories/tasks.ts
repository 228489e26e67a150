import { personActor } from '../../functions/domain/actor.ts';
import type { Task, TaskAction, TaskOutcome } from '../../functions/domain/task.ts';

/** When the tests look at tasks. */
export const now = new Date('2026-11-02T10:00:00.000Z');

/** A biller's open task for the denied part of the injection's claim. */
export const aTask = (change: Partial<Task> = {}): Task => ({
  taskId: 'C0123456789AB.1',
  practiceId: 'maple-street',
  kind: 'denial',
  owner: 'biller',
  email: 'billing@maplestreet.example',
  claimId: 'C0123456789AB',
  encounterId: 'E1001',
  title: 'The payer did not pay part of the claim',
  reasons: [{ code: 'CO-197', text: 'Authorization or notification was absent' }],
  advice: 'Look for the authorization and resubmit with its number; without one, appeal with the note.',
  actions: ['resubmit', 'appeal', 'bill-next-payer', 'bill-patient', 'write-off', 'keep-waiting', 'dismiss'],
  limits: [],
  history: [],
  status: 'open',
  due: '2026-11-07T12:00:00.000Z',
  remindAt: '2026-11-05T12:00:00.000Z',
  linkNonce: 'nonce-of-the-task',
  createdAt: '2026-10-31T12:00:00.000Z',
  ...change,
});

/** The mailbox of the billing desk, as the link of its tasks names it. */
export const biller = personActor({
  mailbox: 'billing@maplestreet.example',
  practiceId: 'maple-street',
  role: 'biller',
});

export const anOutcome = (change: Partial<TaskOutcome> = {}): TaskOutcome => ({
  action: 'bill-patient',
  by: biller,
  at: now.toISOString(),
  note: '',
  ...change,
});

/** A decided task of the claim that `claim` makes. */
export const decidedTask = (action: TaskAction, change: Partial<Task> = {}): Task =>
  aTask({
    taskId: 'C0000000000A1-0-denial',
    claimId: 'C0000000000A1',
    status: 'done',
    outcome: anOutcome({ action, note: 'As agreed with the supervisor' }),
    ...change,
  });

const { outcome: _undecided, ...open } = decidedTask('write-off');

export const undecidedTask: Task = { ...open, status: 'open' };

export const aCodingTask = (change: Partial<Task> = {}): Task => {
  const { claimId: _none, ...rest } = aTask();
  return {
    ...rest,
    taskId: 'maple-street.E1014.coding.1',
    kind: 'coding',
    owner: 'coder',
    email: 'coding@maplestreet.example',
    encounterId: 'E1014',
    title: 'A visit needs a coder',
    reasons: [{ code: 'question', text: 'How severe is the problem: is 99212 or 99213 supported?' }],
    advice: 'Read the note, confirm or replace the suggested codes, and leave out what it does not support.',
    actions: ['confirm-codes'],
    ...change,
  };
};

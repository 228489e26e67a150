import { expect, it } from 'vitest';
import { type CheckDepositsEffects, checkDeposits } from '../../functions/deposits/check-deposits.ts';
import type { Payment } from '../../functions/domain/ledger/payment.ts';
import type { Task } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { depositRecords } from '../factories/deposit-records.ts';
import { aDeposit, aPayment } from '../factories/deposits.ts';
import { aTask } from '../factories/tasks.ts';

type Given = {
  readonly deposits?: readonly ReturnType<typeof aDeposit>[];
  readonly payments?: readonly Payment[];
  readonly now?: string;
  readonly open?: readonly Task[];
};

/** The drafts that a sweep raises, by the id of their task. */
const sweep = async (
  { deposits = [], payments = [], now = '2026-10-19T15:00:00Z', open = [] }: Given,
  tasks = new Map<string, TaskDraft>(),
) => {
  const records = depositRecords(payments);
  for (const deposit of deposits) await records.addDeposit(deposit);
  const effects: CheckDepositsEffects = {
    ...records,
    listPractices: async () => [{ practiceId: 'maple-street', timeZone: 'America/Los_Angeles' }],
    tasksByStatus: async () => open,
    raiseTask: async (draft, { taskId }) => tasks.set(taskId, draft),
    now: () => new Date(now),
  };
  await checkDeposits(effects);
  return tasks;
};

const late = {
  deposits: [aDeposit({ amount: 77 }), aDeposit({ amount: 4000, text: 'TRN*1*77123~' })],
  payments: [aPayment('77123'), aPayment('88', { amount: 1 }), aPayment('99', { amount: 2 })],
};

it('asks a biller about what is four business days old, in numbers alone', async () => {
  const [draft] = [...(await sweep(late)).values()];
  expect(draft).toMatchObject({
    kind: 'deposit',
    owner: 'biller',
    reasons: [
      { text: '2 payments without a deposit' },
      { text: '1 deposit without a payment' },
      { text: '1 deposit of another amount than the payment named' },
    ],
  });
});

it('asks once a day, however often it runs, and on the next day again', async () => {
  const tasks = new Map<string, TaskDraft>();
  await sweep(late, tasks);
  await sweep({ ...late, now: '2026-10-20T03:00:00Z' }, tasks); // still the 19th where the practice is
  expect(tasks.size).toBe(1);
  await sweep({ ...late, now: '2026-10-20T15:00:00Z' }, tasks);
  expect(tasks.size).toBe(2);
});

it('asks not again while yesterday’s question is open', async () => {
  const [taskId = ''] = (await sweep(late)).keys();
  const open = [aTask({ taskId, kind: 'deposit' })];
  expect((await sweep({ ...late, open, now: '2026-10-20T15:00:00Z' })).size).toBe(0);
  const statement = [aTask({ taskId: 'X-statement', kind: 'deposit' })];
  expect((await sweep({ ...late, open: statement })).size).toBe(1);
});

it.each([
  ['before four business days', { ...late, now: '2026-10-16T15:00:00Z' }],
  ['on a Saturday', { ...late, now: '2026-10-24T15:00:00Z' }],
  ['on a holiday of the banks', { ...late, now: '2026-11-11T15:00:00Z' }],
  ['where all ties out', { deposits: [aDeposit()], payments: [aPayment('77123')] }],
  ['where no deposits come in at all', { payments: late.payments }],
])('asks nothing %s', async (_, given) => {
  expect((await sweep(given)).size).toBe(0);
});

import { stepActor } from '../domain/actor.ts';
import { type Payment, type PaymentPart, progressOf } from '../domain/ledger/payment.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { isQuiet } from './held.ts';

/** The open tasks of a practice. */
export type PracticeTasks = {
  readonly tasksByStatus: (practiceId: string, status: 'open') => Promise<readonly Task[]>;
  /** Closes the task if it is open; false when somebody closed it before. */
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<boolean>;
};

/** What closing tasks about payments needs of the records. */
export type TaskRecords = PracticeTasks & {
  readonly findPayment: (paymentId: string) => Promise<Payment | undefined>;
  readonly partsOf: (paymentId: string) => Promise<readonly PaymentPart[]>;
};

/** Of a practice all payments, or one. */
type Asked = { readonly practiceId: string; readonly paymentId?: string };

/** Closes the open tasks of a practice about payments of which nothing is left to work; returns how many. */
export const closeSettledTasks = async (
  asked: Asked,
  effects: TaskRecords,
  now = new Date(),
): Promise<number> => {
  const open = await effects.tasksByStatus(asked.practiceId, 'open');
  let closed = 0;
  for (const task of open) {
    const { paymentId } = task;
    if (paymentId === undefined || (asked.paymentId !== undefined && paymentId !== asked.paymentId)) continue;
    if (!(await isSettled(paymentId, effects))) continue;
    await effects.closeTask(task, {
      action: 'dismiss',
      by: stepActor('review-payments'),
      at: now.toISOString(),
      note: 'All of the payment is posted, or called another system’s',
    });
    closed += 1;
  }
  return closed;
};

const isSettled = async (
  paymentId: string,
  { findPayment, partsOf }: Pick<TaskRecords, 'findPayment' | 'partsOf'>,
): Promise<boolean> => {
  const payment = await findPayment(paymentId);
  if (payment?.status !== 'posted') return false;
  return progressOf(payment, await partsOf(paymentId)).held.every(isQuiet);
};

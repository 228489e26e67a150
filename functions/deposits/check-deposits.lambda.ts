import { z } from 'zod';
import { depositsOfPractice, handTiesOf } from '../adapters/payments/deposit-store.ts';
import { paymentsOfPractice } from '../adapters/payments/payment-store.ts';
import { listPractices } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { tasksByStatus } from '../adapters/task-store.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { type CheckDepositsEffects, checkDeposits } from './check-deposits.ts';

const effects: CheckDepositsEffects = {
  listPractices,
  depositsOfPractice,
  paymentsOfPractice,
  handTiesOf,
  tasksByStatus,
  raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
  now: () => new Date(),
};

export const handler = taskHandler(z.object({}), () => checkDeposits(effects));

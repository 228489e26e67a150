import { z } from 'zod';
import { ledgerEffects } from '../adapters/payments/ledger-effects.ts';
import { listPractices } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { closeTask, tasksByStatus } from '../adapters/task-store.ts';
import { logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { type ReviewEffects, reviewAccounts } from './review-accounts.ts';

const effects: ReviewEffects = {
  ...ledgerEffects,
  listPractices,
  tasksByStatus,
  raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
  closeTask,
  now: () => new Date(),
  reviewed: (counts) => logger.info('Accounts reviewed', counts),
};

export const handler = taskHandler(z.object({}), () => reviewAccounts(effects));

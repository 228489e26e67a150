import { z } from 'zod';
import { findClaim } from '../adapters/claim-store.ts';
import { findPayment, partsOf, paymentsOfPractice } from '../adapters/payments/payment-store.ts';
import { listPractices } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { closeTask, tasksByStatus } from '../adapters/task-store.ts';
import { logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { type ReviewPaymentsEffects, reviewPayments } from './review-payments.ts';

const effects: ReviewPaymentsEffects = {
  listPractices,
  paymentsOfPractice,
  findPayment,
  partsOf,
  findClaim,
  tasksByStatus,
  raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
  closeTask,
  now: () => new Date(),
  reviewed: (counts) => logger.info('Payments reviewed', counts),
};

export const handler = taskHandler(z.object({}), () => reviewPayments(effects));

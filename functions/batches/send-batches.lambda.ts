import { z } from 'zod';
import { batchEffects } from '../adapters/outbox/batch-effects.ts';
import { listHeld, removeHeld } from '../adapters/outbox/held-batch-store.ts';
import { listOutboxes } from '../adapters/outbox/outbox-store.ts';
import { findTask, tasksOfClaim } from '../adapters/task-store.ts';
import { logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type SendBatchesEffects, sendBatches } from './send-batches.ts';

const effects: SendBatchesEffects = {
  ...batchEffects,
  listOutboxes,
  listHeld,
  findTask,
  tasksOfClaim,
  removeHeld,
  sent: (counts) => logger.info('Batches sent', counts),
};

/** `dueBy` looks ahead: whoever wants to see files before their time names a later instant. */
const Call = z.object({ dueBy: z.iso.datetime().optional() });

export const handler = taskHandler(Call, ({ dueBy }) => {
  const now = new Date();
  return sendBatches({ now, dueBy: dueBy ? new Date(dueBy) : now }, effects);
});

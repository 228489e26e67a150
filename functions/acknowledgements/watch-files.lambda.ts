import { z } from 'zod';
import { claimsByStatus, findClaim } from '../adapters/claim-store.ts';
import { findFileByKey } from '../adapters/partner-file-store.ts';
import { listPayers, listPractices } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { closeTask, tasksByStatus } from '../adapters/task-store.ts';
import { logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { type WatchEffects, watchFiles } from './watch-files.ts';

const effects: WatchEffects = {
  listPractices,
  listPayers,
  claimsByStatus,
  findClaim,
  findFile: findFileByKey,
  tasksByStatus,
  raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
  closeTask,
  now: () => new Date(),
  watched: (counts) => logger.info('Files watched', counts),
};

export const handler = taskHandler(z.object({}), () => watchFiles(effects));

import { z } from 'zod';
import { listPractices } from '../adapters/practices/practice-store.ts';
import { handShareOn } from '../adapters/sweep/sweep-queues.ts';
import { findSweep, saveSweep } from '../adapters/sweep/sweep-store.ts';
import { countUnswept, logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type SweepEffects, sweepRecords } from './sweep-records.ts';

const effects: SweepEffects = {
  listPractices,
  ...{ findSweep, saveSweep, handShareOn },
  now: () => new Date(),
  swept: (counts) => {
    countUnswept(counts.unswept);
    logger.info('Swept', counts);
  },
};

export const handler = taskHandler(z.object({}), () => sweepRecords(effects));

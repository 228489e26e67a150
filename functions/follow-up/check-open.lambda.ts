import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { openRecordsOf, setTaskBell } from '../adapters/follow-up/open-records.ts';
import { listPractices } from '../adapters/practices/practice-store.ts';
import { setWaitBell } from '../adapters/wait-store.ts';
import { isQuiet } from '../remittance/held.ts';
import { countWithoutNextStep, logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type ReportOpenEffects, reportOpen } from './check-open.ts';

/** Steps take seconds; what is still nowhere after half a minute is between none. */
const pauseMs = 30_000;

const effects: ReportOpenEffects = {
  listPractices,
  openRecords: openRecordsOf(isQuiet),
  pause: () => wait(pauseMs),
  now: () => new Date(),
  setWaitBell,
  setTaskBell,
  told: (loose) => logger.warn('Without a next step', { ...loose }),
  counted: countWithoutNextStep,
};

export const handler = taskHandler(z.object({}), () => reportOpen(effects));

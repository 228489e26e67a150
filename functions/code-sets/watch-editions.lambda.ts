import { z } from 'zod';
import { installedEditions } from '../../codesets/code-book.ts';
import { takePublished } from '../adapters/code-sets/current-code-sets.ts';
import { countLapsing, logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { watchEditions } from './watch-editions.ts';

export const handler = taskHandler(z.object({}), () =>
  watchEditions(new Date(), {
    takePublished,
    editions: installedEditions,
    told: (set) => logger.warn('A code set lapses', { ...set }),
    counted: countLapsing,
  }),
);

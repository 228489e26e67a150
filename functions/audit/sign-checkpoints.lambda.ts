import { z } from 'zod';
import { addLinks, findEntry, findHead, isChained, unchainedSince } from '../adapters/audit/chain-store.ts';
import { keepCheckpoint } from '../adapters/audit/checkpoint-store.ts';
import { listPractices } from '../adapters/practices/practice-store.ts';
import { describeError, logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { signCheckpoints } from './sign-checkpoints.ts';

export const handler = taskHandler(z.object({}), () =>
  signCheckpoints({
    practiceIds: async () => (await listPractices()).map(({ practiceId }) => practiceId),
    ...{ addLinks, findEntry, findHead, isChained, keepCheckpoint, unchainedSince },
    failed: (practiceId, error) => logger.error('No checkpoint', { practiceId, ...describeError(error) }),
    now: () => new Date(),
  }),
);

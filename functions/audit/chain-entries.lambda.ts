import { z } from 'zod';
import { addLinks, findEntry, findHead, isChained } from '../adapters/audit/chain-store.ts';
import { groupedQueueHandler } from '../runtime/grouped-queue-handler.ts';
import { chainEntries } from './chain-entries.ts';

const Announced = z.object({ practiceId: z.string().min(1), entryId: z.string().min(1) });

export const handler = groupedQueueHandler(
  Announced,
  ({ practiceId }) => practiceId,
  (practiceId, announced) =>
    chainEntries(
      practiceId,
      announced.map(({ entryId }) => entryId),
      { findEntry, isChained, findHead, addLinks, now: () => new Date() },
    ),
);

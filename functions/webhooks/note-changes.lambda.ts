import { z } from 'zod';
import { addDelivery } from '../adapters/webhooks/delivery-store.ts';
import { endpointsOf } from '../adapters/webhooks/endpoint-store.ts';
import { changesIn, StreamRecord } from '../adapters/webhooks/record-changes.ts';
import { wakeEndpoint } from '../adapters/webhooks/wake-queue.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type NoteChangesEffects, noteChanges } from './note-changes.ts';

const effects: NoteChangesEffects = {
  endpointsOf,
  addDelivery,
  // The index of what is due may lag behind by so much.
  wake: (endpoint) => wakeEndpoint(endpoint, 1),
  now: () => new Date(),
};

/** A batch that fails comes again as a whole, and halved: what of it was noted is noted once. */
export const handler = taskHandler(z.object({ Records: z.array(StreamRecord) }), async ({ Records }) => {
  await noteChanges(Records.flatMap(changesIn), effects);
  return { batchItemFailures: [] };
});

import { z } from 'zod';
import { changeEncounter } from '../adapters/encounter-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { EncounterStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { acceptCodes } from './accept-codes.ts';

export const handler = taskHandler(
  EncounterStep.extend({ taskId: z.string().optional() }),
  async ({ taskId, ...id }) => {
    const task = taskId ? await getTask(taskId) : undefined;
    await changeEncounter(id, (encounter) => acceptCodes(encounter, task));
    return { outcome: 'accepted' };
  },
);

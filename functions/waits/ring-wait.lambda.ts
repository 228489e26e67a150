import { z } from 'zod';
import { ringWait } from '../adapters/wait-store.ts';
import { taskHandler } from '../runtime/task-handler.ts';

export const handler = taskHandler(
  z.object({ waitId: z.string(), round: z.int() }),
  async ({ waitId, round }) => {
    await ringWait(waitId, round);
    return { outcome: 'rung' };
  },
);

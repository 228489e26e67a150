import { z } from 'zod';
import { dueBells } from '../adapters/follow-up/due-bells.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { ringBell } from '../adapters/wait-store.ts';
import { bellName } from '../domain/follow-up/bell.ts';
import { countBells, describeError, logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { ringTask } from '../tasks/ring-task.ts';
import { type RingBellsEffects, ringBells } from './ring-bells.ts';

const effects: RingBellsEffects = {
  dueBells,
  ring: (bell) => (bell.kind === 'wait' ? ringBell(bell) : ringTask(bell, new Date(), taskEffects)),
  failed: (bell, error) =>
    logger.error('A bell could not ring', { bell: bellName(bell), ...describeError(error) }),
  counted: countBells,
  now: () => new Date(),
};

/** Called by its clock it rings what is due; whoever rings by hand names bells, "wait …" or "task …", of any instant. */
export const handler = taskHandler(z.object({ only: z.array(z.string()).optional() }), (call) =>
  ringBells(call, effects),
);

import { z } from 'zod';
import { DecidingActor } from '../actor.ts';

/**
 * A task's outcome applied to the claim, or with the action `undo` taken back by a further entry. The list makes
 * applying idempotent and numbers the claim's tasks.
 */
export const Decision = z.object({
  taskId: z.string(),
  action: z.string(),
  by: DecidingActor,
  at: z.string().optional().describe('of an undo'),
  wakes: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe(
      'of an undo: the waits in which lifecycles may still be; one of them from before there were several',
    ),
});
export type Decision = z.infer<typeof Decision>;

/** What the last decision changed of a claim, as it was: by field, null where there was nothing. */
export const BeforeDecision = z.object({
  taskId: z.string(),
  about: z.array(z.string()).describe('the decisions of the payer that counted then'),
  was: z.record(z.string(), z.unknown()),
});

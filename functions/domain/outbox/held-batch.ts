import { z } from 'zod';

/** Claims that were refused together for what none of them has alone: they wait for one decision of a biller. */
export const HeldBatch = z.object({
  heldId: z.string().describe('also the task, for it is about nothing else'),
  practiceId: z.string(),
  claims: z.array(z.string()).min(1).describe('CLM01: the transmissions that were refused'),
});
export type HeldBatch = z.infer<typeof HeldBatch>;

/** The task that a held batch is worked by. */
export const taskOfHeld = ({ heldId, practiceId }: HeldBatch): string => `${heldId}-${practiceId}`;

import { z } from 'zod';
import { DecidingActor } from '../../actor.ts';
import { CodingReview } from '../../coding.ts';
import { VisitTaskKind } from '../../tasks/visit-task.ts';

/** What the last decision of a person changed of a visit, as it was: by field, null where there was nothing. */
export const BeforeVisitDecision = z.object({
  taskId: z.string(),
  was: z.record(z.string(), z.unknown()),
});
export type BeforeVisitDecision = z.infer<typeof BeforeVisitDecision>;

/** A decision about a visit that was taken back. */
export const UndoneVisitDecision = z.object({
  taskId: z.string(),
  by: DecidingActor,
  at: z.string(),
  review: CodingReview.optional().describe('what was confirmed, and counts no more'),
  reviewId: z.string().describe('what the practice’s memory counted it as'),
  wakes: z.array(z.string()).describe('the waits in which the lifecycles of its claims may still be'),
});
export type UndoneVisitDecision = z.infer<typeof UndoneVisitDecision>;

/** The task that is open again: the visit comes to it, and nowhere else, until it is decided. */
export const AskedAgain = z.object({ taskId: z.string(), kind: VisitTaskKind });
export type AskedAgain = z.infer<typeof AskedAgain>;

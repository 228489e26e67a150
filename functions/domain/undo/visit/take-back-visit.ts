import type { Actor } from '../../actor.ts';
import { Encounter } from '../../encounter.ts';
import type { Task } from '../../task.ts';
import type { VisitTaskKind } from '../../tasks/visit-task.ts';

/** What the practice’s memory counts a confirmation as: one of a task that was open again is another one. */
export const reviewIdOf = ({ taskId, awaitedAs }: Pick<Task, 'taskId' | 'awaitedAs'>): string =>
  awaitedAs ?? taskId;

/** Who takes a decision about a visit back, and which waits the lifecycles of its claims may be in. */
export type UndoingVisit = {
  readonly taskId: string;
  readonly kind: VisitTaskKind;
  readonly by: Actor;
  readonly at: string;
  readonly reviewId: string;
  readonly wakes: readonly string[];
};

/** The visit as it was before its last decision, with everything that came from elsewhere since; the task asks again. */
export const takeBackVisit = (encounter: Encounter, undoing: UndoingVisit): Encounter => {
  const { taskId, kind, by, at, reviewId, wakes } = undoing;
  const was = encounter.beforeDecision?.was ?? {};
  const now: Readonly<Record<string, unknown>> = { ...encounter, ...was };
  const stays = Object.fromEntries(Object.entries(now).filter(([, value]) => value !== null));
  const review = encounter.codingReviews?.findLast(({ acceptedFor }) => acceptedFor === taskId);
  const undone = { taskId, by, at, ...(review && { review }), reviewId, wakes: [...wakes] };
  return Encounter.parse({
    ...stays,
    asksAgain: { taskId, kind },
    undone: [...(encounter.undone ?? []), undone],
    version: encounter.version + 1,
  });
};

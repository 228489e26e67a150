import type { Encounter, EncounterId } from '../domain/encounter.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import type { TermDecision } from '../domain/term-decision.ts';
import { isBeyondCodes, withBefore } from '../domain/undo/visit/decided-visit.ts';
import { reviewIdOf } from '../domain/undo/visit/take-back-visit.ts';
import { acceptCodes, answerWarnings, endUnbilled, firstReviewBy, restartFor } from './accept-codes.ts';
import { learnFromReview } from './learn-from-review.ts';

/** What the step hands to the state machine. start-over: documents came · check-again: what the visit broke was mended, or answered. */
export const acceptCodesOutcomes = ['accepted', 'start-over', 'check-again', 'not-billable'] as const;
export type AcceptCodesOutcome = (typeof acceptCodesOutcomes)[number];

export type AcceptingEffects = {
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly changeEncounter: (
    id: EncounterId,
    patch: (before: Encounter) => Partial<Encounter> | undefined,
  ) => Promise<Encounter>;
  /** Counts the decisions of one review; a review that was counted before changes nothing. */
  readonly addTermDecisions: (
    practiceId: string,
    reviewId: string,
    decisions: readonly TermDecision[],
  ) => Promise<void>;
  /** Takes what was counted of a review back, once. */
  readonly forgetReview: (practiceId: string, reviewId: string) => Promise<void>;
};

/** Also when the codes were taken before: a run that died in between has not learned yet, and the store counts once. */
const learn = async (encounter: Encounter, task: Task, effects: AcceptingEffects): Promise<void> => {
  const { practiceId, undone = [], registration } = encounter;
  const review = firstReviewBy(encounter, task.taskId);
  if (!review || !registration) return;
  // An undo that died before it came to this has left the confirmation before counted.
  for (const { taskId, reviewId } of undone)
    if (taskId === task.taskId) await effects.forgetReview(practiceId, reviewId);
  const decisions = learnFromReview(review, registration.dateOfService);
  await effects.addTermDecisions(practiceId, reviewIdOf(task), decisions);
};

/** What a decision on a task changes of a visit, and what the machine does next. */
type Taken = {
  readonly outcome: AcceptCodesOutcome;
  readonly patch: (before: Encounter) => Partial<Encounter> | undefined;
};

const takenOf = (task: Task, decided: TaskOutcome, now: string): Taken => {
  const { taskId } = task;
  if (decided.action === 'not-billable')
    return { outcome: 'not-billable', patch: () => endUnbilled(decided) };
  if (decided.action === 'start-over' || decided.action === 'check-again')
    return { outcome: decided.action, patch: (before) => restartFor(before, taskId) };
  if (decided.action === 'bill-as-is')
    return { outcome: 'check-again', patch: (before) => answerWarnings(before, task, decided) };
  return { outcome: 'accepted', patch: (before) => acceptCodes(before, task, now) };
};

/**
 * Takes what a task decided about a visit: codes, from which the practice's memory learns, or that it is read or checked
 * again, or not billed. Without a task it takes the codes of the practice's policy. A task that is open again, or was
 * withdrawn as the decision before it was taken back, decides nothing: the visit comes to the task that asks.
 */
export const acceptAndLearn = async (
  { taskId, ...id }: EncounterId & { readonly taskId?: string | undefined },
  effects: AcceptingEffects,
): Promise<AcceptCodesOutcome> => {
  const task = taskId ? await effects.getTask(taskId) : undefined;
  const now = new Date().toISOString();
  if (!task) {
    await effects.changeEncounter(id, (before) =>
      isBeyondCodes(before) ? undefined : acceptCodes(before, undefined, now),
    );
    return 'accepted';
  }
  const { outcome: decided, status } = task;
  if (!decided || status === 'open' || decided.action === 'withdraw') return 'start-over';
  const { outcome, patch } = takenOf(task, decided, now);
  const encounter = await effects.changeEncounter(id, (before) => withBefore(before, task, patch(before)));
  if (outcome === 'accepted') await learn(encounter, task, effects);
  return outcome;
};

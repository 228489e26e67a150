import type { z } from 'zod';
import type { Encounter } from '../domain/encounter.ts';
import type { EncounterStep } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import type { TermDecision } from '../domain/term-decision.ts';
import { acceptCodes, answerWarnings, endUnbilled, firstReviewBy, restartFor } from './accept-codes.ts';
import { learnFromReview } from './learn-from-review.ts';

/** What the step hands to the state machine. start-over: documents came · check-again: what the visit broke was mended, or answered. */
export const acceptCodesOutcomes = ['accepted', 'start-over', 'check-again', 'not-billable'] as const;
export type AcceptCodesOutcome = (typeof acceptCodesOutcomes)[number];

type Id = z.output<typeof EncounterStep>;

export type AcceptingEffects = {
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly changeEncounter: (
    id: Id,
    patch: (before: Encounter) => Partial<Encounter> | undefined,
  ) => Promise<Encounter>;
  /** Counts the decisions of one task's review; a review that was counted before changes nothing. */
  readonly addTermDecisions: (
    practiceId: string,
    taskId: string,
    decisions: readonly TermDecision[],
  ) => Promise<void>;
};

/** Also when the codes were taken before: a run that died in between has not learned yet, and the store counts once. */
const learn = async (encounter: Encounter, taskId: string, effects: AcceptingEffects): Promise<void> => {
  const review = firstReviewBy(encounter, taskId);
  const dateOfService = encounter.registration?.dateOfService;
  if (!review || !dateOfService) return;
  await effects.addTermDecisions(encounter.practiceId, taskId, learnFromReview(review, dateOfService));
};

/**
 * Takes what a task decided about a visit: codes, from which the practice's memory learns, or that it is read or checked
 * again, or not billed. Without a task it takes the codes of the practice's policy.
 */
export const acceptAndLearn = async (
  { taskId, ...id }: Id & { readonly taskId?: string | undefined },
  effects: AcceptingEffects,
): Promise<AcceptCodesOutcome> => {
  const task = taskId ? await effects.getTask(taskId) : undefined;
  const now = new Date().toISOString();
  const decided = task?.outcome;
  if (task && decided?.action === 'not-billable') {
    await effects.changeEncounter(id, () => endUnbilled(decided));
    return decided.action;
  }
  if (task && (decided?.action === 'start-over' || decided?.action === 'check-again')) {
    await effects.changeEncounter(id, (before) => restartFor(before, task.taskId));
    return decided.action;
  }
  if (task && decided?.action === 'bill-as-is') {
    await effects.changeEncounter(id, (before) => answerWarnings(before, task, decided));
    return 'check-again';
  }
  const encounter = await effects.changeEncounter(id, (before) => acceptCodes(before, task, now));
  if (taskId) await learn(encounter, taskId, effects);
  return 'accepted';
};

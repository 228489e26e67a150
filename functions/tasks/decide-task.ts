import { isDeepStrictEqual } from 'node:util';
import { isSameActor } from '../domain/actor.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { isHandledSince } from '../domain/tasks/revision.ts';
import { type AnswerWait, waits } from '../domain/wait.ts';

export type CompletionEffects = {
  /** Closes the task if it is open; false when somebody closed it before. */
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<boolean>;
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly answerWait: AnswerWait;
};

/** The task as it is decided now, and whether the decision is the one that was asked for. */
export type Completion = {
  readonly task: Task;
  readonly taken: boolean;
  /** Whether it waits for a second person. */
  readonly isProposed?: boolean;
  /** Whether it is a correction that waits for the parts of other desks. */
  readonly isKept?: boolean;
};

/**
 * Decides a task without a check of what it offers: news that came by itself may end it, too. What people did with the
 * task meanwhile leaves it open for whoever decides; news ends it all the same.
 */
export const decideTask = async (
  task: Task,
  outcome: TaskOutcome,
  effects: CompletionEffects,
): Promise<Completion> => {
  const closed = await effects.closeTask(task, outcome);
  const standing = closed
    ? { ...task, status: 'done' as const, outcome }
    : await effects.getTask(task.taskId);
  if (standing.status === 'open')
    return outcome.by.kind === 'step' || !isHandledSince(task, standing)
      ? decideTask(standing, outcome, effects)
      : { task: standing, taken: false };
  await answerWaiting(standing, effects);
  return { task: standing, taken: closed || isSameDecision(standing.outcome, outcome) };
};

/** Hands the decision that stands to whoever waits for it. */
export const answerWaiting = async (
  { taskId, awaitedAs, outcome }: Task,
  effects: Pick<CompletionEffects, 'answerWait'>,
): Promise<void> => {
  if (!outcome) return;
  await effects.answerWait(waits.task(awaitedAs ?? taskId), {
    outcome: 'decided',
    action: outcome.action,
    taskId,
  });
};

const isSameDecision = (standing: TaskOutcome | undefined, asked: TaskOutcome): boolean => {
  if (standing === undefined || !isSameActor(standing.by, asked.by)) return false;
  const { sentNow: _how, ...stated } = standing;
  return isDeepStrictEqual({ ...stated, by: asked.by, at: asked.at }, asked);
};

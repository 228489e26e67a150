import { isDeepStrictEqual } from 'node:util';
import { isSameActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { isOutdated, recordNewer } from '../domain/tasks/basis.ts';
import { checkParts } from '../domain/tasks/open-parts.ts';
import { type AnswerWait, waits } from '../domain/wait.ts';
import { checkOutcome } from './check-outcome.ts';
import { newsOf } from './news-of-claim.ts';

export type CompletionEffects = {
  /** Closes the task if it is open; false when somebody closed it before. */
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<boolean>;
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly answerWait: AnswerWait;
};

export type ClaimReader = { readonly findClaim: (claimId: string) => Promise<Claim | undefined> };

/** The task as it is decided now, and whether the decision is the one that was asked for. */
export type Completion = { readonly task: Task; readonly taken: boolean };

/**
 * Decides a task; the first decision wins. Whoever waits for it is answered with the decision that stands, also
 * when the task was closed before: a crash between closing and answering then leaves nothing hanging.
 */
export const completeTask = async (
  task: Task,
  outcome: TaskOutcome,
  effects: CompletionEffects & ClaimReader,
): Promise<Checked<Completion>> => {
  const findings =
    task.status === 'open'
      ? [...checkOutcome(task, outcome), ...(await checkRecord(task, outcome, effects))]
      : [];
  if (findings.length > 0) return { success: false, findings };
  return { success: true, data: await decideTask(task, outcome, effects) };
};

/** What the claim as it stands has against a decision: that it has changed since, or that less of it is open. */
const checkRecord = async (
  { claimId, basis }: Task,
  { parts }: TaskOutcome,
  { findClaim }: ClaimReader,
): Promise<readonly Finding[]> => {
  if (claimId === undefined || (basis === undefined && parts === undefined)) return [];
  const claim = await findClaim(claimId);
  if (claim === undefined) return [];
  if (!isOutdated({ basis }, claim)) return parts ? checkParts(claim, parts) : [];
  const detail = `Nothing was decided, for the claim has changed since you were asked. ${newsOf(claim)} What is left to decide comes as a new task within some minutes`;
  return [{ code: recordNewer, path: 'action', detail }];
};

/** The same without a check of what the task offers: news that came by itself may end it, too. */
export const decideTask = async (
  task: Task,
  outcome: TaskOutcome,
  effects: CompletionEffects,
): Promise<Completion> => {
  const closed = await effects.closeTask(task, outcome);
  const standing = closed
    ? { ...task, status: 'done' as const, outcome }
    : await effects.getTask(task.taskId);
  await answerWaiting(standing, effects);
  return { task: standing, taken: closed || isSameDecision(standing.outcome, outcome) };
};

/** Hands the decision that stands to whoever waits for it. */
export const answerWaiting = async (
  { taskId, outcome }: Task,
  effects: Pick<CompletionEffects, 'answerWait'>,
): Promise<void> => {
  if (!outcome) return;
  await effects.answerWait(waits.task(taskId), { outcome: 'decided', action: outcome.action, taskId });
};

const isSameDecision = (standing: TaskOutcome | undefined, asked: TaskOutcome): boolean =>
  standing !== undefined &&
  isSameActor(standing.by, asked.by) &&
  isDeepStrictEqual({ ...standing, by: asked.by, at: asked.at }, asked);

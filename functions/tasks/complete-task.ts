import { isDeepStrictEqual } from 'node:util';
import { isSameActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { checkOtherPayer } from '../domain/coordination/payer-order.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import type { Payer } from '../domain/payer.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { isOutdated, recordNewer } from '../domain/tasks/basis.ts';
import { checkParts } from '../domain/tasks/open-parts.ts';
import { isHandledSince, taskNewer } from '../domain/tasks/revision.ts';
import { type AnswerWait, waits } from '../domain/wait.ts';
import { checkOutcome } from './check-outcome.ts';
import { handledInWords } from './handling/handled-in-words.ts';
import { newsOf } from './news-of-claim.ts';
import { lacksSecondPerson, type SecondPersonEffects } from './second-person.ts';

export type CompletionEffects = {
  /** Closes the task if it is open; false when somebody closed it before. */
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<boolean>;
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly answerWait: AnswerWait;
};

/** Where a claim is read, and how a second person is asked. */
export type DecisionEffects = CompletionEffects & ClaimReader & SecondPersonEffects;

export type ClaimReader = {
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
};

/** The task as it is decided now, and whether the decision is the one that was asked for. */
export type Completion = {
  readonly task: Task;
  readonly taken: boolean;
  /** Whether it waits for a second person. */
  readonly isProposed?: boolean;
};

/**
 * Decides a task; the first decision wins. Whoever waits for it is answered with the decision that stands, also
 * when the task was closed before: a crash between closing and answering then leaves nothing hanging.
 */
export const completeTask = async (
  task: Task,
  outcome: TaskOutcome,
  effects: DecisionEffects,
): Promise<Checked<Completion>> => {
  const findings =
    task.status === 'open'
      ? [...checkOutcome(task, outcome), ...(await checkRecord(task, outcome, effects))]
      : [];
  if (findings.length > 0) return { success: false, findings };
  const proposed = await proposedOf(task, outcome, effects);
  if (proposed === 'changed') return changedSince(task, await effects.getTask(task.taskId));
  if (proposed) return { success: true, data: { task: proposed, taken: true, isProposed: true } };
  const seconded =
    task.proposal && writesOff(outcome) ? { ...outcome, proposedBy: task.proposal.by } : outcome;
  const completion = await decideTask(task, seconded, effects);
  return completion.task.status === 'open'
    ? changedSince(task, completion.task)
    : { success: true, data: completion };
};

/** Somebody did something with the task meanwhile: whoever decides has to see it first. */
const changedSince = (read: Task, now: Task): Checked<never> => ({
  success: false,
  findings: [
    { code: taskNewer, path: 'action', detail: `Nothing was decided. ${handledInWords(read, now)}` },
  ],
});

const writesOff = ({ action }: TaskOutcome): boolean => action === 'write-off' || action === 'decide-parts';

/** The task with its proposal, where a write-off is too large for one person. */
const proposedOf = async (
  task: Task,
  outcome: TaskOutcome,
  effects: DecisionEffects,
): Promise<Task | 'changed' | undefined> => {
  if (task.status !== 'open' || task.claimId === undefined || !writesOff(outcome)) return undefined;
  const claim = await effects.findClaim(task.claimId);
  return claim && lacksSecondPerson(task, outcome, claim, effects);
};

/** What the claim as it stands has against a decision: that it has changed since, or that less of it is open. */
const checkRecord = async (
  { claimId, basis }: Task,
  { parts, otherPayer }: TaskOutcome,
  { findClaim, listPayers }: ClaimReader,
): Promise<readonly Finding[]> => {
  if (claimId === undefined || [basis, parts, otherPayer].every((one) => one === undefined)) return [];
  const claim = await findClaim(claimId);
  if (claim === undefined) return [];
  if (!isOutdated({ basis }, claim)) {
    const payers = otherPayer ? await listPayers(claim.practiceId) : [];
    return [
      ...(parts ? checkParts(claim, parts) : []),
      ...(otherPayer ? checkOtherPayer(claim, otherPayer, payers) : []),
    ];
  }
  const detail = `Nothing was decided, for the claim has changed since you were asked. ${newsOf(claim)} What is left to decide comes as a new task within some minutes`;
  return [{ code: recordNewer, path: 'action', detail }];
};

/**
 * The same without a check of what the task offers: news that came by itself may end it, too. What people did with the
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

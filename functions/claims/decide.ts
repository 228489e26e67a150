import type { Claim, ClaimEvent } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { BillingError } from '../runtime/errors.ts';

/** What a person decided on a task. Throws InvalidInput before they have; workflows come here only after. */
export const outcomeOf = ({ taskId, outcome }: Task): TaskOutcome => {
  if (!outcome) throw new BillingError('InvalidInput', `Task ${taskId} is not decided`);
  return outcome;
};

/**
 * Applies what a person decided on a task, once: a decision that is in the claim already changes nothing.
 * Throws InvalidInput for a task without an outcome.
 */
export const decided = (
  claim: Claim,
  task: Task,
  patch: Partial<Claim>,
  detail: ClaimEvent['detail'] = {},
): ClaimChange | undefined => {
  const { action, by, note } = outcomeOf(task);
  if (claim.decisions.some(({ taskId }) => taskId === task.taskId)) return undefined;
  const decisions = [...claim.decisions, { taskId: task.taskId, action, by }];
  return changed(
    claim,
    { ...patch, decisions },
    { type: action, actor: by, detail: { taskId: task.taskId, note, ...detail } },
  );
};

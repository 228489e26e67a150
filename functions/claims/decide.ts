import type { Claim, ClaimEvent } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import type { Task } from '../domain/task.ts';
import { BillingError } from '../runtime/errors.ts';

/**
 * Applies what a person decided on a task, once: a decision that is in the claim already changes nothing.
 * Throws InvalidInput for a task without an outcome; workflows come here only after one.
 */
export const decided = (
  claim: Claim,
  task: Task,
  patch: Partial<Claim>,
  detail: ClaimEvent['detail'] = {},
): ClaimChange | undefined => {
  if (!task.outcome) throw new BillingError('InvalidInput', `Task ${task.taskId} is not decided`);
  if (claim.decisions.some(({ taskId }) => taskId === task.taskId)) return undefined;
  const { action, by } = task.outcome;
  const decisions = [...claim.decisions, { taskId: task.taskId, action, by }];
  return changed(
    claim,
    { ...patch, decisions },
    { type: action, actor: by, detail: { taskId: task.taskId, note: task.outcome.note, ...detail } },
  );
};

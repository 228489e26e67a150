import type { Claim, ClaimEvent } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { applyDecision } from '../domain/undo/decided.ts';
import { BillingError } from '../runtime/errors.ts';

/** What a person decided on a task. Throws InvalidInput before they have; workflows come here only after. */
export const outcomeOf = ({ taskId, outcome }: Task): TaskOutcome => {
  if (!outcome) throw new BillingError('InvalidInput', `Task ${taskId} is not decided`);
  return outcome;
};

/**
 * Applies what a person decided on a task, once: a decision that is in the claim already changes nothing. `from` is the
 * claim with what else the decision changes in it. Throws InvalidInput for a task without an outcome.
 */
export const decided = (
  claim: Claim,
  task: Task,
  patch: Partial<Claim>,
  detail: ClaimEvent['detail'] = {},
  from: Claim = claim,
): ClaimChange | undefined =>
  applyDecision(claim, { ...from, ...patch }, { taskId: task.taskId, outcome: outcomeOf(task), detail });

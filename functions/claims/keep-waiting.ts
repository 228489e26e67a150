import type { Claim } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import type { Task } from '../domain/task.ts';
import { decided, outcomeOf } from './decide.ts';

/** A biller called the payer and it needs more time, or has sent what it asked for: the follow-ups start over. */
export const keepWaiting = (claim: Claim, task: Task): ClaimChange | undefined =>
  decided(claim, task, { followUpsForgiven: claim.followUps, followedUpAt: outcomeOf(task).at });

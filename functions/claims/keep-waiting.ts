import type { Claim } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import type { Task } from '../domain/task.ts';
import { decided, outcomeOf } from './decide.ts';

/** A biller called the payer or sent what it asked for, or news withdrew the task: the follow-ups start over. */
export const keepWaiting = (claim: Claim, task: Task): ClaimChange | undefined =>
  decided(claim, task, { followUpsForgiven: claim.followUps, followedUpAt: outcomeOf(task).at });

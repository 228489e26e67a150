import type { Claim } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import type { Task } from '../domain/task.ts';
import { decided } from './decide.ts';

/** A biller called the payer and it needs more time, or news withdrew the task: the follow-ups start over. */
export const keepWaiting = (claim: Claim, task: Task): ClaimChange | undefined =>
  decided(claim, task, { followUpsForgiven: claim.followUps });

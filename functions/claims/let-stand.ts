import type { Claim } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import { toldOf } from '../domain/coordination/prior-payers.ts';
import type { Task } from '../domain/task.ts';
import { decided } from './decide.ts';

/** A biller found that what the payer decided stands with what the payers before it say now. */
export const letStand = (claim: Claim, task: Task): ClaimChange | undefined =>
  decided(claim, task, { letStand: toldOf(claim.priorPayers) });

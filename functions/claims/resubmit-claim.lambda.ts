import { changeClaim } from '../adapters/claim-store.ts';
import { getPractice } from '../adapters/practice-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { resubmitClaim } from './resubmit-claim.ts';

export const handler = taskHandler(ClaimTaskStep, async ({ practiceId, claimId, taskId }) => {
  const [practice, task] = await Promise.all([getPractice(practiceId), getTask(taskId)]);
  await changeClaim(claimId, (claim) => resubmitClaim(claim, task, practice));
  return { outcome: 'resubmitted' };
});

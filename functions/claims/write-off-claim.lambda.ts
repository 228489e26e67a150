import { changeClaim } from '../adapters/claim-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { writeOffClaim } from './parts/write-off-claim.ts';

export const handler = taskHandler(ClaimTaskStep, async ({ claimId, taskId }) => {
  const task = await getTask(taskId);
  await changeClaim(claimId, (claim) => writeOffClaim(claim, task));
  return { outcome: 'written-off' };
});

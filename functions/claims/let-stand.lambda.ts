import { changeClaim } from '../adapters/claim-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { letStand } from './let-stand.ts';

export const handler = taskHandler(ClaimTaskStep, async ({ claimId, taskId }) => {
  const task = await getTask(taskId);
  await changeClaim(claimId, (claim) => letStand(claim, task));
  return { outcome: 'stands' };
});

import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { keepWaiting } from './keep-waiting.ts';

export const handler = taskHandler(ClaimTaskStep, async ({ claimId, taskId }) => {
  const [task, { practice }] = await Promise.all([getTask(taskId), getClaimContext(claimId)]);
  await changeClaim(claimId, (claim) => keepWaiting(claim, task, practice.timeZone));
  return { outcome: 'waiting' };
});

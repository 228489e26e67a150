import { changeClaim } from '../adapters/claim-store.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { closeClaim } from './close-claim.ts';

export const handler = taskHandler(ClaimStep, async ({ claimId }) => {
  await changeClaim(claimId, closeClaim);
  return { outcome: 'closed' };
});

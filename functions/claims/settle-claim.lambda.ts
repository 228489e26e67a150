import { getClaim } from '../adapters/claim-store.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { settleClaim } from './settle-claim.ts';

export const handler = taskHandler(ClaimStep, async ({ claimId }) => ({
  outcome: settleClaim(await getClaim(claimId)),
}));

import { getClaimContext } from '../adapters/claim-context.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { settleClaim } from './settle-claim.ts';

export const handler = taskHandler(ClaimStep, async ({ claimId }) => {
  const { claim, payer } = await getClaimContext(claimId);
  return { outcome: settleClaim(claim, payer) };
});

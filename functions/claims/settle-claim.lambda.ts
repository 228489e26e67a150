import { getClaimContext } from '../adapters/claim-context.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { settleStep } from './settle-claim.ts';

export const handler = taskHandler(ClaimStep, async ({ claimId }) => {
  const { claim, payer } = await getClaimContext(claimId);
  return { outcome: settleStep(claim, payer) };
});

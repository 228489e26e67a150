import { getClaimContext } from '../adapters/claim-context.ts';
import { addClaim, changeClaim } from '../adapters/claim-store.ts';
import { startClaimLifecycle } from '../adapters/workflows.ts';
import { stepActor } from '../domain/actor.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { billNextPayer, claimForNextPayer } from './bill-next-payer.ts';

/** Makes the next payer's claim and starts its lifecycle before it ends this one: nothing falls between the two. */
export const handler = taskHandler(ClaimStep, async ({ practiceId, claimId }) => {
  const { claim, payer } = await getClaimContext(claimId);
  if (claim.status === 'closed') return { outcome: 'billed' };
  const { name: payerName, claimFilingIndicator } = payer;
  const next = claimForNextPayer(claim, { payerName, claimFilingIndicator }, new Date().toISOString());
  await addClaim(next, {
    type: 'generated',
    actor: stepActor('bill-next-payer'),
    detail: { after: claimId },
  });
  await startClaimLifecycle(next.claimId, { practiceId, claimId: next.claimId });
  await changeClaim(claimId, (before) => billNextPayer(before, next.claimId));
  return { outcome: 'billed' };
});

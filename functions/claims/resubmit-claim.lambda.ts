import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { feesFor } from '../adapters/practices/fee-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { resubmitClaim } from './resubmit-claim.ts';

export const handler = taskHandler(ClaimTaskStep, async ({ practiceId, claimId, taskId }) => {
  const [{ claim: before, practice, payer }, task] = await Promise.all([
    getClaimContext(claimId),
    getTask(taskId),
  ]);
  const services = task.outcome?.correction?.codes?.services ?? before.lines;
  const fees = await feesFor(
    practiceId,
    payer.payerId,
    services.map(({ procedure }) => procedure),
  );
  await changeClaim(claimId, (claim) => resubmitClaim(claim, task, practice, { payer, fees }));
  return { outcome: 'resubmitted' };
});

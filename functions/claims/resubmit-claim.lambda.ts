import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { readObject } from '../adapters/documents.ts';
import { mendingEffects } from '../adapters/patients/mending-effects.ts';
import { feesFor } from '../adapters/practices/fee-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { getTask } from '../adapters/task-store.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { proposeMending } from '../patients/mending/propose-mending.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { sendDocuments } from './parts/send-documents.ts';
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
  const after = await changeClaim(claimId, (claim) => resubmitClaim(claim, task, practice, { payer, fees }));
  await sendDocuments(
    after,
    task,
    { payer, practice },
    {
      sendToPartner,
      readPacket: ({ key }) => readObject('intake', key),
    },
  );
  await proposeMending(after, task.outcome, new Date(), {
    ...mendingEffects,
    raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
  });
  return { outcome: 'resubmitted' };
});

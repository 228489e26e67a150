import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { appealClaim, appealLetter } from './appeal-claim.ts';

/** The letter goes out before the claim says so: a step that runs again sends the same letter once. */
export const handler = taskHandler(ClaimTaskStep, async ({ claimId, taskId }) => {
  const [{ claim, practice, payer }, task] = await Promise.all([getClaimContext(claimId), getTask(taskId)]);
  await sendToPartner({
    partnerId: payer.partnerId,
    practiceId: claim.practiceId,
    transaction: 'appeal',
    purpose: taskId,
    claimId,
    submissionNumber: claim.submissions.length,
    render: () => appealLetter(claim, task, practice, payer),
  });
  await changeClaim(claimId, (before) => appealClaim(before, task));
  return { outcome: 'appealed' };
});

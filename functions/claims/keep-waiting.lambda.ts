import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { readObject } from '../adapters/documents.ts';
import { getTask } from '../adapters/task-store.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { keepWaiting } from './keep-waiting.ts';
import { sendDocuments } from './parts/send-documents.ts';

export const handler = taskHandler(ClaimTaskStep, async ({ claimId, taskId }) => {
  const [task, context] = await Promise.all([getTask(taskId), getClaimContext(claimId)]);
  const after = await changeClaim(claimId, (claim) => keepWaiting(claim, task, context.practice.timeZone));
  await sendDocuments(after, task, context, {
    sendToPartner,
    readPacket: ({ key }) => readObject('intake', key),
  });
  return { outcome: 'waiting' };
});

import { getClaim } from '../adapters/claim-store.ts';
import { batchEffects } from '../adapters/outbox/batch-effects.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { sendFullBatch } from './send-full-batch.ts';

export const handler = taskHandler(ClaimStep, async ({ claimId }) => {
  const { submissions } = await getClaim(claimId);
  return sendFullBatch({ claimId, submissionNumber: submissions.length }, new Date(), batchEffects);
});

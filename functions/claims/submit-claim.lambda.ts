import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { findQueued, queueClaim, removeQueued } from '../adapters/outbox/outbox-store.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { submitClaim } from './submit-claim.ts';

export const handler = taskHandler(ClaimStep, ({ claimId }) =>
  submitClaim(claimId, new Date(), { getClaimContext, changeClaim, findQueued, queueClaim, removeQueued }),
);

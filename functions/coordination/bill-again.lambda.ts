import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { billAgain } from './bill-again.ts';

export const handler = taskHandler(ClaimStep, ({ claimId }) =>
  billAgain(claimId, { getClaimContext, changeClaim }),
);

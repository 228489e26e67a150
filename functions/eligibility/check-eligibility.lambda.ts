import { getClaimContext } from '../adapters/claim-context.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { checkEligibility } from './check-eligibility.ts';

export const handler = taskHandler(ClaimStep, ({ claimId }) =>
  checkEligibility(claimId, new Date(), { getClaimContext, sendToPartner }),
);

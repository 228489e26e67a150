import { z } from 'zod';
import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { closeInquiry, followUpClaim } from './follow-up-claim.ts';

export const handler = taskHandler(
  ClaimStep.extend({ inquiry: z.int().optional().describe('a status inquiry that went unanswered') }),
  async ({ claimId, inquiry }) => {
    if (inquiry !== undefined) await changeClaim(claimId, (claim) => closeInquiry(claim, inquiry));
    const { claim, payer } = await getClaimContext(claimId);
    return { wait: null, ...followUpClaim(claim, payer, new Date()) };
  },
);

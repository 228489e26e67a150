import { z } from 'zod';
import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { findPace } from '../adapters/follow-up/pace-store.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { followUpClaim } from './follow-up-claim.ts';

export const handler = taskHandler(
  ClaimStep.extend({ inquiry: z.int().optional().describe('a status inquiry that went unanswered') }),
  (step) => followUpClaim(step, new Date(), { getClaimContext, changeClaim, findPace }),
);

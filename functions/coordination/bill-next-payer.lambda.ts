import { z } from 'zod';
import { getClaimContext } from '../adapters/claim-context.ts';
import { addClaim, changeClaim, findClaim } from '../adapters/claim-store.ts';
import { getPayer } from '../adapters/practices/practice-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { startClaimLifecycle } from '../adapters/workflows.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { withdrawOutdated } from '../tasks/withdraw-outdated.ts';
import { billNextPayer } from './bill-next-payer.ts';

export const handler = taskHandler(ClaimStep.extend({ taskId: z.string().optional() }), (step) =>
  billNextPayer(step, new Date(), {
    getClaimContext,
    getPayer,
    addClaim,
    findClaim,
    startClaimLifecycle,
    changeClaim,
    answerWait,
    getTask,
    withdrawOutdated: (claim) => withdrawOutdated(claim, new Date(), withdrawalEffects),
  }),
);

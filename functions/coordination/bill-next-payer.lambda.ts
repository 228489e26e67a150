import { z } from 'zod';
import { getClaimContext } from '../adapters/claim-context.ts';
import { addClaim, changeClaim, findClaim } from '../adapters/claim-store.ts';
import { mendingEffects } from '../adapters/patients/mending-effects.ts';
import { getPayer } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { getTask } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { startClaimLifecycle } from '../adapters/workflows.ts';
import { ClaimStep } from '../domain/step.ts';
import { proposeMending } from '../patients/mending/propose-mending.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
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
    payersDecided: (claim, { outcome }) =>
      proposeMending(claim, outcome, new Date(), {
        ...mendingEffects,
        raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
      }),
    withdrawOutdated: (claim) => withdrawOutdated(claim, new Date(), withdrawalEffects),
  }),
);

import { z } from 'zod';
import { changeClaim, getClaim } from '../adapters/claim-store.ts';
import { forgetFound, foundOf } from '../adapters/outbox/found-sent-store.ts';
import { stopExecution } from '../adapters/workflows.ts';
import { ClaimStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { openClaim } from './open-claim.ts';

export const handler = taskHandler(ClaimStep.extend({ executionArn: z.string() }), (step) =>
  openClaim(step, { getClaim, changeClaim, stopLifecycle: stopExecution, foundOf, forgetFound }),
);

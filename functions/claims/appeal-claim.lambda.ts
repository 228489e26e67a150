import { getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { readObject } from '../adapters/documents.ts';
import { getTask } from '../adapters/task-store.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { appealClaim } from './appeal-claim.ts';

export const handler = taskHandler(ClaimTaskStep, (step) =>
  appealClaim(step, {
    getClaimContext,
    getTask,
    sendToPartner,
    readPacket: ({ key }) => readObject('intake', key),
    changeClaim,
  }),
);

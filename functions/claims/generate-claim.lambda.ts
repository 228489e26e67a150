import { addClaim, changeClaim, findClaim } from '../adapters/claim-store.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { feesFor } from '../adapters/practices/fee-store.ts';
import { getPayer, getPractice } from '../adapters/practices/practice-store.ts';
import { visitOf } from '../adapters/visits/visit-reference-store.ts';
import { startClaimLifecycle } from '../adapters/workflows.ts';
import { EncounterStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { generateClaim } from './generate-claim.ts';

export const handler = taskHandler(EncounterStep, async (step) =>
  generateClaim(await visitOf(step), new Date(), {
    getEncounter,
    getPractice,
    getPayer,
    addClaim,
    changeClaim,
    findClaim,
    changeEncounter,
    feesFor,
    startClaimLifecycle,
  }),
);

import { currentCodeSets } from '../adapters/code-sets/current-code-sets.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { recordsOfPatient } from '../adapters/patients/patient-history.ts';
import { outcomesOf } from '../adapters/payments/line-outcome-store.ts';
import { findPayer, getPractice } from '../adapters/practices/practice-store.ts';
import { rulesInForce } from '../adapters/practices/version-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { visitOf } from '../adapters/visits/visit-reference-store.ts';
import { EncounterStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { scrubEncounter } from './scrub-encounter.ts';

export const handler = taskHandler(EncounterStep, async (step) =>
  scrubEncounter(await visitOf(step), new Date(), {
    getEncounter,
    getPractice,
    findPayer,
    rulesInForce,
    recordsOfPatient,
    outcomesOf,
    changeEncounter,
    raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
  }),
).use(currentCodeSets);

import { z } from 'zod';
import { currentCodeSets } from '../adapters/code-sets/current-code-sets.ts';
import { addTermDecisions, forgetReview } from '../adapters/coder-memory-store.ts';
import { changeEncounter } from '../adapters/encounter-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { visitOf } from '../adapters/visits/visit-reference-store.ts';
import { EncounterStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type AcceptCodesOutcome, acceptAndLearn } from './accept-and-learn.ts';

export const handler = taskHandler(
  EncounterStep.extend({ taskId: z.string().optional() }),
  async (step): Promise<{ outcome: AcceptCodesOutcome }> => ({
    outcome: await acceptAndLearn(
      { ...(await visitOf(step)), taskId: step.taskId },
      { getTask, changeEncounter, addTermDecisions, forgetReview },
    ),
  }),
).use(currentCodeSets);

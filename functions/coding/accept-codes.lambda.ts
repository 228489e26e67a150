import { z } from 'zod';
import { addTermDecisions } from '../adapters/coder-memory-store.ts';
import { changeEncounter } from '../adapters/encounter-store.ts';
import { getTask } from '../adapters/task-store.ts';
import type { Encounter } from '../domain/encounter.ts';
import { EncounterStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { acceptCodes, firstReviewBy } from './accept-codes.ts';
import { learnFromReview } from './learn-from-review.ts';

export const handler = taskHandler(
  EncounterStep.extend({ taskId: z.string().optional() }),
  async ({ taskId, ...id }) => {
    const task = taskId ? await getTask(taskId) : undefined;
    const now = new Date().toISOString();
    const encounter = await changeEncounter(id, (before) => acceptCodes(before, task, now));
    if (taskId) await learn(encounter, taskId);
    return { outcome: 'accepted' };
  },
);

/** Also when the codes were taken before: a run that died in between has not learned yet, and the store counts once. */
const learn = async (encounter: Encounter, taskId: string): Promise<void> => {
  const review = firstReviewBy(encounter, taskId);
  const dateOfService = encounter.registration?.dateOfService;
  if (!review || !dateOfService) return;
  await addTermDecisions(encounter.practiceId, taskId, learnFromReview(review, dateOfService));
};

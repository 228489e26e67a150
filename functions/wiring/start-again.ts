import { findClaim } from '../adapters/claim-store.ts';
import { changeEncounter, findEncounter } from '../adapters/encounter-store.ts';
import { findRestarts, saveRestarts } from '../adapters/sweep/restarts-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { findTask } from '../adapters/task-store.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { findExecution, startClaimLifecycle, startCoding } from '../adapters/workflows.ts';
import type { Task } from '../domain/task.ts';
import type { DrivingEffects } from '../sweep/driving.ts';
import { startAgainByTask } from '../sweep/start-again-by-task.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { withdrawTask } from '../tasks/withdraw-outdated.ts';

/** What looking after claims and visits does to the world. */
export const drivingEffects: DrivingEffects = {
  findRestarts,
  saveRestarts,
  startClaimLifecycle,
  startCoding,
  changeEncounter,
  findLifecycle: (name) => findExecution('claim-lifecycle', name),
  findCoding: (name) => findExecution('coding', name),
  raiseTask: (draft, subject) => raiseTask(draft, subject, taskEffects),
  withdrawStopped: async (taskId) => {
    const task = await findTask(taskId);
    if (task?.status === 'open')
      await withdrawTask(task, { now: new Date(), note: 'The work goes on by itself.' }, withdrawalEffects);
  },
  now: () => new Date(),
};

/** Starts a claim or a visit again as a person decided on the task that asked. */
export const startAgain = (task: Task) =>
  startAgainByTask(task, { ...drivingEffects, findClaim, findEncounter });

import { z } from 'zod';
import { claimsByStatus } from '../adapters/claim-store.ts';
import { changeEncounter, encountersByStatus } from '../adapters/encounter-store.ts';
import { listPractices } from '../adapters/practice-store.ts';
import { tasksByStatus, tasksOfClaim, tasksOfEncounter } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import {
  runningExecutions,
  startClaimLifecycle,
  startCoding,
  startTaskClock,
} from '../adapters/workflows.ts';
import { ClaimStatus } from '../domain/claim.ts';
import { shortDigest } from '../domain/digest.ts';
import type { Task } from '../domain/task.ts';
import { logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { answerWaiting } from '../tasks/complete-task.ts';
import {
  clocklessTasks,
  clockNameOf,
  type Driven,
  restartName,
  strandedBy,
  unappliedTasks,
  untakenTasks,
} from './sweep-records.ts';

const openClaims = ClaimStatus.options.filter((status) => status !== 'closed');

/** Statuses in which the coding workflow drives an encounter. */
const openEncounters = ['documented', 'coding', 'coded'] as const;

/**
 * Starts again whatever is open and has no running execution: claims, encounters, the clocks of tasks; and hands
 * decisions again to whoever waits for them. A restarted workflow replays from the records, and the first answer to
 * a wait stands, so doing it once too often does nothing twice.
 */
export const handler = taskHandler(z.object({}), async () => {
  const swept = { claims: 0, encounters: 0, tasks: 0 };
  for (const { practiceId } of await listPractices()) {
    swept.claims += await sweepClaims(practiceId);
    swept.encounters += await sweepEncounters(practiceId);
    swept.tasks += await sweepTasks(practiceId);
  }
  logger.info('Swept', swept);
  return swept;
});

const all = async <S, R extends Driven>(
  list: (status: S) => Promise<R[]>,
  statuses: readonly S[],
): Promise<R[]> => (await Promise.all(statuses.map(list))).flat();

const sweepClaims = async (practiceId: string): Promise<number> => {
  const claims = await all((status) => claimsByStatus(practiceId, status), openClaims);
  for (const claim of claims) await answerAgain(unappliedTasks(claim, await tasksOfClaim(claim.claimId)));
  const now = new Date();
  const stranded = strandedBy(claims, await runningExecutions('claim-lifecycle'), now);
  for (const { claimId } of stranded) {
    await startClaimLifecycle(restartName(claimId, now), { practiceId, claimId });
  }
  return stranded.length;
};

const sweepEncounters = async (practiceId: string): Promise<number> => {
  const encounters = await all((status) => encountersByStatus(practiceId, status), openEncounters);
  const complete = encounters.filter(({ registration, document }) => registration && document);
  for (const encounter of complete) {
    await answerAgain(untakenTasks(encounter, await tasksOfEncounter(practiceId, encounter.encounterId)));
  }
  const now = new Date();
  const stranded = strandedBy(complete, await runningExecutions('coding'), now);
  for (const { encounterId } of stranded) {
    const id = { practiceId, encounterId };
    const executionArn = await startCoding(restartName(shortDigest(`${practiceId}/${encounterId}`), now), id);
    await changeEncounter(id, () => ({ executionArn }));
  }
  return stranded.length;
};

/** A crash between closing a task and answering would leave a workflow waiting for ever. */
const answerAgain = async (tasks: readonly Task[]): Promise<void> => {
  for (const task of tasks) await answerWaiting(task, { answerWait });
};

const sweepTasks = async (practiceId: string): Promise<number> => {
  const open = await tasksByStatus(practiceId, 'open');
  const now = new Date();
  const stranded = clocklessTasks(open, await runningExecutions('task-clock'), now);
  for (const { taskId, remindAt, due } of stranded) {
    await startTaskClock(restartName(clockNameOf(taskId), now), { taskId, remindAt, due });
  }
  return stranded.length;
};

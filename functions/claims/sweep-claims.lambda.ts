import { z } from 'zod';
import { claimsByStatus } from '../adapters/claim-store.ts';
import { changeEncounter, encountersByStatus } from '../adapters/encounter-store.ts';
import { listPractices } from '../adapters/practice-store.ts';
import { tasksByStatus } from '../adapters/task-store.ts';
import {
  runningExecutions,
  startClaimLifecycle,
  startCoding,
  startTaskClock,
} from '../adapters/workflows.ts';
import { ClaimStatus } from '../domain/claim.ts';
import { logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { clocklessTasks, clockNameOf, type Driven, strandedBy } from './sweep-claims.ts';

const openClaims = ClaimStatus.options.filter((status) => status !== 'closed');

/** Statuses in which the coding workflow drives an encounter. */
const openEncounters = ['documented', 'coding', 'coded'] as const;

/**
 * Starts again whatever is open and has no running execution: claims, encounters, the clocks of tasks. A restarted
 * workflow replays from the records, so starting once too often does nothing twice.
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
  const stranded = strandedBy(claims, await runningExecutions('claim-lifecycle'), new Date());
  for (const { claimId, version } of stranded) {
    await startClaimLifecycle(`${claimId}-${version}`, { practiceId, claimId });
  }
  return stranded.length;
};

const sweepEncounters = async (practiceId: string): Promise<number> => {
  const encounters = await all((status) => encountersByStatus(practiceId, status), openEncounters);
  const complete = encounters.filter(({ registration, document }) => registration && document);
  const stranded = strandedBy(complete, await runningExecutions('coding'), new Date());
  for (const { encounterId, version } of stranded) {
    const id = { practiceId, encounterId };
    const executionArn = await startCoding(`${clockNameOf(`${practiceId}/${encounterId}`)}-${version}`, id);
    if (executionArn) await changeEncounter(id, () => ({ executionArn }));
  }
  return stranded.length;
};

const sweepTasks = async (practiceId: string): Promise<number> => {
  const open = await tasksByStatus(practiceId, 'open');
  const stranded = clocklessTasks(open, await runningExecutions('task-clock'), new Date());
  for (const { taskId, remindAt, due } of stranded) {
    await startTaskClock(`${clockNameOf(taskId)}-${Date.now()}`, { taskId, remindAt, due });
  }
  return stranded.length;
};

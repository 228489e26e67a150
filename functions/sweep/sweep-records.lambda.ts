import { z } from 'zod';
import { claimsByStatus, findClaim } from '../adapters/claim-store.ts';
import { forgetReview } from '../adapters/coder-memory-store.ts';
import { changeEncounter, encountersByStatus } from '../adapters/encounter-store.ts';
import { listPractices } from '../adapters/practices/practice-store.ts';
import { saveOpenTask, tasksByStatus, tasksOfClaim, tasksOfEncounter } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { runningExecutions, startClaimLifecycle, startCoding, stopExecution } from '../adapters/workflows.ts';
import { logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { answerWaiting } from '../tasks/decide-task.ts';
import { releaseKept } from '../tasks/desks/kept-correction.ts';
import { wakeUndone } from '../tasks/undo/undo-decision.ts';
import { finishUndo } from '../tasks/undo/undo-visit.ts';
import { withdrawOutdated } from '../tasks/withdraw-outdated.ts';
import { type SweepEffects, sweepRecords } from './sweep-records.ts';

const effects: SweepEffects = {
  listPractices,
  findClaim,
  claimsByStatus,
  encountersByStatus,
  tasksByStatus,
  tasksOfClaim,
  tasksOfEncounter,
  runningLifecycles: () => runningExecutions('claim-lifecycle'),
  runningCodings: () => runningExecutions('coding'),
  startClaimLifecycle,
  stopLifecycle: stopExecution,
  startCoding,
  changeEncounter,
  answerTask: (task) => answerWaiting(task, { answerWait }),
  wakeUndone: (claim) => wakeUndone(claim, { answerWait }),
  finishUndo: (encounter) => finishUndo(encounter, { answerWait, forgetReview }),
  withdrawOutdated: (claim) => withdrawOutdated(claim, new Date(), withdrawalEffects),
  releaseKept: (open) => releaseKept(open, new Date(), { ...withdrawalEffects, saveOpenTask }),
  now: () => new Date(),
  swept: (counts) => logger.info('Swept', counts),
};

export const handler = taskHandler(z.object({}), () => sweepRecords(effects));

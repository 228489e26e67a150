import { claimsOfEncounter, findClaim } from '../adapters/claim-store.ts';
import { forgetReview } from '../adapters/coder-memory-store.ts';
import { findQueued } from '../adapters/outbox/outbox-store.ts';
import { findOpen, openPage } from '../adapters/sweep/open-pages.ts';
import { findSweep, saveSweep } from '../adapters/sweep/sweep-store.ts';
import { saveOpenTask, tasksOfClaim, tasksOfEncounter, tasksToCarryOut } from '../adapters/task-store.ts';
import { answerWait, findWait } from '../adapters/wait-store.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { stopNamed } from '../adapters/workflows.ts';
import { SweepShare } from '../domain/restarts/sweep.ts';
import { waits } from '../domain/wait.ts';
import { describeError, logger } from '../runtime/observability.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { answerWaiting } from '../tasks/decide-task.ts';
import { releaseKept } from '../tasks/desks/kept-correction.ts';
import { wakeUndone } from '../tasks/undo/undo-decision.ts';
import { finishUndo } from '../tasks/undo/undo-visit.ts';
import { carryOut, withdraw } from '../wiring/follow-decisions.ts';
import { drivingEffects } from '../wiring/start-again.ts';
import { type SweepPracticeEffects, sweepPractice } from './sweep-practice.ts';

const effects: SweepPracticeEffects = {
  ...drivingEffects,
  ...{ findSweep, saveSweep, openPage, findOpen, tasksToCarryOut, carryOut },
  ...{ findClaim, claimsOfEncounter, tasksOfClaim, tasksOfEncounter, findWait },
  transmissionWait: async ({ claimId, submissions }) => {
    const queued = await findQueued({ claimId, submissionNumber: submissions.length });
    return queued && waits.transmission(claimId, queued.submissionNumber, queued.queuedAt);
  },
  stopLifecycle: (name) => stopNamed('claim-lifecycle', name),
  stopCoding: (name) => stopNamed('coding', name),
  answerTask: (task) => answerWaiting(task, { answerWait }),
  wakeUndone: (claim) => wakeUndone(claim, { answerWait }),
  finishUndo: (encounter) => finishUndo(encounter, { answerWait, forgetReview }),
  withdrawOutdated: withdraw,
  releaseKept: (open) => releaseKept(open, new Date(), { ...withdrawalEffects, saveOpenTask }),
  failed: (recordId, error) =>
    logger.error('A record could not be looked after', { recordId, ...describeError(error) }),
  swept: (counts) => logger.info('Looked after a practice', { ...counts }),
};

export const handler = queueHandler(SweepShare, (share) => sweepPractice(share, effects));

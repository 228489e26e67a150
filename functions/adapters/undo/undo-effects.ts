import { claimsOfEncounter, findClaim, writeTogether } from '../claim-store.ts';
import { forgetReview } from '../coder-memory-store.ts';
import { changeEncounter, findEncounter } from '../encounter-store.ts';
import { findOutbox, findQueued } from '../outbox/outbox-store.ts';
import { taskEffects } from '../task-effects.ts';
import { closeTask, findTask, reopenTask, tasksOfEncounter } from '../task-store.ts';
import { answerWait, endRound } from '../wait-store.ts';
import { startClaimLifecycle, startCoding } from '../workflows.ts';
import { writeVisitUndo } from './visit-undo-store.ts';

/** What taking a decision back does to the world. */
export const undoEffects = {
  ...taskEffects,
  ...{ findClaim, findQueued, findOutbox, writeTogether },
  ...{ closeTask, findTask, reopenTask },
  ...{ answerWait, endRound, startClaimLifecycle },
  ...{ findEncounter, changeEncounter, claimsOfEncounter, tasksOfEncounter },
  ...{ writeVisitUndo, startCoding, forgetReview },
};

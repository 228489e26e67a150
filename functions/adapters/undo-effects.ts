import { findClaim, writeTogether } from './claim-store.ts';
import { findOutbox, findQueued } from './outbox/outbox-store.ts';
import { resetClock, taskEffects } from './task-effects.ts';
import { closeTask, findTask, reopenTask } from './task-store.ts';
import { answerWait, ringWait } from './wait-store.ts';
import { startClaimLifecycle } from './workflows.ts';

/** What taking a decision back does to the world. */
export const undoEffects = {
  ...taskEffects,
  ...{ findClaim, findQueued, findOutbox, writeTogether },
  ...{ closeTask, findTask, reopenTask },
  ...{ answerWait, ringWait, startClaimLifecycle },
  setClock: resetClock,
};

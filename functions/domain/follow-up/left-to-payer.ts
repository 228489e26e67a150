import type { Claim } from '../claim.ts';
import { decidedAbout } from '../position.ts';
import { standingDecisions } from '../undo/undone.ts';

/**
 * Whether a person waits on although the payer has denied: for the original of a duplicate (CARC 18), say, or for the
 * payer to whom the claim was handed on (B11). What the payer decides anew is asked again at once.
 */
export const isLeftToPayer = (claim: Claim): boolean => {
  const last = standingDecisions(claim).at(-1);
  if (claim.status !== 'adjudicated' || last?.action !== 'keep-waiting' || !last.taskId.includes('-denial'))
    return false;
  const { taskId, about = [] } = claim.beforeDecision ?? {};
  return taskId === last.taskId && about.toSorted().join() === decidedAbout(claim).toSorted().join();
};

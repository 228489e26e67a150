import type { Claim } from '../claim.ts';
import type { Decision } from './decision.ts';

/** The action by which a decision is taken back; the entry names the task of the decision. */
export const undo = 'undo';

/** The decisions of a claim that were not taken back, in their order. */
export const standingDecisions = ({ decisions }: Pick<Claim, 'decisions'>): readonly Decision[] => {
  const undone = new Set(decisions.flatMap(({ action, taskId }) => (action === undo ? taskId : [])));
  return decisions.filter(({ taskId }) => !undone.has(taskId));
};

/** How a decision on a task was taken back; undefined where it was not. */
export const undoneBy = ({ decisions }: Pick<Claim, 'decisions'>, taskId: string): Decision | undefined =>
  decisions.find((one) => one.taskId === taskId && one.action === undo);

/** The undo that nothing was decided after: what it gave back is to be asked again. */
export const lastUndo = ({ decisions }: Pick<Claim, 'decisions'>): Decision | undefined => {
  const last = decisions.at(-1);
  return last?.action === undo ? last : undefined;
};

/** Statuses in which nobody but an earlier task says that a person is to act. */
const awaitsPayer: readonly Claim['status'][] = ['submitted', 'accepted', 'appealed'];

/** Whether a decision on a payer's silence was taken back: a person is asked again, and the payer is not. */
export const asksAgainOfSilence = (claim: Claim): boolean =>
  awaitsPayer.includes(claim.status) && (lastUndo(claim)?.taskId.endsWith('-no-answer') ?? false);

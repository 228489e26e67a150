import type { Claim } from '../claim.ts';
import { Desk } from '../practice.ts';
import type { Task } from '../task.ts';
import { claimTaskId } from './basis.ts';

/** The ids of the tasks that desks may share a claim in, of all its rounds: a task stays open while others are decided. */
export const sharedTaskIds = (claim: Pick<Claim, 'claimId' | 'decisions'>): readonly string[] =>
  [...claim.decisions.keys(), claim.decisions.length].flatMap((round) =>
    Desk.options.map((desk) =>
      claimTaskId({ ...claim, decisions: claim.decisions.slice(0, round) }, 'denial', desk),
    ),
  );

/** Those of them that were raised. */
export const findSharedTasks = async (
  claim: Pick<Claim, 'claimId' | 'decisions'>,
  findTask: (taskId: string) => Promise<Task | undefined>,
): Promise<readonly Task[]> => {
  const found = await Promise.all(sharedTaskIds(claim).map(findTask));
  return found.filter((task) => task !== undefined);
};

/** Whether a correction has waited long enough: every desk has corrected, or a first one is reminded of its task. */
export const isToGoOut = (open: readonly Task[], now: Date): boolean => {
  const kept = open.filter((task) => task.kept !== undefined);
  if (kept.length === 0) return false;
  return kept.length === open.length || kept.some(({ remindAt }) => remindAt <= now.toISOString());
};

import type { Claim } from '../domain/claim.ts';
import type { Suspect } from '../domain/restarts/sweep.ts';
import { waitsOfClaim } from '../domain/restarts/to-look-after.ts';
import type { Task } from '../domain/task.ts';
import { isOutdated } from '../domain/tasks/basis.ts';
import { isToGoOut } from '../domain/tasks/shared-tasks.ts';
import { lastUndo } from '../domain/undo/undone.ts';
import { driveOfClaim } from './driving.ts';
import { type Looked, type LookTwiceEffects, lookTwice } from './look-twice.ts';
import { unappliedTasks } from './unapplied-tasks.ts';

export type SweepClaimEffects = LookTwiceEffects & {
  readonly tasksOfClaim: (claimId: string) => Promise<readonly Task[]>;
  /** What of a claim waits for its file, as its lifecycle awaits it; undefined where nothing does. */
  readonly transmissionWait: (claim: Claim) => Promise<string | undefined>;
  readonly stopLifecycle: (name: string) => Promise<void>;
  /** Hands the decision of a task to whoever waits for it. */
  readonly answerTask: (task: Task) => Promise<void>;
  /** Lets a lifecycle look again whose claim had a decision taken back, which a crash kept from it. */
  readonly wakeUndone: (claim: Claim) => Promise<void>;
  /** Withdraws what a crash kept from being withdrawn when the news came. */
  readonly withdrawOutdated: (claim: Claim) => Promise<void>;
  /** Sends out the corrections that open tasks of one claim have kept for each other. */
  readonly releaseKept: (open: readonly Task[]) => Promise<unknown>;
};

/** Looks after an open claim: decisions that have not reached it, questions it has left behind, and who drives it. */
export const sweepClaim = async (
  claim: Claim,
  seen: Suspect | undefined,
  effects: SweepClaimEffects,
): Promise<Looked> => {
  const tasks = await effects.tasksOfClaim(claim.claimId);
  for (const task of unappliedTasks(claim, tasks)) await effects.answerTask(task);
  if (lastUndo(claim)) await effects.wakeUndone(claim);
  if (tasks.some((task) => task.status === 'open' && isOutdated(task, claim)))
    await effects.withdrawOutdated(claim);
  else await releaseInTime(tasks, effects);
  const waitIds = async (): Promise<readonly string[]> => {
    const isSent = claim.submissions.at(-1)?.sentAt !== undefined;
    const transmission = isSent ? undefined : await effects.transmissionWait(claim);
    return [...(transmission ? [transmission] : []), ...waitsOfClaim(claim, tasks)];
  };
  return lookTwice(driveOfClaim(claim, effects), { waitIds, stop: effects.stopLifecycle }, seen, effects);
};

/** A correction waits for other desks no longer than until a first one is reminded, well before a limit ends. */
const releaseInTime = async (
  tasks: readonly Task[],
  { releaseKept, now }: Pick<SweepClaimEffects, 'releaseKept' | 'now'>,
): Promise<void> => {
  const open = tasks.filter(({ status, share }) => status === 'open' && share !== undefined);
  if (isToGoOut(open, now())) await releaseKept(open);
};

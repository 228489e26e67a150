import { isUnswept, newSweep, type Sweep, type SweepShare, sharesOf } from '../domain/restarts/sweep.ts';
import type { Task } from '../domain/task.ts';
import { clocklessTasks, clockNameOf, restartName } from './stranded-records.ts';

export type SweepEffects = {
  readonly listPractices: () => Promise<readonly { readonly practiceId: string }[]>;
  readonly findSweep: (practiceId: string) => Promise<Sweep | undefined>;
  readonly saveSweep: (practiceId: string, sweep: Sweep) => Promise<void>;
  /** Has a share of what is open of a practice looked after. */
  readonly handShareOn: (share: SweepShare, at: Date) => Promise<void>;
  readonly tasksByStatus: (practiceId: string, status: Task['status']) => Promise<Task[]>;
  /** The ARNs of the running clocks of tasks. */
  readonly runningClocks: () => Promise<ReadonlySet<string>>;
  readonly startTaskClock: (
    name: string,
    input: Pick<Task, 'taskId' | 'remindAt' | 'due'>,
  ) => Promise<unknown>;
  readonly now: () => Date;
  readonly swept: (counts: Swept) => void;
};

/** How many clocks were set again, and how many practices nobody has looked after for three sweeps. */
export type Swept = { readonly tasks: number; readonly practices: number; readonly unswept: number };

/**
 * Has what is open of each practice looked after, a share each: claims and visits that no execution drives, or that wait
 * for nothing, and decisions that a crash kept from whoever waits for them. Where much is open a round takes several
 * sweeps; the work of one is bounded (`recordsPerSweep`).
 */
export const sweepRecords = async (effects: SweepEffects): Promise<Swept> => {
  const now = effects.now();
  const practices = await effects.listPractices();
  const sweeps = new Map<string, Sweep>();
  let tasks = 0;
  for (const { practiceId } of practices) {
    sweeps.set(practiceId, await sweepOf(practiceId, now, effects));
    tasks += await sweepTasks(practiceId, effects);
  }
  for (const share of sharesOf(sweeps)) await effects.handShareOn(share, now);
  const unswept = [...sweeps.values()].filter((sweep) => isUnswept(sweep, now)).length;
  const swept = { tasks, practices: practices.length, unswept };
  effects.swept(swept);
  return swept;
};

/** A practice that is new has its sweep from now on: that none comes shows as well. */
const sweepOf = async (
  practiceId: string,
  now: Date,
  { findSweep, saveSweep }: SweepEffects,
): Promise<Sweep> => {
  const found = await findSweep(practiceId);
  if (found) return found;
  const sweep = newSweep(now);
  await saveSweep(practiceId, sweep);
  return sweep;
};

const sweepTasks = async (practiceId: string, effects: SweepEffects): Promise<number> => {
  const open = await effects.tasksByStatus(practiceId, 'open');
  const now = effects.now();
  const stranded = clocklessTasks(open, await effects.runningClocks(), now);
  for (const { taskId, remindAt, due } of stranded) {
    await effects.startTaskClock(restartName(clockNameOf(taskId), now), { taskId, remindAt, due });
  }
  return stranded.length;
};

import type { Claim } from '../domain/claim.ts';
import type { Encounter } from '../domain/encounter.ts';
import type { Task } from '../domain/task.ts';
import { isDecidedBeside } from '../domain/tasks/carried-out.ts';

const isDecided = (task: Task): boolean =>
  task.status === 'done' && task.outcome !== undefined && !isDecidedBeside(task.kind);

/** Decided tasks of a claim whose decision has not reached it. */
export const unappliedTasks = ({ decisions }: Claim, tasks: readonly Task[]): Task[] =>
  tasks.filter((task) => isDecided(task) && !decisions.some(({ taskId }) => taskId === task.taskId));

/** Decided tasks of an encounter whose codes have not reached it. */
export const untakenTasks = (
  { codesAcceptedFor, restartedFor }: Encounter,
  tasks: readonly Task[],
): Task[] => {
  const taken = new Set([...codesAcceptedFor, ...restartedFor]);
  return tasks.filter((task) => isDecided(task) && !task.claimId && !taken.has(task.taskId));
};

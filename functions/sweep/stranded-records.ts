import type { Claim } from '../domain/claim.ts';
import type { Encounter } from '../domain/encounter.ts';
import { stemOf } from '../domain/follow-up/open-records.ts';
import type { Task } from '../domain/task.ts';

/** A record that an execution drives. */
export type Driven = { readonly createdAt: string; readonly executionArn?: string | undefined };

/** A record as young as this may be about to get its execution from the step that made it. */
const graceMs = 5 * 60_000;

const isYoung = (createdAt: string, now: Date): boolean => now.getTime() - Date.parse(createdAt) < graceMs;

/** The records whose execution is gone, or never came within the grace. */
export const strandedBy = <R extends Driven>(
  records: readonly R[],
  running: ReadonlySet<string>,
  now: Date,
): R[] =>
  records.filter(({ executionArn, createdAt }) =>
    executionArn ? !running.has(executionArn) : !isYoung(createdAt, now),
  );

/**
 * The lifecycles that run beside another one of the same claim. They are named after their claim. Of what is awaited one
 * of them alone has the token, and nobody can tell which: none of them is left, and the claim is started again.
 */
export const besideOthers = (
  claims: readonly Pick<Claim, 'claimId' | 'executionArn'>[],
  running: ReadonlySet<string>,
): string[] => {
  const byClaim = Map.groupBy(running, stemOf);
  return claims.flatMap(({ claimId, executionArn }) => {
    const all = byClaim.get(claimId) ?? [];
    // The claim's own first: a crash after it leaves the claim stranded, which the next sweep sees.
    const own = all.filter((one) => one === executionArn);
    return all.length > 1 ? [...own, ...all.filter((one) => one !== executionArn)] : [];
  });
};

const isDecided = ({ status, outcome }: Task): boolean => status === 'done' && outcome !== undefined;

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

const minuteMs = 60_000;

/** A name of its own for each minute: sweeping twice starts once, and one that failed at its start can be tried again. */
export const restartName = (stem: string, now: Date): string =>
  `${stem}-${Math.floor(now.getTime() / minuteMs)}`;

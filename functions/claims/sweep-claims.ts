import { shortDigest } from '../domain/ids.ts';
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

/** The first part of the name of a task's clock; a clock set again adds to it. */
export const clockNameOf = (taskId: string): string => shortDigest(taskId);

/** Open tasks that no running clock watches and that are still to be reminded of or escalated. */
export const clocklessTasks = (tasks: readonly Task[], running: ReadonlySet<string>, now: Date): Task[] => {
  const watched = new Set(Array.from(running, (arn) => arn.split(':').at(-1)?.split('-')[0]));
  return tasks.filter(
    ({ taskId, createdAt, escalatedAt }) =>
      !escalatedAt && !isYoung(createdAt, now) && !watched.has(clockNameOf(taskId)),
  );
};

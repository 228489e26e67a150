import { shortDigest } from '../domain/digest.ts';
import { isYoung } from '../domain/restarts/restarts.ts';
import type { Task } from '../domain/task.ts';

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

const minuteMs = 60_000;

/** A name of its own for each minute: sweeping twice starts once, and one that failed at its start can be tried again. */
export const restartName = (stem: string, now: Date): string =>
  `${stem}-${Math.floor(now.getTime() / minuteMs)}`;

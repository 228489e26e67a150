import type { TaskBell } from '../domain/follow-up/bell.ts';
import type { Practice } from '../domain/practice.ts';
import { dueNotice } from '../domain/tasks/due-notice.ts';
import { type NoticeEffects, sendBeforeMark } from './send-task-email.ts';

export type RingTaskEffects = NoticeEffects & {
  readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'supervisor' | 'timeZone'>>;
};

/**
 * Tells whom a task's bell is for: its owner before the deadline, the practice's supervisor, with a link of their own, once
 * it has passed. The record decides: nothing where the task was decided, told or moved to a later day since the bell was
 * read. What somebody writes at the same time goes first, and the bell rings again if it still stands.
 */
export const ringTask = async (
  { taskId, at }: Omit<TaskBell, 'kind'>,
  now: Date,
  effects: RingTaskEffects,
): Promise<void> => {
  const task = await effects.getTask(taskId);
  const due = dueNotice(task);
  if (!due || (due.at !== at && due.at > now.toISOString())) return;
  const { notice } = due;
  const { supervisor, timeZone } = await effects.getPractice(task.practiceId);
  const to = notice === 'reminder' ? task.email : supervisor;
  await sendBeforeMark(task, { notice, to, now, timeZone }, effects);
};

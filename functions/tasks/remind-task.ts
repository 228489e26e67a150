import type { Task } from '../domain/task.ts';
import { type NoticeEffects, sendTaskEmail } from './send-task-email.ts';

export type TaskState = { readonly outcome: 'open' | 'done' };

/** Reminds the owner of a task that is still open; the task's clock goes on only then. */
export const remindTask = async (task: Task, now: Date, effects: NoticeEffects): Promise<TaskState> => {
  const open = await sendTaskEmail(task, { notice: 'reminder', to: task.email, now }, effects);
  return { outcome: open ? 'open' : 'done' };
};

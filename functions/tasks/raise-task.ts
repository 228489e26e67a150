import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { assignTask, type TaskSubject } from './assign-task.ts';
import { type NoticeEffects, sendDueEmail } from './send-task-email.ts';

export type RaiseTaskEffects = NoticeEffects & {
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  /** Writes a new task; one of the same id that exists already stays as it is and is returned. */
  readonly addTask: (task: Task) => Promise<Task>;
};

/** Makes a task for the draft and mails it to its owner; raised again it is the same task. */
export const raiseTask = async (
  draft: TaskDraft,
  subject: TaskSubject,
  effects: RaiseTaskEffects,
): Promise<Task> => {
  const now = new Date();
  const practice = await effects.getPractice(subject.practiceId);
  const task = await effects.addTask(assignTask(draft, subject, practice, now));
  if (task.status === 'done') return task;
  await sendDueEmail(
    task,
    { notice: 'assignment', to: task.email, now, timeZone: practice.timeZone },
    effects,
  );
  return task;
};

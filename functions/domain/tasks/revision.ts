import type { Task } from '../task.ts';

/**
 * A task as it is written next: the store takes it if nobody wrote it since it was read, so that of two who write at
 * once the second has to look at what the first did.
 */
export const revised = (task: Task): Task => ({ ...task, revision: (task.revision ?? 0) + 1 });

/** The code of a finding that somebody did something with the task since it was read. */
export const taskNewer = 'task-newer';

/** Whether people did something with a task since it was read; its own reminders are nothing that they did. */
export const isHandledSince = (read: Task, now: Task): boolean =>
  now.history.length > read.history.length ||
  now.proposal?.at !== read.proposal?.at ||
  now.kept?.at !== read.kept?.at;

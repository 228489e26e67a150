import type { Task } from '../../../functions/domain/task.ts';
import { cookieName } from '../../../functions/tasks/page/door/enter-by-code.ts';
import type { Visitor } from '../../../functions/tasks/page/door/enter-task.ts';
import { anOrigin } from './audit.ts';

/** Somebody who followed a link and entered the code: the session of each task is the task's id. */
export const visitorOf = (...tasks: readonly Pick<Task, 'taskId'>[]): Visitor => ({
  token: 'a.b',
  origin: anOrigin,
  cookies: Object.fromEntries(tasks.map(({ taskId }) => [cookieName(taskId), taskId])),
});

/** Reads such sessions, opened by a mailbox. */
export const sessionsOf = (mailbox: string) => async (taskId: string) => ({ taskId, mailbox });

import type { Mail } from '../../../domain/mail.ts';
import type { Task } from '../../../domain/task.ts';
import { codeMinutes } from '../../../domain/tasks/link-code.ts';
import { namedTask, plainEmail } from '../../task-email.ts';

/** The mail with the code that opens a task: it has no link, so that neither mail is enough to whoever gets one of them. */
export const codeEmail = (task: Task, to: string, code: string): Mail =>
  plainEmail(to, `Your code · ${namedTask(task)}`, [
    `Enter this code on the page of the task: ${code}`,
    `It opens the task once, within ${codeMinutes} minutes.`,
    'If you did not ask for it, somebody else has opened the link of the earlier mail: tell your supervisor, and give the code to nobody.',
  ]);

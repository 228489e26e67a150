import { z } from 'zod';
import { signTaskLink } from '../adapters/link-signer.ts';
import { sendMail } from '../adapters/mailer.ts';
import { getTask, saveOpenTask } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { answerWaiting } from './complete-task.ts';
import { remindTask } from './remind-task.ts';

/**
 * Also answers the wait of a task that is done: a crash between closing a task and answering leaves its workflow
 * waiting until its clock comes by here, no longer.
 */
export const handler = taskHandler(z.object({ taskId: z.string() }), async ({ taskId }) => {
  const task = await getTask(taskId);
  if (task.status === 'done') await answerWaiting(task, { answerWait });
  return remindTask(task, new Date(), { signLink: signTaskLink, sendMail, saveOpenTask });
});

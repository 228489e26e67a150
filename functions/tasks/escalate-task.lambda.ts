import { z } from 'zod';
import { signTaskLink } from '../adapters/link-signer.ts';
import { sendMail } from '../adapters/mailer.ts';
import { getPractice } from '../adapters/practice-store.ts';
import { getTask, saveOpenTask } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { answerWaiting } from './complete-task.ts';
import { escalateTask } from './escalate-task.ts';

/** Also answers the wait of a task that was done after its reminder, as the reminder does for one done before. */
export const handler = taskHandler(z.object({ taskId: z.string() }), async ({ taskId }) => {
  const task = await getTask(taskId);
  if (task.status === 'done') await answerWaiting(task, { answerWait });
  return escalateTask(task, new Date(), { signLink: signTaskLink, sendMail, saveOpenTask, getPractice });
});

import { signTaskLink } from '../adapters/link-signer.ts';
import { sendMail } from '../adapters/mailer.ts';
import { getPractice } from '../adapters/practices/practice-store.ts';
import { getTask, saveOpenTask } from '../adapters/task-store.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { ClockRing, remindTask } from './remind-task.ts';

export const handler = taskHandler(ClockRing, async ({ taskId, due }) =>
  remindTask(
    await getTask(taskId),
    { due, now: new Date() },
    {
      signLink: signTaskLink,
      sendMail,
      saveOpenTask,
      getTask,
      getPractice,
    },
  ),
);

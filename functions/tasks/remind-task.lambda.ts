import { z } from 'zod';
import { signTaskLink } from '../adapters/link-signer.ts';
import { sendMail } from '../adapters/mailer.ts';
import { getPractice } from '../adapters/practice-store.ts';
import { getTask, saveOpenTask } from '../adapters/task-store.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { remindTask } from './remind-task.ts';

export const handler = taskHandler(z.object({ taskId: z.string() }), async ({ taskId }) =>
  remindTask(await getTask(taskId), new Date(), {
    signLink: signTaskLink,
    sendMail,
    saveOpenTask,
    getPractice,
  }),
);

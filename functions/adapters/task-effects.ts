import { shortDigest } from '../domain/digest.ts';
import type { Task } from '../domain/task.ts';
import { signTaskLink } from './link-signer.ts';
import { sendMail } from './mailer.ts';
import { getPractice } from './practices/practice-store.ts';
import { addTask, getTask, saveOpenTask } from './task-store.ts';
import { startTaskClock } from './workflows.ts';

/** What raising a task does to the world. */
export const taskEffects = {
  getPractice,
  addTask,
  saveOpenTask,
  getTask,
  signLink: signTaskLink,
  sendMail,
  setClock: async ({ taskId, remindAt, due }: Task): Promise<void> => {
    await startTaskClock(shortDigest(taskId), { taskId, remindAt, due });
  },
};

/** Sets a further clock for a task whose deadline has moved; it has a name of its own for each deadline. */
export const resetClock = async ({ taskId, remindAt, due }: Task): Promise<void> => {
  await startTaskClock(`${shortDigest(taskId)}-${Math.floor(Date.parse(due) / 1000)}`, {
    taskId,
    remindAt,
    due,
  });
};

import { signTaskLink } from './link-signer.ts';
import { sendMail } from './mailer.ts';
import { getPractice } from './practices/practice-store.ts';
import { addTask, getTask, saveOpenTask } from './task-store.ts';

/** What raising a task does to the world. */
export const taskEffects = {
  getPractice,
  addTask,
  saveOpenTask,
  getTask,
  signLink: signTaskLink,
  sendMail,
};

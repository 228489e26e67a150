import { sendMail } from './mailer.ts';
import { getPractice } from './practices/practice-store.ts';
import { closeTask, findTask, getTask } from './task-store.ts';
import { answerWait } from './wait-store.ts';

/** What withdrawing a task does to the world: no link is signed, for nothing is asked. */
export const withdrawalEffects = { findTask, getTask, closeTask, answerWait, getPractice, sendMail };

import { randomBytes } from 'node:crypto';
import type { TimeZone } from '../domain/calendar/time-zone.ts';
import { instantAfter } from '../domain/calendar.ts';
import type { Mail } from '../domain/mail.ts';
import type { Task } from '../domain/task.ts';
import type { TaskLink } from '../domain/task-link.ts';
import { type Notice, taskEmail, withdrawalEmail } from './task-email.ts';

export type NoticeEffects = {
  readonly signLink: (link: TaskLink) => Promise<string>;
  readonly sendMail: (mail: Mail) => Promise<void>;
  /** Writes the task if it is still open; false when it is not. */
  readonly saveOpenTask: (task: Task) => Promise<boolean>;
};

type Mark = 'notifiedAt' | 'remindedAt' | 'escalatedAt' | 'secondAskedAt';

const marks: Record<Notice, Mark> = {
  assignment: 'notifiedAt',
  reminder: 'remindedAt',
  escalation: 'escalatedAt',
  'second-person': 'secondAskedAt',
};

/** Late tasks are still worked: a link outlives the deadline, or the mail if that comes later, by this much, and no more. */
const linkDaysAfterDue = 7;

export type Addressee = {
  readonly notice: Notice;
  readonly to: string;
  readonly now: Date;
  readonly timeZone: TimeZone;
};

/**
 * Sends one of a task's mails, each kind at most once, with a link that replaces the one before to that mailbox: the
 * task is marked first, and the mark is taken back when the mail is refused, so that the step's retry sends it. Returns
 * the task as it then is, or undefined when it is no longer open.
 */
export const sendTaskEmail = async (
  task: Task,
  addressee: Addressee,
  effects: NoticeEffects,
): Promise<Task | undefined> => {
  const mark = marks[addressee.notice];
  if (task.status === 'done') return undefined;
  if (task[mark]) return task;
  const links = { ...task.links, [addressee.to]: freshNonce() };
  const marked: Task = { ...task, links, [mark]: addressee.now.toISOString() };
  if (!(await effects.saveOpenTask(marked))) return undefined;
  try {
    await deliver(marked, addressee, effects);
  } catch (error) {
    await effects.saveOpenTask(task);
    throw error;
  }
  return marked;
};

const deliver = async (task: Task, addressee: Addressee, effects: NoticeEffects): Promise<void> => {
  const { to, now } = addressee;
  const link = await effects.signLink({
    taskId: task.taskId,
    nonce: nonceOf(task, to),
    recipient: to,
    expiresAt: linkExpiry(task, now),
  });
  await effects.sendMail(taskEmail(task, { ...addressee, link }));
};

const freshNonce = (): string => randomBytes(16).toString('base64url');

/** What a link to a mailbox has to say: that of the last mail there. Tasks from before had one for all. */
export const nonceOf = ({ links, linkNonce }: Pick<Task, 'links' | 'linkNonce'>, mailbox: string): string =>
  links?.[mailbox] ?? linkNonce;

const linkExpiry = (task: Task, now: Date): string =>
  instantAfter(new Date(Math.max(Date.parse(task.due), now.getTime())), linkDaysAfterDue);

export type WithdrawalEffects = Pick<NoticeEffects, 'sendMail'>;

/** Tells a mailbox that a task was withdrawn. */
export const sendWithdrawal = (task: Task, to: string, { sendMail }: WithdrawalEffects): Promise<void> =>
  sendMail(withdrawalEmail(task, to));

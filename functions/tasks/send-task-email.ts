import { randomBytes } from 'node:crypto';
import type { TimeZone } from '../domain/calendar/time-zone.ts';
import { instantAfter } from '../domain/calendar.ts';
import type { Mail } from '../domain/mail.ts';
import type { Task } from '../domain/task.ts';
import type { TaskLink } from '../domain/task-link.ts';
import { revised } from '../domain/tasks/revision.ts';
import { type Notice, taskEmail, withdrawalEmail } from './task-email.ts';

export type NoticeEffects = {
  readonly signLink: (link: TaskLink) => Promise<string>;
  readonly sendMail: (mail: Mail) => Promise<void>;
  /** Writes the task, revised, if it is still open and as it was read; false when it is not. */
  readonly saveOpenTask: (task: Task) => Promise<boolean>;
  readonly getTask: (taskId: string) => Promise<Task>;
};

type Mark = 'notifiedAt' | 'remindedAt' | 'escalatedAt' | 'secondAskedAt';

const marks: Record<Notice, Mark> = {
  assignment: 'notifiedAt',
  reminder: 'remindedAt',
  escalation: 'escalatedAt',
  'second-person': 'secondAskedAt',
  // From then on the task is the supervisor's as well.
  undelivered: 'escalatedAt',
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
 * the task as it then is, or undefined when it is no longer open, or was written by somebody else since it was read.
 */
export const sendTaskEmail = async (
  task: Task,
  addressee: Addressee,
  effects: NoticeEffects,
): Promise<Task | undefined> => {
  const mark = marks[addressee.notice];
  if (task.status === 'done') return undefined;
  if (task[mark]) return task;
  const marked: Task = revised({ ...withLink(task, addressee), [mark]: addressee.now.toISOString() });
  if (!(await effects.saveOpenTask(marked))) return undefined;
  await deliverOrRestore(task, marked, addressee, effects);
  return marked;
};

/**
 * The same for a bell, which rings until it is written that somebody was told: mailed first and marked then, for a mail twice
 * is better than none. What somebody else writes meanwhile goes first; the bell rings again where it still stands.
 */
export const sendBeforeMark = async (
  task: Task,
  addressee: Addressee,
  effects: NoticeEffects,
): Promise<void> => {
  const mark = marks[addressee.notice];
  if (task.status === 'done' || task[mark]) return;
  const linked = revised(withLink(task, addressee));
  if (!(await effects.saveOpenTask(linked))) return;
  await deliverOrRestore(task, linked, addressee, effects);
  await effects.saveOpenTask(revised({ ...linked, [mark]: addressee.now.toISOString() }));
};

const withLink = (task: Task, { to }: Addressee): Task => ({
  ...task,
  links: { ...task.links, [to]: freshNonce() },
});

/** Where the mail is refused the task is as it was: the link of the mail before opens it still. */
const deliverOrRestore = async (
  before: Task,
  written: Task,
  addressee: Addressee,
  effects: NoticeEffects,
): Promise<void> => {
  try {
    await deliver(written, addressee, effects);
  } catch (error) {
    await effects.saveOpenTask(revised({ ...before, revision: written.revision }));
    throw error;
  }
};

/** Somebody else writes a task now and then; more than a few at once are a fault. */
const attempts = 5;

/**
 * The same of a task as it stands, for a mail that is due whatever was written meanwhile; undefined when it is no longer
 * open.
 */
export const sendDueEmail = async (
  task: Task,
  addressee: Addressee,
  effects: NoticeEffects,
  left = attempts,
): Promise<Task | undefined> => {
  const sent = await sendTaskEmail(task, addressee, effects);
  if (sent !== undefined || left === 0) return sent;
  const fresh = await effects.getTask(task.taskId);
  return fresh.status === 'done' ? undefined : sendDueEmail(fresh, addressee, effects, left - 1);
};

const deliver = async (task: Task, addressee: Addressee, effects: NoticeEffects): Promise<void> => {
  const { to, now } = addressee;
  const link = await linkOf(task, to, now, effects);
  await effects.sendMail({ ...taskEmail(task, { ...addressee, link }), taskId: task.taskId });
};

/** The link of the last mail about a task to a mailbox, good as long as one that is mailed now. */
export const linkOf = (
  task: Task,
  mailbox: string,
  now: Date,
  { signLink }: Pick<NoticeEffects, 'signLink'>,
): Promise<string> =>
  signLink({
    taskId: task.taskId,
    nonce: nonceOf(task, mailbox),
    recipient: mailbox,
    expiresAt: linkExpiry(task, now),
  });

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

import { randomInt } from 'node:crypto';
import type { RequestOrigin, WriteAudit } from '../../../domain/audit/audit-entry.ts';
import { shortDigest } from '../../../domain/digest.ts';
import type { Mail } from '../../../domain/mail.ts';
import type { Task } from '../../../domain/task.ts';
import type { CaseSession, OpenedLink } from '../../../domain/task-link.ts';
import { lastHandling } from '../../../domain/tasks/handling.ts';
import { issueCode, type LinkCode, tryCode } from '../../../domain/tasks/link-code.ts';
import { nonceOf } from '../../send-task-email.ts';
import { linkProblemPage } from '../message-pages.ts';
import type { Page } from '../page-layout.ts';
import { auditDoor } from './audit-door.ts';
import { codeEmail } from './code-email.ts';
import { codePage, type Door, tooOftenPage } from './door-pages.ts';

/** A session that still holds. */
export type OpenSession = Omit<CaseSession, 'expiresAt'>;

type CodeName = { readonly taskId: string; readonly mailbox: string };

export type DoorEffects = {
  readonly readLink: (token: string, now: Date) => Promise<OpenedLink>;
  readonly findTask: (taskId: string) => Promise<Task | undefined>;
  readonly readSession: (session: string, now: Date) => Promise<OpenSession | undefined>;
  readonly signSession: (session: CaseSession) => Promise<string>;
  readonly digestOfCode: (taskId: string, mailbox: string, code: string) => Promise<string>;
  readonly findLinkCode: (name: CodeName) => Promise<LinkCode | undefined>;
  /** False where another request wrote the same version. */
  readonly saveLinkCode: (name: CodeName, code: LinkCode, now: Date) => Promise<boolean>;
  readonly sendMail: (mail: Mail) => Promise<void>;
  readonly audit: WriteAudit;
};

/** The task of a link that still holds; a link of another task's life, or of none, leads nowhere. */
export const findDoor = async (
  token: string,
  now: Date,
  effects: Pick<DoorEffects, 'readLink' | 'findTask'>,
): Promise<Door | { readonly page: Page }> => {
  const link = await effects.readLink(token, now);
  if ('refused' in link) return { page: linkProblemPage(link.refused) };
  const task = await effects.findTask(link.taskId);
  if (!task) return { page: linkProblemPage('forged') };
  const door = { task, mailbox: link.recipient, token };
  if (nonceOf(task, link.recipient) === link.nonce) return door;
  return mayHandBack(task, link) ? { ...door, isHandBack: true } : { page: linkProblemPage('replaced') };
};

/** Whoever handed a task over takes that back by the link that opened it, until somebody does something with it. */
const mayHandBack = (
  task: Task,
  { recipient, nonce }: { readonly recipient: string; readonly nonce: string },
): boolean =>
  task.status === 'open' &&
  task.handBack?.mailbox === recipient &&
  task.handBack.nonce === nonce &&
  lastHandling(task)?.at === task.handBack.at;

/** The session that a browser opened for this task by this link. */
export const sessionAt = async (
  { task, mailbox }: Door,
  cookies: Readonly<Record<string, string>>,
  now: Date,
  { readSession }: Pick<DoorEffects, 'readSession'>,
): Promise<OpenSession | undefined> => {
  const session = cookies[cookieName(task.taskId)];
  if (session === undefined) return undefined;
  const read = await readSession(session, now);
  return read?.taskId === task.taskId && read.mailbox === mailbox ? read : undefined;
};

/** Who comes with a link, and from where. */
export type Comer = { readonly token: string; readonly origin: RequestOrigin };

const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** Mails a fresh code to the mailbox of the link, in place of the one before. */
export const mailCode = async ({ token, origin }: Comer, now: Date, effects: DoorEffects): Promise<Page> => {
  const door = await findDoor(token, now, effects);
  if ('page' in door) return door.page;
  const { task, mailbox } = door;
  await auditDoor(door, { action: 'POST /t/{token}/code', outcome: 'allowed' }, origin, effects);
  const name = { taskId: task.taskId, mailbox };
  const code = newCode();
  const digest = await effects.digestOfCode(task.taskId, mailbox, code);
  const issued = issueCode(await effects.findLinkCode(name), digest, now);
  if (!issued || !(await effects.saveLinkCode(name, issued, now))) return tooOftenPage(task);
  await effects.sendMail(codeEmail(task, mailbox, code));
  return codePage(door);
};

/** Long enough to work a task, short enough that a browser that is left behind soon shows nothing. */
const sessionMinutes = 30;

/** When a session that is opened now ends. */
export const expiryOf = (now: Date): string =>
  new Date(now.getTime() + sessionMinutes * 60_000).toISOString();

export type Entered = { readonly page: Page } | { readonly taskId: string; readonly session: string };

/** Opens a session to whoever enters the code; each try counts, whoever makes them at once. */
export const enterCode = async (
  { token, origin }: Comer,
  entered: string,
  now: Date,
  effects: DoorEffects,
): Promise<Entered> => {
  const door = await findDoor(token, now, effects);
  if ('page' in door) return door;
  const { task, mailbox } = door;
  const name = { taskId: task.taskId, mailbox };
  const digest = await effects.digestOfCode(task.taskId, mailbox, entered.replaceAll(/\s/g, ''));
  const tried = tryCode(await effects.findLinkCode(name), digest, now);
  const isCounted = tried !== undefined && (await effects.saveLinkCode(name, tried.after, now));
  const isOpened = isCounted && tried.isRight;
  const action = 'POST /t/{token}/session';
  await auditDoor(door, { action, outcome: isOpened ? 'allowed' : 'refused' }, origin, effects);
  if (!tried) return { page: codePage(door, 'over') };
  if (!isOpened) return { page: codePage(door, tried.after.triesLeft > 0 ? 'wrong' : 'over') };
  return { taskId: task.taskId, session: await effects.signSession({ ...name, expiresAt: expiryOf(now) }) };
};

/** The cookie of a task: others may be open beside it. */
export const cookieName = (taskId: string): string => `__Host-case-${shortDigest(taskId)}`;

/** Never sent by a page of somebody else, never read by a script, never over plain HTTP. */
export const cookieOf = (taskId: string, session: string): string =>
  `${cookieName(taskId)}=${session}; Path=/; Max-Age=${sessionMinutes * 60}; Secure; HttpOnly; SameSite=Strict`;

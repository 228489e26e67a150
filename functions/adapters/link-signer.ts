import { GenerateMacCommand, KMSClient, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import { z } from 'zod';
import type { CaseSession, OpenedLink, TaskLink } from '../domain/task-link.ts';
import { requiredEnv } from '../runtime/environment.ts';
import { mailEnv } from './mail.env.ts';

const client = new KMSClient({});

const macAlgorithm = 'HMAC_SHA_256';

/** Short keys: some mail programs break long lines. */
const Payload = z.object({
  t: z.string(),
  n: z.string(),
  r: z.string(),
  e: z.int().describe('epoch seconds'),
});

/**
 * `<payload>.<mac>`, both base64url; a payload of ours stays far below 600 characters. The last character of 32
 * bytes carries four bits: the others of its kind would be further spellings of the same token.
 */
const tokenPattern = /^([\w-]{1,600})\.([\w-]{42}[AEIMQUYcgkosw048])$/;

const keyId = (): string => requiredEnv(mailEnv.taskLinkKeyId);

/** The keyed digest of a text, base64url. What is signed for one purpose begins with it and is good for no other. */
const macOf = async (text: string): Promise<string> => {
  const { Mac = new Uint8Array() } = await client.send(
    new GenerateMacCommand({ KeyId: keyId(), MacAlgorithm: macAlgorithm, Message: Buffer.from(text) }),
  );
  return Buffer.from(Mac).toString('base64url');
};

const payloadOf = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** The address of a task's page: it opens to whoever proves to be the mailbox that it was sent to, until it expires. */
export const signTaskLink = async ({ taskId, nonce, recipient, expiresAt }: TaskLink): Promise<string> => {
  const text = payloadOf({ t: taskId, n: nonce, r: recipient, e: secondsOf(expiresAt) });
  return `${requiredEnv(mailEnv.taskLinkBaseUrl)}/t/${text}.${await macOf(text)}`;
};

/** What a link says, or why it lets nobody in: it is not ours, or its time is over. */
export const readTaskLink = async (token: string, now: Date): Promise<OpenedLink> => {
  const [, text, mac] = tokenPattern.exec(token) ?? [];
  if (!text || !mac || !(await isOurs(text, mac))) return { refused: 'forged' };
  const payload = Payload.parse(readPayload(text));
  if (payload.e * 1000 <= now.getTime()) return { refused: 'expired' };
  return { taskId: payload.t, nonce: payload.n, recipient: payload.r };
};

const readPayload = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));

const SessionPayload = z.object({ t: z.string(), m: z.string(), s: z.string().optional(), e: z.int() });

// A dot never stands in the payload of a link: neither can be taken for the other.
const sessionPurpose = 'session.';
const codePurpose = 'code.';

/** What a browser shows instead of a code or a password, once it was right. */
export const signSession = async ({ taskId, mailbox, subject, expiresAt }: CaseSession): Promise<string> => {
  const text = payloadOf({ t: taskId, m: mailbox, s: subject, e: secondsOf(expiresAt) });
  return `${text}.${await macOf(sessionPurpose + text)}`;
};

/** Whose session it is; undefined where it is none of ours, or over. */
export const readSession = async (
  token: string,
  now: Date,
): Promise<Omit<CaseSession, 'expiresAt'> | undefined> => {
  const [, text, mac] = tokenPattern.exec(token) ?? [];
  if (!text || !mac || !(await isOurs(sessionPurpose + text, mac))) return undefined;
  const { t: taskId, m: mailbox, s: subject, e } = SessionPayload.parse(readPayload(text));
  return e * 1000 > now.getTime() ? { taskId, mailbox, ...(subject && { subject }) } : undefined;
};

/** What is kept of a code that was mailed for a task to a mailbox. */
export const digestOfCode = (taskId: string, mailbox: string, code: string): Promise<string> =>
  macOf(codePurpose + JSON.stringify([taskId, mailbox, code]));

const cursorPurpose = 'cursors.';

/** The key for cursors of lists, 32 bytes: made of the key of the links, and asked for once. */
export const cursorKey = async (): Promise<Uint8Array> => {
  madeKey ??= Buffer.from(await macOf(cursorPurpose), 'base64url');
  return madeKey;
};

let madeKey: Uint8Array | undefined;

const isOurs = async (text: string, mac: string): Promise<boolean> => {
  try {
    const { MacValid } = await client.send(
      new VerifyMacCommand({
        KeyId: keyId(),
        MacAlgorithm: macAlgorithm,
        Message: Buffer.from(text),
        Mac: Buffer.from(mac, 'base64url'),
      }),
    );
    return MacValid === true;
  } catch (error) {
    if (error instanceof KMSInvalidMacException) return false;
    throw error;
  }
};

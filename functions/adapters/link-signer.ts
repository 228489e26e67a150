import { GenerateMacCommand, KMSClient, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import { z } from 'zod';
import type { OpenedLink, TaskLink } from '../domain/task-link.ts';
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

/** The address of a task's page; whoever holds it may decide the task until it expires. */
export const signTaskLink = async ({ taskId, nonce, recipient, expiresAt }: TaskLink): Promise<string> => {
  const payload = { t: taskId, n: nonce, r: recipient, e: Math.floor(Date.parse(expiresAt) / 1000) };
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  const { Mac = new Uint8Array() } = await client.send(
    new GenerateMacCommand({ KeyId: keyId(), MacAlgorithm: macAlgorithm, Message: Buffer.from(text) }),
  );
  return `${requiredEnv(mailEnv.taskLinkBaseUrl)}/t/${text}.${Buffer.from(Mac).toString('base64url')}`;
};

/** What a link says, or why it lets nobody in: it is not ours, or its time is over. */
export const readTaskLink = async (token: string, now: Date): Promise<OpenedLink> => {
  const [, text, mac] = tokenPattern.exec(token) ?? [];
  if (!text || !mac || !(await isOurs(text, mac))) return { refused: 'forged' };
  const payload = Payload.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  if (payload.e * 1000 <= now.getTime()) return { refused: 'expired' };
  return { taskId: payload.t, nonce: payload.n, recipient: payload.r };
};

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

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { OpenedLink } from '../../functions/domain/task-link.ts';
import { now } from '../factories/tasks.ts';

vi.stubEnv('TASK_LINK_KEY_ID', 'key-1');
vi.stubEnv('TASK_LINK_BASE_URL', 'https://tasks.example');

/** KMS as far as links need it: a MAC under a key that nobody else has. */
vi.mock('@aws-sdk/client-kms', () => {
  class Command {
    readonly input: { Message: Uint8Array; Mac?: Uint8Array };
    constructor(input: { Message: Uint8Array; Mac?: Uint8Array }) {
      this.input = input;
    }
  }
  class KMSInvalidMacException extends Error {}
  const macOf = (message: Uint8Array) => createHmac('sha256', 'secret').update(message).digest();
  class KMSClient {
    async send({ input: { Message, Mac } }: Command) {
      if (!Mac) return { Mac: macOf(Message) };
      if (!macOf(Message).equals(Mac)) throw new KMSInvalidMacException();
      return { MacValid: true };
    }
  }
  return { KMSClient, KMSInvalidMacException, GenerateMacCommand: Command, VerifyMacCommand: Command };
});

const { digestOfCode, readSession, readTaskLink, signSession, signTaskLink } = await import(
  '../../functions/adapters/link-signer.ts'
);

const link = {
  taskId: 'C0123456789AB-0-denial',
  nonce: 'nonce-of-the-task',
  recipient: 'billing@maplestreet.example',
  expiresAt: '2026-12-07T12:00:00.000Z',
};
const forged: OpenedLink = { refused: 'forged' };

const aToken = async (): Promise<string> => {
  const url = await signTaskLink(link);
  return url.slice('https://tasks.example/t/'.length);
};

describe('a signed link', () => {
  it('comes back with what it was signed for', async () => {
    const { expiresAt: _spent, ...rest } = link;
    await expect(readTaskLink(await aToken(), now)).resolves.toEqual(rest);
  });

  it('leads to a path that needs no escaping', async () => {
    expect(await signTaskLink(link)).toMatch(/^https:\/\/tasks\.example\/t\/[\w-]+\.[\w-]{43}$/);
  });

  it('expires at its instant', async () => {
    const token = await aToken();
    const last = new Date('2026-12-07T11:59:59.000Z');
    await expect(readTaskLink(token, last)).resolves.toMatchObject({ taskId: link.taskId });
    await expect(readTaskLink(token, new Date(link.expiresAt))).resolves.toEqual({ refused: 'expired' });
  });

  it('opens nothing once any part of it is changed', async () => {
    const token = await aToken();
    const position = fc.nat(token.length - 1);
    await fc.assert(
      fc.asyncProperty(position, fc.constantFrom(...'AQgw_-.'), async (at, character) => {
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        const opened = await readTaskLink(changed, now);
        if (changed !== token) expect(opened).toEqual(forged);
      }),
    );
  });

  it('opens nothing when it is any other text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        await expect(readTaskLink(text, now)).resolves.toEqual(forged);
      }),
    );
  });
});

describe('a session', () => {
  const { taskId, recipient: mailbox, expiresAt } = link;

  it('comes back with what it was signed for, until its instant', async () => {
    const session = await signSession({ taskId, mailbox, expiresAt });
    await expect(readSession(session, now)).resolves.toEqual({ taskId, mailbox });
    await expect(readSession(session, new Date(expiresAt))).resolves.toBeUndefined();
    await expect(readSession(`${session.slice(0, -3)}AAA`, now)).resolves.toBeUndefined();
    await expect(readSession('', now)).resolves.toBeUndefined();
  });

  it('is no link, and a link is none, nor is what is kept of a code', async () => {
    const session = await signSession({ taskId, mailbox, expiresAt });
    await expect(readTaskLink(session, now)).resolves.toEqual(forged);
    await expect(readSession(await aToken(), now)).resolves.toBeUndefined();
    const digest = await digestOfCode(taskId, mailbox, '12345678');
    const [payload] = session.split('.');
    await expect(readSession(`${payload}.${digest}`, now)).resolves.toBeUndefined();
    expect(new Set([digest, await digestOfCode(taskId, mailbox, '12345679')]).size).toBe(2);
  });
});

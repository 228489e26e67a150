import { describe, expect, it } from 'vitest';
import type { AuditEntry, WriteAudit } from '../../../functions/domain/audit/audit-entry.ts';
import type { Task } from '../../../functions/domain/task.ts';
import type { LinkCode } from '../../../functions/domain/tasks/link-code.ts';
import { BillingError } from '../../../functions/runtime/errors.ts';
import { httpHandler } from '../../../functions/runtime/http-handler.ts';
import { cookieName } from '../../../functions/tasks/page/door/enter-by-code.ts';
import {
  type LinkRouteEffects,
  linkRoutes,
  refuseAsPage,
} from '../../../functions/tasks/page/link-routes.ts';
import { noPackets } from '../../appeals/appeal-facts.ts';
import { auditInto } from '../../factories/access/audit.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { anHttpEvent } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { practice } from '../../factories/practices.ts';
import { aTask, now } from '../../factories/tasks.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const mailbox = 'billing@maplestreet.example';

/** A door whose session is the word `open`, and whose right code is eight nines. */
const world = ({ audit, breaks = false }: { audit?: WriteAudit; breaks?: boolean } = {}) => {
  const entries: AuditEntry[] = [];
  const done: string[] = [];
  const task: Task = aTask();
  const effects = {
    ...noPackets,
    audit: audit ?? auditInto(entries),
    readLink: async (token: string) =>
      token === 'forged'
        ? { refused: 'forged' }
        : { taskId: task.taskId, nonce: task.linkNonce, recipient: mailbox },
    findTask: async () => task,
    findMember: async () => undefined,
    readSession: async (session: string) =>
      session === 'open' ? { taskId: task.taskId, mailbox } : undefined,
    signSession: async () => 'open',
    digestOfCode: async (_task: string, _to: string, code: string) => code,
    findLinkCode: async (): Promise<LinkCode> => ({
      version: 1,
      digest: '99999999',
      triesLeft: 5,
      expiresAt: new Date(now.getTime() + 60_000).toISOString(),
      askedAt: [],
    }),
    saveLinkCode: async () => true,
    sendMail: async () => {
      done.push('mail');
    },
    getPractice: async () => {
      if (breaks) throw new Error('no table');
      return practice();
    },
    findClaim: async () => injectionClaim(),
    findPayer: async () => ({ name: 'Northwind Health Plan' }),
    findEncounter: async () => undefined,
    presentRegistration: async () => undefined,
    closeTask: async () => {
      done.push('decision');
      return true;
    },
    answerWait: async () => undefined,
    carryOut: async () => undefined,
  } as unknown as LinkRouteEffects; // what these routes ask for
  const handler = httpHandler(
    linkRoutes(effects, () => now),
    refuseAsPage,
  );
  const call = async (method: string, path: string, body = '', isOpen = true) => {
    const cookies = isOpen ? [`${cookieName(task.taskId)}=open`] : [];
    const answer = await handler(anHttpEvent(method, `/t/${path}`, { body, cookies }), aContext());
    return { status: answer.statusCode, markup: answer.body ?? '' };
  };
  return { entries, done, call };
};

const subjects = [
  { kind: 'task', id: aTask().taskId },
  { kind: 'claim', id: aTask().claimId },
  { kind: 'encounter', id: 'E1001' },
];

describe('what is written of whoever follows a link', () => {
  it('is that the page of the task was opened, by which mailbox, and whose records it shows', async () => {
    const { entries, call } = world();
    const { status, markup } = await call('GET', 'a');
    expect([status, markup.includes('Okafor')]).toEqual([200, true]);
    expect(entries).toMatchObject([
      { practiceId: 'maple-street', by: { subject: mailbox }, action: 'GET /t/{token}', outcome: 'allowed' },
    ]);
    expect(entries[0]?.subjects).toEqual(expect.arrayContaining(subjects));
    expect(entries[0]?.purpose).toBe('payment');
    expect(JSON.stringify(entries)).not.toContain('Okafor');
  });

  it('is that somebody had the link and not the code', async () => {
    const { entries, call } = world();
    for (const method of ['GET', 'POST'])
      expect((await call(method, 'a', 'action=dismiss', false)).markup).not.toContain('Okafor');
    expect(entries).toMatchObject([
      { action: 'GET /t/{token}', outcome: 'refused', reason: 'has the link, neither code nor account' },
      { action: 'POST /t/{token}', outcome: 'refused', reason: 'has the link, neither code nor account' },
    ]);
  });

  it('is that a code was asked for, and whether what was entered opened the task', async () => {
    const { entries, call } = world();
    await call('POST', 'a/code', '', false);
    await call('POST', 'a/session', 'code=11111111', false);
    await call('POST', 'a/session', 'code=99999999', false);
    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'POST /t/{token}/code allowed',
      'POST /t/{token}/session refused',
      'POST /t/{token}/session allowed',
    ]);
  });

  it('is of a decision that it begins, before it is taken, and how it ended', async () => {
    const seen: string[] = [];
    const { done, call } = world({
      audit: async ({ outcome }) => {
        seen.push(`${outcome} ${done.length}`);
      },
    });
    await call('POST', 'a', 'action=dismiss&note=Nothing+to+do');
    expect(seen).toEqual(['begun 0', 'allowed 1']);
  });

  it('is of a form that does not fit, or on which we failed, that it failed', async () => {
    const wrong = world();
    expect((await wrong.call('POST', 'a', 'action=resubmit')).status).toBe(422);
    const broken = world({ breaks: true });
    expect((await broken.call('POST', 'a', 'action=dismiss')).status).toBe(500);
    for (const { entries } of [wrong, broken])
      expect(entries.map(({ outcome }) => outcome)).toEqual(['begun', 'failed']);
  });

  it('must be written: else nothing is shown, mailed, opened or decided', async () => {
    const { done, call } = world({
      audit: () => Promise.reject(new BillingError('NotRecorded', 'Nothing is shown; try again')),
    });
    for (const [method, path, body] of [
      ['GET', 'a', ''],
      ['POST', 'a', 'action=dismiss&note=Nothing+to+do'],
      ['POST', 'a/code', ''],
      ['POST', 'a/session', 'code=99999999'],
    ] as const) {
      const { status, markup } = await call(method, path, body);
      expect([status, markup.includes('Okafor')]).toEqual([503, false]);
    }
    expect(done).toEqual([]);
  });

  it('is nothing where the link is not ours: it names nobody', async () => {
    const { entries, call } = world();
    expect((await call('GET', 'forged')).status).toBe(404);
    expect(entries).toEqual([]);
  });
});

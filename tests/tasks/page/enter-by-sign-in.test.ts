import { describe, expect, it } from 'vitest';
import type { Membership } from '../../../functions/domain/access/membership.ts';
import { needToDecide, Role, rolesPermit } from '../../../functions/domain/access/permissions.ts';
import type { AuditEntry } from '../../../functions/domain/audit/audit-entry.ts';
import { type Task, TaskAction, type TaskOutcome } from '../../../functions/domain/task.ts';
import type { CaseSession } from '../../../functions/domain/task-link.ts';
import { httpHandler } from '../../../functions/runtime/http-handler.ts';
import { needsOfForm } from '../../../functions/tasks/page/door/need-of-form.ts';
import {
  type LinkRouteEffects,
  linkRoutes,
  refuseAsPage,
} from '../../../functions/tasks/page/link-routes.ts';
import { noPackets } from '../../appeals/appeal-facts.ts';
import { auditInto } from '../../factories/access/audit.ts';
import { aMember } from '../../factories/access/members.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { anHttpEvent } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { practice } from '../../factories/practices.ts';
import { aTask, now as start } from '../../factories/tasks.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

const lines = catchLogLines();

const mailbox = 'billing@maplestreet.example';
const password = 'Correct-horse-7-battery';
const right = { mailbox: 'ana@maplestreet.example', password, code: '246813' };

/** Ana signs in by `right`; a session is its JSON. */
const world = (roles: readonly Role[] = Role.options) => {
  const entries: AuditEntry[] = [];
  const state = {
    task: aTask(),
    now: start,
    members: new Map<string, Membership>(),
    outcome: undefined as TaskOutcome | undefined,
  };
  state.members.set('maple-street', aMember({ roles: [...roles] }));
  const effects = {
    ...noPackets,
    audit: auditInto(entries),
    readLink: async (token: string) =>
      token === 'forged'
        ? { refused: 'forged' }
        : { taskId: state.task.taskId, nonce: token, recipient: mailbox },
    findTask: async () => state.task,
    readSession: async (session: string, at: Date) => {
      const { expiresAt, ...rest } = JSON.parse(Buffer.from(session, 'base64url').toString()) as CaseSession;
      return Date.parse(expiresAt) > at.getTime() ? rest : undefined;
    },
    signSession: async (session: CaseSession) => Buffer.from(JSON.stringify(session)).toString('base64url'),
    signIn: async (sent) =>
      JSON.stringify(sent) === JSON.stringify(right) ? { subject: 'subject-ana' } : { refused: 'wrong' },
    findMember: async ({ practiceId, subject }) =>
      subject === 'subject-ana' ? state.members.get(practiceId) : undefined,
    getPractice: async () => practice(),
    findClaim: async () => injectionClaim(),
    findPayer: async () => ({ name: 'Northwind Health Plan' }),
    findEncounter: async () => undefined,
    presentRegistration: async () => undefined,
    getTask: async () => state.task,
    closeTask: async (_task: Task, outcome: TaskOutcome) => {
      state.outcome = outcome;
      return true;
    },
    answerWait: async () => undefined,
    carryOut: async () => undefined,
  } as Partial<LinkRouteEffects> as LinkRouteEffects; // what these routes ask for
  const handler = httpHandler(
    linkRoutes(effects, () => state.now),
    refuseAsPage,
  );
  const link = state.task.linkNonce;
  const call = async (method: string, path: string, body = '', cookie?: string) => {
    const event = anHttpEvent(method, `/t/${path}`, { body, ...(cookie && { cookies: [cookie] }) });
    const { statusCode, headers = {}, body: markup = '' } = await handler(event, aContext());
    return {
      status: statusCode,
      headers,
      markup,
      cookie: String(headers['set-cookie'] ?? '').split(';')[0] ?? '',
    };
  };
  const signIn = (sent = right, path = link) =>
    call('POST', `${path}/sign-in`, new URLSearchParams(sent).toString());
  return { state, entries, link, call, signIn };
};

const patient = /Okafor/;

describe('whoever signs in at the link of a task', () => {
  it('sees its case as a member of the practice, in the own name', async () => {
    const { entries, link, call, signIn } = world();
    expect((await call('GET', link)).markup).toContain(`href="${link}/sign-in"`);
    const form = await call('GET', `${link}/sign-in`);
    expect([form.status, patient.test(form.markup)]).toEqual([200, false]);
    const entered = await signIn();
    expect([entered.status, entered.headers.location]).toEqual([303, `../${link}`]);
    expect((await call('GET', link, '', entered.cookie)).markup).toMatch(patient);
    expect(entries.slice(1).map(({ action, outcome, by }) => [action, outcome, by.subject])).toEqual([
      ['POST /t/{token}/sign-in', 'allowed', 'subject-ana'],
      ['GET /t/{token}', 'allowed', 'subject-ana'],
    ]);
  });

  it('is nobody with a wrong password, as a stranger, and by a link that is not ours', async () => {
    const { state, entries, call, link, signIn } = world();
    const wrong = await signIn({ ...right, password: 'guess' });
    state.members.set('maple-street', aMember({ status: 'revoked' }));
    const revoked = await signIn();
    state.members.clear();
    const stranger = await signIn();
    for (const { status, cookie, markup } of [wrong, revoked, stranger]) {
      expect([status, cookie, patient.test(markup)]).toEqual([422, '', false]);
      expect(markup).not.toMatch(/guess|Correct-horse|ana@/);
    }
    expect(entries.map(({ outcome, by }) => [outcome, by.subject])).toEqual(
      [wrong, revoked, stranger].map(() => ['refused', mailbox]),
    );
    expect((await signIn(right, 'forged')).status).toBe(404);
    expect((await call('GET', 'forged/sign-in')).status).toBe(404);
    expect((await call('GET', link)).markup).not.toMatch(patient);
    expect(JSON.stringify([entries, lines])).not.toMatch(/guess|Correct-horse|246813/);
  });

  it('is out with the next request once the membership ends, and after half an hour', async () => {
    const { state, link, call, signIn } = world();
    const { cookie } = await signIn();
    state.members.set('maple-street', aMember({ status: 'revoked', version: 2 }));
    const revoked = await call('POST', link, 'action=bill-patient&note=As+agreed', cookie);
    expect([revoked.status, patient.test(revoked.markup), state.outcome]).toEqual([401, false, undefined]);
    expect(revoked.markup).toContain('As agreed');
    state.members.set('maple-street', aMember({ version: 3 }));
    expect((await call('GET', link, '', cookie)).markup).toMatch(patient);
    state.now = new Date(start.getTime() + 31 * 60_000);
    expect((await call('GET', link, '', cookie)).markup).not.toMatch(patient);
  });

  it('has no case of another practice, by a task that moved there neither', async () => {
    const { state, link, call, signIn } = world();
    const { cookie } = await signIn();
    state.task = aTask({ practiceId: 'cedar-hill' });
    expect((await call('GET', link, '', cookie)).markup).not.toMatch(patient);
    expect((await signIn()).status).toBe(422);
  });

  it.each(Role.options)('decides as a %s what the API lets it decide', async (role) => {
    const decided = async (action: TaskAction) => {
      const { state, link, call, signIn } = world([role]);
      const { cookie } = await signIn();
      const { status, markup } = await call('POST', link, `action=${action}&note=As+agreed`, cookie);
      if (status === 403) expect([markup.includes('As agreed'), state.outcome]).toEqual([true, undefined]);
      if (state.outcome) expect(state.outcome.by).toMatchObject({ subject: 'subject-ana' });
      return status !== 403;
    };
    for (const action of TaskAction.options)
      expect([action, await decided(action)]).toEqual([
        action,
        rolesPermit([role], needToDecide({ action })),
      ]);
  });
});

describe('what a form of a task’s page needs', () => {
  const needs = (body: string, task: Task = aTask()) => needsOfForm(task, { body });

  it('is known of every form, of the amounts that are written off as well', async () => {
    await expect(needs('action=decide-parts&part.bill-patient.x=5')).resolves.toEqual([['bill']]);
    await expect(needs('action=decide-parts&part.write-off.x=5')).resolves.toEqual([['write-off']]);
    await expect(needs('action=decide-parts&part.write-off.x=')).resolves.toEqual([['bill']]);
    await expect(needs('handling=note&note=x')).resolves.toEqual([['code', 'bill', 'register']]);
    await expect(needs('undo=yes')).resolves.toEqual([['code', 'bill', 'register']]);
    await expect(needs('send-now=x')).resolves.toEqual([['bill']]);
    await expect(needs('appealAnswer=upheld&answeredOn=2026-03-01')).resolves.toEqual([['appeal']]);
    await expect(needs('action=nonsense')).resolves.toEqual([]);
  });

  it('is the right of a second person, where a write-off waits for one', async () => {
    const by = { kind: 'person', subject: 'subject-bob' } as const;
    const proposal = { action: 'write-off', note: '', by, at: start.toISOString() } as TaskOutcome;
    await expect(needs('action=write-off', aTask({ proposal }))).resolves.toEqual([
      ['write-off'],
      ['approve'],
    ]);
    await expect(needs('action=bill-patient', aTask({ proposal }))).resolves.toEqual([['bill']]);
  });

  it('is told of a form with a file by its fields', async () => {
    const form = (fields: Record<string, string>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      return new Response(data);
    };
    const sentBy = async (fields: Record<string, string>) => {
      const request = form(fields);
      const contentType = request.headers.get('content-type') ?? '';
      const bytes = new Uint8Array(await request.arrayBuffer());
      return needsOfForm(aTask(), { body: '', sent: { bytes, contentType } });
    };
    await expect(sentBy({ send: 'document', text: 'A note' })).resolves.toEqual([['register']]);
    await expect(sentBy({ 'packet-step': 'make', letter: 'x' })).resolves.toEqual([['appeal']]);
  });
});

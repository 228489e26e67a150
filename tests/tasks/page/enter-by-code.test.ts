import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../functions/domain/mail.ts';
import type { Task } from '../../../functions/domain/task.ts';
import type { CaseSession } from '../../../functions/domain/task-link.ts';
import type { LinkCode } from '../../../functions/domain/tasks/link-code.ts';
import { httpHandler } from '../../../functions/runtime/http-handler.ts';
import {
  type LinkRouteEffects,
  linkRoutes,
  refuseAsPage,
} from '../../../functions/tasks/page/link-routes.ts';
import { noPackets } from '../../appeals/appeal-facts.ts';
import { unaudited } from '../../factories/access/audit.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { anHttpEvent } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { practice } from '../../factories/practices.ts';
import { aTask, now as start } from '../../factories/tasks.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const mailbox = 'billing@maplestreet.example';

/** A link is `<taskId>!<nonce>` and a session its JSON: what KMS signs is tried with the signer. */
const world = (task: Task = aTask()) => {
  const state = {
    task,
    now: start,
    mails: [] as Mail[],
    codes: new Map<string, LinkCode>(),
    decided: 0,
    writes: 0,
  };
  const effects = {
    ...noPackets,
    audit: unaudited,
    readLink: async (token: string) => {
      const [taskId = '', nonce = ''] = token.split('!');
      return taskId === 'forged' ? { refused: 'forged' } : { taskId, nonce, recipient: mailbox };
    },
    findTask: async (taskId: string) => (taskId === state.task.taskId ? state.task : undefined),
    findMember: async () => undefined,
    readSession: async (session: string, at: Date) => {
      const { expiresAt, ...rest } = JSON.parse(Buffer.from(session, 'base64url').toString()) as CaseSession;
      return Date.parse(expiresAt) > at.getTime() ? rest : undefined;
    },
    signSession: async (session: CaseSession) => Buffer.from(JSON.stringify(session)).toString('base64url'),
    digestOfCode: async (taskId: string, to: string, code: string) => `digest of ${taskId} ${to} ${code}`,
    findLinkCode: async ({ taskId }) => state.codes.get(taskId),
    saveLinkCode: async ({ taskId }, code) => {
      if ((state.codes.get(taskId)?.version ?? 0) !== code.version - 1) return false;
      state.writes += 1;
      state.codes.set(taskId, code);
      return true;
    },
    sendMail: async (mail: Mail) => {
      state.mails.push(mail);
    },
    getPractice: async () => practice(),
    findClaim: async () => injectionClaim(),
    findPayer: async () => ({ name: 'Northwind Health Plan' }),
    findEncounter: async () => undefined,
    presentRegistration: async () => undefined,
    closeTask: async () => {
      state.decided += 1;
      return true;
    },
  } as Partial<LinkRouteEffects> as LinkRouteEffects; // what these routes ask for
  const handler = httpHandler(
    linkRoutes(effects, () => state.now),
    refuseAsPage,
  );
  const link = `${task.taskId}!${task.linkNonce}`;
  const call = async (method: string, path: string, body = '', cookie?: string) => {
    const event = anHttpEvent(method, `/t/${path}`, { body, ...(cookie && { cookies: [cookie] }) });
    const { statusCode, headers = {}, body: markup = '' } = await handler(event, aContext());
    const setCookie = headers['set-cookie'];
    return { status: statusCode, headers, markup, cookie: String(setCookie ?? '') };
  };
  const later = (minutes: number) => {
    state.now = new Date(state.now.getTime() + minutes * 60_000);
  };
  const lastCode = () => /\b\d{8}\b/.exec(state.mails.at(-1)?.text ?? '')?.[0] ?? '';
  const enter = (code: string) => call('POST', `${link}/session`, `code=${encodeURIComponent(code)}`);
  return { state, effects, link, call, later, lastCode, enter };
};

const patient = /Okafor/;

/** A code that differs from the right one in its last digit. */
const wrongly = (code: string): string => code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);

describe('a link in a mail', () => {
  it('opens the case with the code that is mailed to its mailbox, in this browser alone', async () => {
    const { state, link, call, lastCode, enter } = world();
    const landing = await call('GET', link);
    expect([landing.status, patient.test(landing.markup), landing.cookie]).toEqual([200, false, '']);
    const asked = await call('POST', `${link}/code`);
    expect(asked.markup).toContain('b…@maplestreet.example');
    expect(state.mails.map(({ to }) => to)).toEqual([mailbox]);
    expect(JSON.stringify([asked.markup, state.mails])).not.toMatch(/Okafor|\/t\//);
    const entered = await enter(` ${lastCode().slice(0, 4)} ${lastCode().slice(4)} `);
    expect([entered.status, entered.headers.location]).toEqual([303, `../${link}`]);
    expect(entered.cookie).toMatch(
      /^__Host-case-\w+=[\w-]+; Path=\/; Max-Age=1800; Secure; HttpOnly; SameSite=Strict$/,
    );
    const [cookie] = entered.cookie.split(';');
    expect((await call('GET', link, '', cookie)).markup).toMatch(patient);
    expect((await call('GET', link)).markup).not.toMatch(patient);
  });

  it('shows and changes nothing to a scanner that follows all that it finds', async () => {
    const { state, link, call } = world();
    const seen: string[] = [];
    for (const method of ['GET', 'HEAD'])
      for (const path of [link, `${link}/code`, `${link}/session`, `${link}/..`, `${link}?open=yes`])
        seen.push((await call(method, path)).markup);
    const { markup } = await call('GET', link);
    for (const [, path = ''] of markup.matchAll(/href="([^"#]+)"/g))
      seen.push((await call('GET', path)).markup);
    expect(seen.filter((page) => patient.test(page))).toEqual([]);
    expect(state).toMatchObject({ writes: 0, mails: [], decided: 0 });
  });

  it('decides nothing without a session, and gives back what was typed', async () => {
    const { state, link, call, later, lastCode, enter } = world();
    await call('POST', `${link}/code`);
    const [cookie] = (await enter(lastCode())).cookie.split(';');
    later(31);
    const late = await call('POST', link, 'action=bill-patient&note=As+agreed+by+phone', cookie);
    expect([late.status, state.decided]).toEqual([401, 0]);
    expect(late.markup).toContain('As agreed by phone');
    expect(late.markup).not.toMatch(patient);
  });

  it('opens nothing to whoever gets it forwarded and not the mailbox with it', async () => {
    const { link, call, lastCode, enter } = world();
    await call('POST', `${link}/code`);
    for (let time = 0; time < 4; time++) expect((await enter(wrongly(lastCode()))).status).toBe(422);
    expect((await enter(wrongly(lastCode()))).markup).toContain('no code to enter any more');
    expect((await enter(lastCode())).markup).toContain('no code to enter any more');
    await call('POST', `${link}/code`);
    expect((await enter(lastCode())).status).toBe(303);
  });

  it('takes a code once, for ten minutes, and the last one alone', async () => {
    const { link, call, later, lastCode, enter } = world();
    await call('POST', `${link}/code`);
    const first = lastCode();
    await call('POST', `${link}/code`);
    if (first !== lastCode()) expect((await enter(first)).status).toBe(422);
    later(9);
    expect((await enter(lastCode())).status).toBe(303);
    expect((await enter(lastCode())).status).toBe(422);
    await call('POST', `${link}/code`);
    later(10);
    expect((await enter(lastCode())).status).toBe(422);
  });

  it('mails five codes an hour and no more', async () => {
    const { state, link, call, later } = world();
    const ask = async () => (await call('POST', `${link}/code`)).status;
    for (let time = 0; time < 5; time++) expect(await ask()).toBe(200);
    expect([await ask(), state.mails.length]).toEqual([429, 5]);
    later(60);
    expect([await ask(), state.mails.length]).toEqual([200, 6]);
  });

  it('counts tries that are made at once', async () => {
    const { state, link, call, lastCode, enter } = world();
    await call('POST', `${link}/code`);
    const code = lastCode();
    await Promise.all(Array.from({ length: 50 }, () => enter(wrongly(code))));
    const { triesLeft = 0, version = 0 } = state.codes.get(state.task.taskId) ?? {};
    expect(triesLeft).toBe(5 - (version - 1));
    expect(triesLeft).toBeLessThan(5);
  });

  it('that was replaced or forged mails no code, and a session of another task opens nothing', async () => {
    const { state, link, call, lastCode, enter } = world();
    for (const path of [`${state.task.taskId}!older`, 'forged', 'gone!x'])
      expect((await call('POST', `${path}/code`)).status).toBeGreaterThanOrEqual(404);
    expect(state.mails).toEqual([]);
    await call('POST', `${link}/code`);
    const [cookie = ''] = (await enter(lastCode())).cookie.split(';');
    state.task = aTask({ taskId: 'C0123456789AB-1-denial' });
    const other = `${state.task.taskId}!${state.task.linkNonce}`;
    expect((await call('GET', other, '', cookie)).markup).not.toMatch(patient);
    state.task = aTask({ links: { [mailbox]: 'newer' } });
    const replayed = await call('GET', link, '', cookie);
    expect([replayed.status, patient.test(replayed.markup)]).toEqual([410, false]);
  });
});

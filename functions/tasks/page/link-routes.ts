import type { HttpResponse, HttpRoute } from '../../runtime/http-handler.ts';
import { cookieOf, type DoorEffects, enterCode, mailCode } from './door/enter-by-code.ts';
import { type LinkEffects, showTask, takeDecision } from './follow-link.ts';
import { failurePage } from './message-pages.ts';
import { type Page, pageHeaders } from './page-layout.ts';

const toResponse = ({ status, markup }: Page): HttpResponse => ({
  status,
  headers: pageHeaders,
  body: markup,
});

/** To the page of the task, with the session in a cookie: the code then stands in no history of the browser. */
const openTask = (token: string, { taskId, session }: { taskId: string; session: string }): HttpResponse => ({
  status: 303,
  headers: { ...pageHeaders, location: `../${token}`, 'set-cookie': cookieOf(taskId, session) },
  body: '',
});

/**
 * What a signed link leads to: a page that asks for a code, the code itself, the page of the task, and the decision that
 * the page sends.
 */
export const linkRoutes = (effects: LinkEffects & DoorEffects, now: () => Date): readonly HttpRoute[] => [
  {
    method: 'GET',
    path: '/t/{token}',
    respond: async ({ path, cookies, origin }) =>
      toResponse(await showTask({ token: path.token ?? '', cookies, origin }, now(), effects)),
  },
  {
    method: 'POST',
    path: '/t/{token}',
    respond: async ({ path, cookies, origin, body, bytes, contentType }) => {
      const visitor = { token: path.token ?? '', cookies, origin };
      return toResponse(
        await takeDecision({ ...visitor, body, sent: { bytes, contentType } }, now(), effects),
      );
    },
  },
  {
    method: 'POST',
    path: '/t/{token}/code',
    respond: async ({ path: { token = '' }, origin }) =>
      toResponse(await mailCode({ token, origin }, now(), effects)),
  },
  {
    method: 'POST',
    path: '/t/{token}/session',
    respond: async ({ path: { token = '' }, origin, body }) => {
      const code = new URLSearchParams(body).get('code') ?? '';
      const entered = await enterCode({ token, origin }, code.slice(0, 20), now(), effects);
      return 'page' in entered ? toResponse(entered.page) : openTask(token, entered);
    },
  },
];

/** A request that failed, told to a person in a browser. */
export const refuseAsPage = ({ status }: { readonly status: number }): HttpResponse =>
  toResponse(failurePage(status));

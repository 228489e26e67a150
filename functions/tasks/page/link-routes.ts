import type { HttpResponse, HttpRoute } from '../../runtime/http-handler.ts';
import { cookieOf, type DoorEffects, type Entered, enterCode, mailCode } from './door/enter-by-code.ts';
import { enterBySignIn, type SignInEffects, showSignIn } from './door/enter-by-sign-in.ts';
import { type LinkEffects, showTask, takeDecision } from './follow-link.ts';
import { failurePage } from './message-pages.ts';
import { type Page, pageHeaders } from './page-layout.ts';

const toResponse = ({ status, markup }: Page): HttpResponse => ({
  status,
  headers: pageHeaders,
  body: markup,
});

/** To the page of the task, with the session in a cookie: what was typed then stands in no history of the browser. */
const openTask = (token: string, entered: Entered): HttpResponse =>
  'page' in entered
    ? toResponse(entered.page)
    : {
        status: 303,
        headers: {
          ...pageHeaders,
          location: `../${token}`,
          'set-cookie': cookieOf(entered.taskId, entered.session),
        },
        body: '',
      };

/** What a browser sends as one field, cut where nothing of ours is that long. */
const fieldIn = (body: string, name: string, mostCharacters: number): string =>
  (new URLSearchParams(body).get(name) ?? '').trim().slice(0, mostCharacters);

export type LinkRouteEffects = LinkEffects & DoorEffects & SignInEffects;

/**
 * What a signed link leads to: a page that asks for a code or to sign in, the page of the task, and the decision that the
 * page sends.
 */
export const linkRoutes = (effects: LinkRouteEffects, now: () => Date): readonly HttpRoute[] => [
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
      const code = fieldIn(body, 'code', 20);
      return openTask(token, await enterCode({ token, origin }, code, now(), effects));
    },
  },
  {
    method: 'GET',
    path: '/t/{token}/sign-in',
    respond: async ({ path: { token = '' } }) => toResponse(await showSignIn({ token }, now(), effects)),
  },
  {
    method: 'POST',
    path: '/t/{token}/sign-in',
    respond: async ({ path: { token = '' }, origin, body }) => {
      const password = (new URLSearchParams(body).get('password') ?? '').slice(0, 256);
      const sent = {
        mailbox: fieldIn(body, 'mailbox', 254),
        password,
        code: fieldIn(body, 'code', 20).replaceAll(' ', ''),
      };
      return openTask(token, await enterBySignIn({ token, origin }, sent, now(), effects));
    },
  },
];

/** A request that failed, told to a person in a browser. */
export const refuseAsPage = ({ status }: { readonly status: number }): HttpResponse =>
  toResponse(failurePage(status));

import type { HttpResponse, HttpRoute } from '../../runtime/http-handler.ts';
import { type LinkEffects, showTask, takeDecision } from './follow-link.ts';
import { failurePage } from './message-pages.ts';
import { type Page, pageHeaders } from './page-layout.ts';

const toResponse = ({ status, markup }: Page): HttpResponse => ({
  status,
  headers: pageHeaders,
  body: markup,
});

/** What a signed link leads to: the page of its task, and the decision that the page sends. */
export const linkRoutes = (effects: LinkEffects, now: () => Date): readonly HttpRoute[] => [
  {
    method: 'GET',
    path: '/t/{token}',
    respond: async ({ path }) => toResponse(await showTask(path.token ?? '', now(), effects)),
  },
  {
    method: 'POST',
    path: '/t/{token}',
    respond: async ({ path, body, bytes, contentType }) =>
      toResponse(
        await takeDecision({ token: path.token ?? '', body, sent: { bytes, contentType } }, now(), effects),
      ),
  },
];

/** A request that failed, told to a person in a browser. */
export const refuseAsPage = ({ status }: { readonly status: number }): HttpResponse =>
  toResponse(failurePage(status));

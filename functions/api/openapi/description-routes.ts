import { createHash } from 'node:crypto';
import type { HttpResponse, HttpRoute } from '../../runtime/http-handler.ts';
import type { OpenApiDocument } from './document.ts';

/** It holds no data of anybody, and changes when the program does. */
const cached = {
  'cache-control': 'public, max-age=3600',
  'x-content-type-options': 'nosniff',
};

/** How the page is laid out: given, since the look of pages is another area's. */
export type LayOut = (document: OpenApiDocument) => { readonly markup: string; readonly style: string };

const styleHash = (style: string): string => createHash('sha256').update(style).digest('base64');

const asPage = ({ markup, style }: ReturnType<LayOut>): HttpResponse => ({
  status: 200,
  headers: {
    ...cached,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash(style)}'; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
  },
  body: markup,
});

const asJson = (document: OpenApiDocument): HttpResponse => ({
  status: 200,
  headers: { ...cached, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(document),
});

/** Makes something when it is first asked for, and once: most starts of the function never are. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The description of the API, for programs and for people; neither asks for a token. */
export const descriptionRoutes = (describe: () => OpenApiDocument, layOut: LayOut): readonly HttpRoute[] => {
  const document = once(describe);
  const page = once(() => asPage(layOut(document())));
  const json = once(() => asJson(document()));
  return [
    { method: 'GET', path: '/v1/openapi.json', respond: async () => json() },
    { method: 'GET', path: '/v1/docs', respond: async () => page() },
  ];
};

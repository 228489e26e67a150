import { rolesThat } from '../../domain/access/permissions.ts';
import type { CallerRoute as RouteOfCaller } from '../access/caller-routes.ts';
import { needsKey, takesKey } from '../mechanics/carry-out-once.ts';
import type { PracticeRoute } from '../practice-request.ts';
import { type JsonSchema, refTo } from './json-schema.ts';
import { groupOf, operationIdOf } from './operation-id.ts';
import { refusals } from './refusals.ts';

/** As far as a description goes. */
type CallerRoute = Omit<RouteOfCaller, 'handler'>;

/** What operations are written with: the names of the schemas of routes, and what the components say. */
export type Written = {
  readonly bodyOf: (route: PracticeRoute) => string | undefined;
  readonly answerOf: (route: Pick<PracticeRoute, 'answer'>) => string;
  /** The schema of a query as a component, which no operation names: its fields become parameters. */
  readonly queryOf: (route: PracticeRoute) => JsonSchema | undefined;
};

export const needOfRoute = ({ permission }: PracticeRoute): readonly (keyof typeof rolesThat)[] =>
  typeof permission === 'string' ? [permission] : permission.among;

/** The name of the scheme by which all but the description itself is secured. */
export const scheme = 'signedIn';

/** What a program's token names for a permission. */
const scopeOf = (permission: string): string => `claimwright/${permission}`;

const permissionInWords = (route: PracticeRoute): string => {
  const need = needOfRoute(route);
  const roles = [...new Set(need.flatMap((permission) => rolesThat[permission]))];
  const told = typeof route.permission === 'string' ? '' : ` (${route.permission.told})`;
  return `Needs the permission to ${need.join(' or to ')}${told}. Roles that have it: ${roles.join(', ')}.`;
};

const contentOf = (name: string): JsonSchema => ({
  'application/json': { schema: { $ref: refTo(name) } },
});

const placesIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const queryParameters = (query: JsonSchema | undefined): readonly JsonSchema[] => {
  const required = (query?.required ?? []) as readonly string[];
  return Object.entries((query?.properties ?? {}) as Record<string, JsonSchema>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema,
    }),
  );
};

/** What answers carry beside their bodies, by the names of the headers. */
const headersOf = (
  route: Pick<PracticeRoute, 'method' | 'version' | 'shownOnce'>,
): Readonly<Record<string, string>> => ({
  ...(route.version && { ETag: 'the version of the record, for If-Match' }),
  ...(takesKey(route) &&
    route.shownOnce === undefined && {
      'Idempotency-Replayed': 'true: the answer of the first such request',
    }),
});

/** Headers as a description has them. */
export const headersIn = (headers: Readonly<Record<string, string>>): JsonSchema =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );

/** The parameters that are the same of every route of a kind, by the names that they have as components. */
const commonOf = (route: PracticeRoute): readonly string[] => [
  ...(route.list === undefined ? [] : ['Cursor', 'Limit']),
  ...(needsKey(route) ? ['NeededIdempotencyKey'] : takesKey(route) ? ['IdempotencyKey'] : []),
  ...(route.version === 'asked' ? ['IfMatch'] : []),
];

const inWords = (route: PracticeRoute): string =>
  [
    permissionInWords(route),
    route.list === undefined ? '' : `A page at a time, ${route.list}.`,
    route.repeat === undefined ? '' : `Sent twice: ${route.repeat}.`,
    route.shownOnce === undefined ? '' : `Sent twice under one key: 409. ${route.shownOnce}.`,
  ]
    .filter(Boolean)
    .join(' ');

const responsesOf = (route: CallerRoute, { answerOf }: Pick<Written, 'answerOf'>): JsonSchema => {
  const { status, orStatus, orTold } = route.answer;
  const headers = headersOf(route);
  const said = {
    description: route.summary,
    ...(Object.keys(headers).length > 0 && { headers: headersIn(headers) }),
    content: contentOf(answerOf(route)),
  };
  const refused = refusals
    .filter(({ of = () => true }) => of(route))
    .map(({ status: code, name }) => [code, { $ref: `#/components/responses/${name}` }]);
  return Object.fromEntries([
    [status, said],
    ...(orStatus === undefined ? [] : [[orStatus, { ...said, description: orTold ?? said.description }]]),
    ...refused,
  ]);
};

/** A route that belongs to no practice: whoever signed in may call it, and learns what is its own. */
export const operationOfCaller = (route: CallerRoute, written: Written): JsonSchema => ({
  operationId: operationIdOf(route),
  tags: [groupOf(route)],
  summary: route.summary,
  description: 'Needs an access token, and no permission: the answer is about the caller.',
  'x-permissions': [],
  security: [{ [scheme]: [] }],
  parameters: [],
  responses: responsesOf(route, written),
});

/** One route as OpenAPI describes it. */
export const operationOf = (route: PracticeRoute, written: Written): JsonSchema => {
  const body = written.bodyOf(route);
  return {
    operationId: operationIdOf(route),
    tags: [groupOf(route)],
    summary: route.summary,
    description: inWords(route),
    'x-permissions': needOfRoute(route),
    // One of these is enough, as one of the permissions is.
    security: needOfRoute(route).map((permission) => ({ [scheme]: [scopeOf(permission)] })),
    parameters: [
      ...placesIn(`/{practiceId}${route.path}`).map((name) => ({ $ref: `#/components/parameters/${name}` })),
      ...queryParameters(written.queryOf(route)),
      ...commonOf(route).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(body !== undefined && { requestBody: { required: true, content: contentOf(body) } }),
    responses: responsesOf(route, written),
  };
};

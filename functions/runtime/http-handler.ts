import middy from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { z } from 'zod';
import type { Caller } from '../domain/access/membership.ts';
import type { RequestOrigin } from '../domain/audit/audit-entry.ts';
import type { Finding } from '../domain/finding.ts';
import { BillingError } from './errors.ts';
import { count, describeError, logger, observed } from './observability.ts';
import { type ProblemDetails, type ProblemName, problemKinds, problemOf } from './problem.ts';

export type HttpRequest = {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as it came, for forms that send files. */
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Whose access token API Gateway checked; undefined where a route asks for none, and of every other token. */
  readonly caller: Caller | undefined;
  /** Where it came from, and what tells it from all others. */
  readonly origin: RequestOrigin;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type HttpRoute = {
  readonly method: Exclude<Method, 'ANY'>;
  readonly path: `/${string}`;
  readonly respond: (request: HttpRequest) => Promise<HttpResponse>;
};

/** What the caller learns of a request that was not carried out. No PHI, and no value that was sent. */
export type Refusal = { readonly status: number; readonly name: ProblemName; readonly detail: string };

/** Records and task pages hold PHI: no cache keeps them. */
const jsonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

export const json = (status: number, body: unknown): HttpResponse => ({
  status,
  headers: jsonHeaders,
  body: JSON.stringify(body),
});

/** The one way in which the API refuses: problem details, under their own content type. */
export const problem = (name: ProblemName, details: ProblemDetails): HttpResponse => ({
  ...json(problemKinds[name].status, problemOf(name, details)),
  headers: { ...jsonHeaders, 'content-type': 'application/problem+json' },
});

/** 400: who sent what wrong, and where in it. */
export const badRequest = (findings: readonly Finding[]): HttpResponse =>
  problem('InvalidInput', { detail: 'The request does not fit', findings });

const refuseAsProblem = ({ name, detail }: Refusal): HttpResponse => problem(name, { detail });

/**
 * The entry point of an HTTP API (payload format 2.0). A failure becomes the status of its name; `refuse` renders
 * it, as problem details unless the caller is a browser.
 */
export const httpHandler = (routes: readonly HttpRoute[], refuse = refuseAsProblem) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(observed)
    .handler(
      httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
        routes: routes.map((route) => ({
          method: route.method,
          path: route.path,
          handler: (event: APIGatewayProxyEventV2) => answer(route, event, refuse),
        })),
        notFoundResponse: () =>
          toResult(refuse(refusalOf('RecordNotFound', 'There is nothing at this path'))),
      }),
    );

const answer = async (
  route: HttpRoute,
  event: APIGatewayProxyEventV2,
  refuse: (refusal: Refusal) => HttpResponse,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const response = await respond(route, event, refuse);
  count(response.status < 500 ? 'Done' : 'Failed');
  logger.info('Request answered', { route: `${route.method} ${route.path}`, status: response.status });
  return toResult(response);
};

const respond = async (
  route: HttpRoute,
  event: APIGatewayProxyEventV2,
  refuse: (refusal: Refusal) => HttpResponse,
): Promise<HttpResponse> => {
  try {
    return await route.respond(toRequest(event));
  } catch (error) {
    const refusal = toRefusal(error);
    const level = refusal.status < 500 ? 'warn' : 'error';
    logger[level]('Request failed', { route: `${route.method} ${route.path}`, ...describeError(error) });
    return refuse(refusal);
  }
};

/** Only our own failures explain themselves; of all others the caller learns that they happened. */
const toRefusal = (error: unknown): Refusal =>
  error instanceof BillingError && error.name !== 'MissingConfiguration'
    ? refusalOf(error.name, error.message)
    : refusalOf('InternalError', 'Something failed on our side; try again');

const refusalOf = (name: ProblemName, detail: string): Refusal => ({
  status: problemKinds[name].status,
  name,
  detail,
});

const toRequest = (event: APIGatewayProxyEventV2): HttpRequest => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return {
    path: decoded(event.pathParameters ?? {}),
    query: defined(event.queryStringParameters ?? {}),
    body: bytes.toString('utf8'),
    bytes,
    contentType: event.headers?.['content-type'] ?? '',
    headers: inSmallLetters(event.headers ?? {}),
    cookies: cookiesOf(event),
    caller: callerOf(event),
    origin: {
      requestId: event.requestContext.requestId,
      source: event.requestContext.http.sourceIp,
      at: new Date().toISOString(),
    },
  };
};

/**
 * What API Gateway tells of the token of a route with a JWT authorizer (payload 2.0), once it has checked it. An ID
 * token is signed by the same pool for the same client, and is meant for nobody but that client: it lets nobody in.
 */
const TokenContext = z.object({
  authorizer: z.object({
    jwt: z.object({
      claims: z.object({
        token_use: z.literal('access'),
        sub: z.string().min(1),
        client_id: z.string().min(1),
        scope: z.string().default(''),
      }),
    }),
  }),
});

const scopePrefix = 'claimwright/';

/** Cognito gives out tokens of client credentials under the client's own id as the subject. */
const callerOf = ({ requestContext }: APIGatewayProxyEventV2): Caller | undefined => {
  const claims = TokenContext.safeParse(requestContext).data?.authorizer.jwt.claims;
  if (!claims) return undefined;
  const { sub: subject, client_id: clientId, scope } = claims;
  const named = scope.split(' ').filter((one) => one.startsWith(scopePrefix));
  const scopes = named.map((one) => one.slice(scopePrefix.length));
  return { kind: subject === clientId ? 'program' : 'person', subject, scopes };
};

/** API Gateway hands cookies on in a list of their own. */
const cookiesOf = ({ cookies, headers }: APIGatewayProxyEventV2): Record<string, string> => {
  const pairs = cookies ?? headers?.cookie?.split(';') ?? [];
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
};

/** API Gateway sends them so; what stands in for it may not. */
const inSmallLetters = (headers: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(defined(headers)).map(([name, value]) => [name.toLowerCase(), value]));

const defined = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const decoded = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(defined(values)).map(([name, value]) => [name, decodeSegment(value)]));

const decodeSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray percent sign: it names nothing, and the look-up says so
  }
};

const toResult = ({ status, headers, body }: HttpResponse): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { ...headers },
  body,
});

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { httpHandler } from '../../functions/runtime/http-handler.ts';
import { anHttpEvent, withClaims } from '../factories/http-event.ts';
import { aContext } from '../factories/lambda-context.ts';

type Handler = ReturnType<typeof httpHandler>;

/** What API Gateway takes at most before it refuses by itself. */
const mostBytes = 10_000_000;

/** API Gateway hands on as text what says that it is text, and everything else as base64. */
const isText = (type: string): boolean => /^(?:text\/|application\/(?:[\w.-]+\+)?json\b)/i.test(type);

/** The claims of an access token. This stand checks no signature: API Gateway does, and tests/e2e/patients.test.ts tests that. */
const claimsIn = (authorization: string | undefined): Readonly<Record<string, string>> | undefined => {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization ?? '') ?? [];
  if (!payload) return undefined;
  try {
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
  } catch {
    return undefined;
  }
};

/** Of a name that is given several times, API Gateway hands on all values in one. */
const queryOf = (url: URL): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams)
    query[name] = name in query ? `${query[name]},${value}` : value;
  return query;
};

const eventOf = (request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 => {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const type = request.headers['content-type'] ?? '';
  const event = anHttpEvent(request.method ?? '', path, {
    rawQueryString: query,
    queryStringParameters: queryOf(new URL(`http://api/?${query}`)),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    ...(body.length > 0 && {
      body: body.toString(isText(type) ? 'utf8' : 'base64'),
      isBase64Encoded: !isText(type),
    }),
  });
  const claims = claimsIn(request.headers.authorization);
  return claims ? withClaims(event, claims) : event;
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

/** Serves a handler over HTTP on this machine as API Gateway would, without a process for each call. */
export const serveApi = async (handler: Handler) => {
  // A client that is told to wait does: what the limits of clients do is tested elsewhere.
  const answerTo = async (event: APIGatewayProxyEventV2): Promise<Awaited<ReturnType<Handler>>> => {
    const answer = await handler(event, aContext());
    if (answer.statusCode !== 429) return answer;
    await pause(Number(answer.headers?.['retry-after'] ?? 1) * 1000);
    return answerTo(event);
  };
  const server = createServer({ maxHeaderSize: 262_144 }, async (request, response) => {
    const body = await bodyOf(request);
    if (body.length > mostBytes) {
      response.writeHead(413, { 'content-type': 'application/json' });
      response.end('{"message":"Request Entity Too Large"}');
      return;
    }
    const answer = await answerTo(eventOf(request, body));
    response.writeHead(answer.statusCode ?? 500, { ...answer.headers } as Record<string, string>);
    response.end(answer.body);
  });
  // Whoever holds a connection open and sends a request just when it is closed would see it fail.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
};

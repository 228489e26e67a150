import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../chance.ts';

/** What may go wrong between a function and a service. */
export const proxyFaults = ['unavailable', 'throttled', 'cut-before', 'cut-after', 'late', 'twice'] as const;
export type ProxyFault = (typeof proxyFaults)[number];

export type FaultyProxy = {
  readonly endpoint: string;
  /** How often what went wrong, by service or action and kind. */
  readonly counts: ReadonlyMap<string, number>;
  readonly stop: () => Promise<void>;
};

const longestDelayMs = 800;

/** A door to the local cloud at which so many of a thousand calls go wrong, by chance. */
export const faultyProxy = async (
  target: string,
  chance: Chance,
  perThousand: number,
): Promise<FaultyProxy> => {
  const counts = new Map<string, number>();
  const server = createServer(async (asked, answer) => {
    const body = await bodyOf(asked);
    const fault =
      chance.below(1000) < perThousand ? proxyFaults[chance.below(proxyFaults.length)] : undefined;
    const name = `${actionOf(asked)} ${fault}`;
    if (fault) counts.set(name, (counts.get(name) ?? 0) + 1);
    await answerWith(fault, { target, asked, body, answer, delayMs: chance.below(longestDelayMs) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const bodyOf = async (asked: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** The action of a call by its header; without one it is S3, Lambda or SES, by its method. */
const actionOf = ({ headers, method }: IncomingMessage): string => {
  const target = headers['x-amz-target'];
  return typeof target === 'string' ? (target.split('.').at(-1) ?? target) : `${method}`;
};

type Call = {
  readonly target: string;
  readonly asked: IncomingMessage;
  readonly body: Buffer;
  readonly answer: ServerResponse;
  readonly delayMs: number;
};

const answerWith = async (fault: ProxyFault | undefined, call: Call): Promise<void> => {
  const { answer, delayMs } = call;
  if (fault === 'unavailable') return refuse(answer, 503, 'ServiceUnavailable');
  if (fault === 'throttled') return refuse(answer, 429, 'ThrottlingException');
  if (fault === 'cut-before') return void answer.destroy();
  if (fault === 'late') await pause(delayMs);
  // As the SDK itself asks again where an answer was lost: what comes back is what the second call got.
  if (fault === 'twice') await forward(call);
  const { status, headers, body } = await forward(call);
  if (fault === 'cut-after') return void answer.destroy();
  answer.writeHead(status, headers);
  answer.end(body);
};

/** In the forms of both kinds of protocol: the SDK reads the one that it knows, or the status. */
const refuse = (answer: ServerResponse, status: number, name: string): void => {
  answer.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-errortype': name,
    'retry-after': '1',
  });
  answer.end(JSON.stringify({ __type: name, message: 'by the proxy' }));
};

type Forwarded = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

const forward = ({ target, asked, body }: Call): Promise<Forwarded> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(target);
    const { 'transfer-encoding': _, ...headers } = asked.headers;
    const sent = request(
      {
        ...{ hostname, port, path: asked.url, method: asked.method },
        headers: { ...headers, 'content-length': String(body.length) },
      },
      async (response) => {
        const { 'transfer-encoding': __, ...own } = response.headers;
        resolve({ status: response.statusCode ?? 500, headers: own, body: await bodyOf(response) });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { vi } from 'vitest';
import { WebhookMessage } from '../../functions/domain/webhooks/message.ts';

type Request = { readonly headers: Record<string, string>; readonly body: string };

export type WebhookReceiver = {
  readonly url: string;
  /** What was taken so far, each message verified by the key and held to its schema. */
  readonly taken: (secret: string) => readonly WebhookMessage[];
  /** The same once the check holds; throws with what it last said. */
  readonly onceTaken: (
    secret: string,
    check: (messages: readonly WebhookMessage[]) => void,
  ) => Promise<readonly WebhookMessage[]>;
  readonly stop: () => Promise<unknown>;
};

/** A receiver of webhooks on this machine, which takes everything. */
export const startReceiver = async (): Promise<WebhookReceiver> => {
  const requests: Request[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.entries(request.headers).map(([name, one]) => [name, String(one)]);
    requests.push({ headers: Object.fromEntries(headers), body: Buffer.concat(chunks).toString('utf8') });
    response.writeHead(204).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const taken = (secret: string): WebhookMessage[] =>
    requests.map(({ headers, body }) => WebhookMessage.parse(new Webhook(secret).verify(body, headers)));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/hooks`,
    taken,
    onceTaken: async (secret, check) => {
      // The stream and the queue are asked every second or so; nobody else waits for what is sent.
      await vi.waitFor(() => check(taken(secret)), { timeout: 120_000, interval: 500 });
      return taken(secret);
    },
    stop: () => new Promise((closed) => server.close(closed)),
  };
};

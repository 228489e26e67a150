import type { Caller } from '../../domain/access/membership.ts';
import { type HttpResponse, problem } from '../../runtime/http-handler.ts';
import type { ApiMechanics, Clock } from './api-mechanics.ts';

/** Twenty a second, which no program of a practice needs for long: more is a loop. */
export const mostInWindow = 200;
export const windowMs = 10_000;

/** An instance writes down each fifth request of a client: whoever makes fewer costs no write. */
export const writtenDownEach = 5;

/** What a client is refused with that sent too much; undefined lets the request through. */
export type ClientLimit = (caller: Pick<Caller, 'subject'>) => Promise<HttpResponse | undefined>;

type Counted = { readonly window: number; own: number; isOver: boolean };

/**
 * A limit of each client by itself (docs/decisions/0011): 429 with Retry-After for who is over it, until the window of
 * ten seconds ends; its neighbours are counted apart. One for each instance of the function. What cannot be counted is
 * let through.
 */
export const clientLimit = ({
  countRequests,
  now,
}: Pick<ApiMechanics, 'countRequests'> & Clock): ClientLimit => {
  const clients = new Map<string, Counted>();

  const countedIn = (client: string, window: number): Counted => {
    const known = clients.get(client);
    if (known?.window === window) return known;
    for (const [name, { window: past }] of clients) if (past !== window) clients.delete(name);
    const fresh = { window, own: 0, isOver: false };
    clients.set(client, fresh);
    return fresh;
  };

  return async ({ subject }) => {
    const at = now().getTime();
    const window = Math.floor(at / windowMs);
    const counted = countedIn(subject, window);
    if (!counted.isOver) {
      counted.own += 1;
      if (counted.own % writtenDownEach !== 0) return undefined;
      counted.isOver = (await countRequests(subject, window, writtenDownEach)) > mostInWindow;
      if (!counted.isOver) return undefined;
    }
    return tooMany((window + 1) * windowMs - at);
  };
};

const tooMany = (waitMs: number): HttpResponse => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const response = problem('TooManyRequests', {
    detail: `More than ${mostInWindow} requests of this client in ${windowMs / 1000} seconds`,
  });
  return { ...response, headers: { ...response.headers, 'retry-after': String(seconds) } };
};

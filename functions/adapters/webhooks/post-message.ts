import { request as requestPlainly } from 'node:http';
import { type RequestOptions, request as requestByTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Posted } from '../../domain/webhooks/delivery.ts';
import { isThisMachine, type ReceiverOptions, receiverAddresses } from './public-address.ts';

export type Post = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type PostOptions = ReceiverOptions & {
  /** Until the receiver has answered, from the look-up of its name. @default 15 seconds, the least that the standard asks for */
  readonly timeoutMs?: number;
};

const sendWithin = 15_000;

/** Connects to the addresses that were checked: the name is not looked up again, for it could lead elsewhere by then. */
const pinned =
  (addresses: readonly { readonly address: string; readonly family: number }[]): LookupFunction =>
  (_hostname, { all }, found) => {
    const [first] = addresses;
    if (all) found(null, [...addresses]);
    else found(null, first?.address ?? '', first?.family);
  };

/**
 * Posts a message. No redirect is followed, for it could lead anywhere; of the answer nothing is read but the status and
 * the time to come back. Certificates are checked as Node does.
 */
export const postMessage = async (
  { url, headers, body }: Post,
  { timeoutMs = sendWithin, ...options }: PostOptions,
): Promise<Posted> => {
  const target = new URL(url);
  const signal = AbortSignal.timeout(timeoutMs);
  const late = new Promise<{ readonly error: 'timeout' }>((resolve) => {
    signal.addEventListener('abort', () => resolve({ error: 'timeout' }), { once: true });
  });
  const found = await Promise.race([receiverAddresses(target, options), late]);
  if ('error' in found) return found;
  const isPlain = target.protocol === 'http:';
  if (isPlain && !(options.toThisMachine && isThisMachine(target))) return { error: 'refused-address' };
  const sent = send(isPlain ? requestPlainly : requestByTls, target, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    lookup: pinned(found.addresses),
    agent: false,
    signal,
  });
  return Promise.race([sent(body), late]);
};

const send =
  (request: typeof requestByTls | typeof requestPlainly, target: URL, options: RequestOptions) =>
  (body: string): Promise<Posted> =>
    new Promise((resolve) => {
      const sending = request(target, options, (response) => {
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
        response.destroy();
      });
      sending.on('error', () => resolve({ error: options.signal?.aborted ? 'timeout' : 'unreachable' }));
      sending.end(body);
    });

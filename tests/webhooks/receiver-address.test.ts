import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postMessage } from '../../functions/adapters/webhooks/post-message.ts';
import {
  isPublicAddress,
  isThisMachine,
  type Resolve,
  receiverAddresses,
} from '../../functions/adapters/webhooks/public-address.ts';
import { checkUrl } from '../../functions/webhooks/check-url.ts';

let server: Server;
let port: number;
let requests = 0;

beforeAll(async () => {
  server = createServer((_request, response) => {
    requests += 1;
    response.writeHead(200).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => new Promise((closed) => server.close(closed)));

/** A name that leads to other addresses each time that it is looked up. */
const leading = (...answers: readonly (readonly string[])[]) => {
  let looked = 0;
  const resolve: Resolve = async () => {
    const addresses = answers[Math.min(looked, answers.length - 1)] ?? [];
    looked += 1;
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { resolve, looked: () => looked };
};

const publicOne = '93.184.215.14';
const message = { headers: {}, body: '{}' };

describe('an address', () => {
  it.each([
    ['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1'],
    ['172.31.255.255', '192.0.0.170', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
    ['64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::', '2001:db8::1', '3fff::1', '', 'localhost', '1.2.3'],
  ])('is not public: %s, %s, %s, %s, %s, %s, …', (...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('is public on the public internet', () => {
    const some = [publicOne, '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1', '2a00::1'];
    expect(some.filter(isPublicAddress)).toEqual(some);
  });
});

describe('an address that is entered', () => {
  const check = (url: string, answer: readonly string[] = [publicOne], toThisMachine = false) =>
    checkUrl(url, {
      whereIs: (one) => receiverAddresses(one, { resolve: leading(answer).resolve, toThisMachine }),
      isLocal: (one) => toThisMachine && isThisMachine(one),
    });

  it.each([
    ['ftp://receiver.example/', 'not-https'],
    ['http://receiver.example/', 'not-https'],
    ['http://localhost:8080/', 'not-https'],
    ['receiver.example', 'no-url'],
    ['https://user:pass@receiver.example/', 'user-in-url'],
    ['https://user@receiver.example/', 'user-in-url'],
    ['https://receiver.example/#part', 'fragment-in-url'],
    ['https://127.0.0.1/', 'refused-address'],
    ['https://2130706433/', 'refused-address'],
    ['https://0x7f.1/', 'refused-address'],
    ['https://[::1]/', 'refused-address'],
    ['https://[::ffff:10.0.0.1]/', 'refused-address'],
    ['https://169.254.169.254/latest/meta-data', 'refused-address'],
  ])('is refused: %s', async (url, code) => {
    expect((await check(url)).map((one) => one.code)).toEqual([code]);
  });

  it('is refused where one of its addresses is private, or it has none', async () => {
    expect(await check('https://receiver.example/', [publicOne, '10.0.0.1'])).toMatchObject([
      { code: 'refused-address', path: 'url' },
    ]);
    expect(await check('https://receiver.example/', [])).toMatchObject([{ code: 'unknown-host' }]);
  });

  it('is taken on the public internet, and on this machine where a local cloud is', async () => {
    expect(await check('https://receiver.example:8443/hooks?for=us')).toEqual([]);
    expect(await check('http://localhost:8080/hooks', [], true)).toEqual([]);
    expect(await check('http://10.0.0.1/hooks', [], true)).toMatchObject([{ code: 'not-https' }]);
  });
});

describe('a message', () => {
  it('is not sent to a name that leads to this machine since it was entered', async () => {
    const { resolve } = leading([publicOne], ['127.0.0.1']);
    const url = `https://receiver.example:${port}/`;
    const options = { resolve, toThisMachine: false };
    expect(await receiverAddresses(new URL(url), options)).toMatchObject({
      addresses: [{ address: publicOne }],
    });
    expect(await postMessage({ url, ...message }, options)).toEqual({ error: 'refused-address' });
    expect(requests).toBe(0);
  });

  it('goes to the address that was checked: the name is looked up once', async () => {
    const name = leading(['127.0.0.1'], ['10.0.0.1']);
    const url = `http://localhost:${port}/`;
    const sent = await postMessage({ url, ...message }, { resolve: name.resolve, toThisMachine: true });
    expect([sent, name.looked(), requests]).toEqual([{ status: 200, retryAfter: undefined }, 1, 1]);
  });

  it('is not sent without TLS, nor to this machine, but by a local cloud', async () => {
    const before = requests;
    const { resolve } = leading(['127.0.0.1']);
    for (const url of [
      `http://localhost:${port}/`,
      `http://127.0.0.1:${port}/`,
      `https://localhost:${port}/`,
    ])
      expect(await postMessage({ url, ...message }, { resolve, toThisMachine: false })).toEqual({
        error: 'refused-address',
      });
    const { resolve: toPublic } = leading([publicOne]);
    expect(
      await postMessage(
        { url: 'http://receiver.example/', ...message },
        { resolve: toPublic, toThisMachine: true },
      ),
    ).toEqual({ error: 'refused-address' });
    expect(requests).toBe(before);
  });

  it('waits no longer for a name than for an answer', async () => {
    const options = {
      resolve: () => new Promise<never>(() => undefined),
      toThisMachine: false,
      timeoutMs: 50,
    };
    expect(await postMessage({ url: 'https://receiver.example/', ...message }, options)).toEqual({
      error: 'timeout',
    });
  });

  it('is not sent to whom nobody vouches for', async () => {
    const { resolve } = leading(['127.0.0.1']);
    const sent = await postMessage(
      { url: `https://localhost:${port}/`, ...message },
      { resolve, toThisMachine: true },
    );
    expect(sent).toEqual({ error: 'unreachable' });
  });
});

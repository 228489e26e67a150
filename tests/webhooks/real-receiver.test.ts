import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { postMessage } from '../../functions/adapters/webhooks/post-message.ts';
import { sendDue } from '../../functions/webhooks/send-due.ts';
import { webhooksOfPractice } from '../../functions/webhooks/webhooks-of-practice.ts';
import { addEndpoint, by, openedTask } from './webhook-factories.ts';
import { aWorld, type World } from './webhook-world.ts';

const minute = 60_000;
const hour = 60 * minute;

type Request = { readonly path: string; readonly headers: Record<string, string>; readonly body: string };

let server: Server;
let url: string;
let requests: Request[];
/** How each request is answered, the last answer again and again. */
let answers: ((response: ServerResponse) => void)[];
let world: World;

const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end('what a receiver says');

const never = (): void => undefined;

const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, one]) => [name, String(one)]),
  );
  requests.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks).toString('utf8') });
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  answer?.(response);
};

beforeEach(async () => {
  // The library holds the time of a message against the clock.
  vi.useFakeTimers({ toFake: ['Date'] });
  [requests, answers] = [[], [answering(204)]];
  server = createServer((request, response) => void take(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  world = aWorld({
    post: (post) => postMessage(post, { toThisMachine: true, timeoutMs: 300, resolve: toHere }),
    onTime: (now) => vi.setSystemTime(now),
  });
});

afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const toHere = async () => [{ address: '127.0.0.1', family: 4 }];

const started = async (options: Parameters<typeof addEndpoint>[2] = {}) => {
  const endpoint = await addEndpoint(world, `${url}/hooks`, options);
  await world.note(openedTask());
  return endpoint;
};

const verified = ({ headers, body }: Request, secret: string): unknown =>
  new Webhook(secret).verify(body, headers);

const deliveryOf = () => [...world.deliveries.values()][0];
const endpointOf = () => [...world.endpoints.values()][0];

describe('a receiver', () => {
  it('gets a message at once, signed so that the library of Standard Webhooks verifies it', async () => {
    const { secret } = await started();
    await world.pass(10_000);
    expect(requests).toHaveLength(1);
    const [request] = requests as [Request];
    expect(verified(request, secret)).toMatchObject({
      ...{ id: request.headers['webhook-id'], type: 'task.opened', apiVersion: 'v1' },
      timestamp: '2026-11-02T10:00:00.000Z',
      data: {
        ...{ practiceId: 'maple-street', record: 'task', id: 'C0123456789AB.1', status: 'open' },
        path: '/v1/practices/maple-street/tasks/C0123456789AB.1',
      },
    });
    expect(request).toMatchObject({ path: '/hooks', headers: { 'content-type': 'application/json' } });
    expect(deliveryOf()).toMatchObject({ status: 'delivered', attempts: [{ status: 204 }] });
    expect(deliveryOf()?.dueAt).toBeUndefined();
  });

  it('finds out an altered body, another id, another time and another key', async () => {
    const { secret } = await started();
    await world.pass(10_000);
    const [request] = requests as [Request];
    const altered = (change: Partial<Record<string, string>>): Request => ({
      ...request,
      headers: { ...request.headers, ...(change as Record<string, string>) },
    });
    expect(() => verified({ ...request, body: `${request.body} ` }, secret)).toThrow('signature');
    expect(() => verified(altered({ 'webhook-id': 'msg_other' }), secret)).toThrow('signature');
    const later = String(Number(request.headers['webhook-timestamp']) + 1);
    expect(() => verified(altered({ 'webhook-timestamp': later }), secret)).toThrow('signature');
    expect(() => verified(request, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow('signature');
    expect(() => verified(request, secret)).not.toThrow();
  });

  it('that fails is tried again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, under one id', async () => {
    answers = [answering(500)];
    const { secret } = await started();
    const times: number[] = [];
    for (const pause of [0, 1 / 12, 5, 30, 120, 300, 600, 840, 1200, 1440]) {
      // The clock looks once a minute, and the queue knows of the first pause alone.
      await world.pass(pause * minute + 61_000);
      times.push(requests.length);
      for (const request of requests.slice(-1)) expect(() => verified(request, secret)).not.toThrow();
    }
    // The first two tries are within the first minute.
    expect(times).toEqual([2, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(requests.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    await world.pass(100 * hour);
    expect(requests).toHaveLength(10);
    expect(deliveryOf()).toMatchObject({ status: 'failed', tries: 10 });
    expect(endpointOf()).toMatchObject({ status: 'disabled', disabledFor: 'failing' });
    expect(world.mails).toHaveLength(1);
    expect(world.mails[0]).toMatchObject({ to: 'ana@maplestreet.example' });
    expect(JSON.stringify(world.mails)).not.toContain('C0123456789AB');
  });

  it('that does not answer in time, or redirects, has not taken the message; no redirect is followed', async () => {
    answers = [never, answering(302, { location: `${url}/elsewhere` }), answering(200)];
    await started();
    await world.pass(hour);
    expect(requests.map(({ path }) => path)).toEqual(['/hooks', '/hooks', '/hooks']);
    expect(deliveryOf()).toMatchObject({
      status: 'delivered',
      attempts: [{ error: 'timeout' }, { status: 302 }, { status: 200 }],
    });
    expect(endpointOf()?.failingSince).toBeUndefined();
  });

  it('that is gone (410) is disabled at once, and the administrators hear of it', async () => {
    answers = [answering(410)];
    const name = await started();
    await world.pass(hour);
    expect(endpointOf()).toMatchObject({ status: 'disabled', disabledFor: 'gone' });
    expect(world.mails).toHaveLength(1);
    await world.note(openedTask({ taskId: 'while-disabled' }));
    await world.pass(hour);
    expect(requests).toHaveLength(1);
    answers = [answering(204)];
    await webhooksOfPractice(world.effects).change(name, { status: 'enabled' }, by);
    await world.pass(minute);
    expect(requests.slice(1).map(({ body }) => JSON.parse(body).data.id)).toEqual(['while-disabled']);
    await webhooksOfPractice(world.effects).replay(name, { from: '2026-11-01T00:00:00.000Z' });
    await world.pass(minute);
    expect(
      requests
        .slice(2)
        .map(({ body }) => JSON.parse(body).data.id)
        .toSorted(),
    ).toEqual(['C0123456789AB.1', 'while-disabled']);
    expect(requests[0]?.headers['webhook-id']).toBe(
      requests.slice(2).find(({ body }) => body === requests[0]?.body)?.headers['webhook-id'],
    );
  });

  it('that is too busy (429) is left alone for as long as it says, all messages of it', async () => {
    answers = [answering(429, { 'retry-after': '7200' }), answering(204)];
    await started();
    await world.pass(minute);
    await world.note(openedTask({ taskId: 'second' }));
    await world.pass(118 * minute);
    expect(requests).toHaveLength(1);
    await world.pass(5 * minute);
    expect(requests).toHaveLength(3);
    expect([...world.deliveries.values()].map(({ status }) => status)).toEqual(['delivered', 'delivered']);
  });

  it('of which one message is refused takes the others, and is not disabled for it', async () => {
    answers = [(response) => answering(requests.at(-1)?.body.includes('poison') ? 500 : 204)(response)];
    await addEndpoint(world, `${url}/hooks`);
    await world.note(openedTask({ taskId: 'poison' }), openedTask({ taskId: 'good' }));
    await world.pass(hour);
    for (let day = 0; day < 5; day++) {
      await world.note(openedTask({ taskId: `day-${day}` }));
      await world.pass(24 * hour);
    }
    const standing = [...world.deliveries.values()].map(({ body, status }) => [
      JSON.parse(body).data.id,
      status,
    ]);
    expect(Object.fromEntries(standing)).toMatchObject({
      poison: 'failed',
      good: 'delivered',
      'day-4': 'delivered',
    });
    expect(endpointOf()).toMatchObject({ status: 'enabled' });
    expect(world.mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('did not take a message'),
    ]);
  });

  it('verifies with the former key for a day after a rotation, and with the new one from the start', async () => {
    const name = await started();
    const rotated = await webhooksOfPractice(world.effects).rotate(name, by);
    const secret = rotated.outcome === 'saved' ? (rotated.secret ?? '') : '';
    expect(secret).not.toBe(name.secret);
    await world.pass(minute);
    const [request] = requests as [Request];
    expect(request.headers['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/);
    for (const key of [name.secret, secret]) expect(() => verified(request, key)).not.toThrow();
    await world.pass(24 * hour);
    await world.note(openedTask({ taskId: 'a-day-later' }));
    await world.pass(minute);
    expect(() => verified(requests[1] as Request, secret)).not.toThrow();
    expect(() => verified(requests[1] as Request, name.secret)).toThrow('signature');
  });

  it('of another practice hears nothing, and one that wants other events neither', async () => {
    await addEndpoint(world, `${url}/elsewhere`, { practiceId: 'elm-row' });
    await addEndpoint(world, `${url}/payments`, { types: ['claim.paid'] });
    await started();
    await world.pass(hour);
    expect(requests.map(({ path }) => path)).toEqual(['/hooks']);
  });
});

describe('a sender', () => {
  it('keeps one call at most at a slow receiver, and another receiver’s does not wait for it', async () => {
    answers = [never];
    const slow = await started();
    let other = 0;
    const quick = { ...world.effects, post: async () => ({ status: 200 + other++ }) };
    const hanging = sendDue(slow, { ...world.effects, post: () => new Promise(() => undefined) });
    const name = await addEndpoint(world, `${url}/quick`);
    await world.note(openedTask({ taskId: 'for-both' }));
    expect(await sendDue(slow, quick)).toEqual({ outcome: 'busy' });
    expect(await sendDue(name, quick)).toEqual({ outcome: 'empty' });
    expect(other).toBe(1);
    expect(await Promise.race([hanging, Promise.resolve('still there')])).toBe('still there');
  });
});

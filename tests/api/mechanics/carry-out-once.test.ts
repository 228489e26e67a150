import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiMechanics } from '../../../functions/api/mechanics/api-mechanics.ts';
import { carryOutOnce } from '../../../functions/api/mechanics/carry-out-once.ts';
import type { PracticeRequest, PracticeRoute } from '../../../functions/api/practice-request.ts';
import { type HttpResponse, json } from '../../../functions/runtime/http-handler.ts';
import { requestKeys } from '../../factories/api/mechanics.ts';
import { programOf } from '../../factories/practice-caller.ts';

const key = 'c9a3f6a0-1111-4222-8333-944455556666';

const requestOf = (
  change: { key?: string | undefined; body?: string; subject?: string; id?: string } = {},
) => {
  const { body = '{"note":"a"}', subject = 'client-of-emr', id = 'T1' } = change;
  const named = 'key' in change ? change.key : key;
  return {
    practiceId: 'maple-street',
    by: programOf(subject),
    path: { practiceId: 'maple-street', taskId: id },
    query: {},
    body,
    headers: named === undefined ? {} : { 'idempotency-key': named },
  } as unknown as PracticeRequest; // what the mechanics look at
};

const routeOf = (repeat?: string, method = 'POST') =>
  ({
    method,
    path: '/tasks/{taskId}/handling',
    ...(repeat !== undefined && { repeat }),
  }) as unknown as PracticeRoute; // as above

const keyed = routeOf();
const harmless = routeOf('the same is the same');

/** Requests against one table of keys, at a time that a test sets; each effect is counted. */
const server = (change: Partial<ApiMechanics['keys']> = {}) => {
  const clock = { at: 1_000_000 };
  const keys = { ...requestKeys(), ...change };
  const done: string[] = [];
  const send = (route: PracticeRoute, request: PracticeRequest, effect?: () => Promise<HttpResponse>) =>
    carryOutOnce(route, request, { keys, now: () => new Date(clock.at) }, async () => {
      if (effect) return effect();
      done.push(request.body);
      return json(201, { number: done.length });
    });
  return { send, clock, keys, done };
};

describe('a request under a key', () => {
  it('sent twice is done once, and answered alike', async () => {
    const { send, done } = server();
    const first = await send(keyed, requestOf());
    const second = await send(keyed, requestOf());
    expect(second).toEqual({ ...first, headers: { ...first.headers, 'idempotency-replayed': 'true' } });
    expect([first.status, first.headers['idempotency-replayed'], done.length]).toEqual([201, undefined, 1]);
    expect((await send(keyed, requestOf({ key: `"${key}"` }))).status).toBe(201);
    expect(done).toHaveLength(1);
  });

  it('sent without one is refused where a repeat does it twice, and done each time where it does not', async () => {
    const { send, done } = server();
    const refused = await send(keyed, requestOf({ key: undefined }));
    expect([refused.status, JSON.parse(refused.body).findings]).toEqual([
      400,
      [expect.objectContaining({ code: 'key-missing', next: expect.stringContaining('Idempotency-Key') })],
    ]);
    expect((await send(keyed, requestOf({ key: 'short' }))).status).toBe(400);
    expect(done).toHaveLength(0);
    for (let time = 0; time < 2; time += 1)
      expect((await send(harmless, requestOf({ key: undefined }))).status).toBe(201);
    for (let time = 0; time < 2; time += 1)
      expect((await send(routeOf(undefined, 'PUT'), requestOf())).status).toBe(201);
    expect(done).toHaveLength(4);
  });

  it('is of one member and one route; another request under it is refused', async () => {
    const { send, done } = server();
    await send(keyed, requestOf());
    for (const other of [{ body: '{}' }, { id: 'T2' }])
      expect((await send(keyed, requestOf(other))).status).toBe(422);
    expect(done).toHaveLength(1);
    expect((await send(keyed, requestOf({ subject: 'another-client' }))).status).toBe(201);
    expect((await send({ ...keyed, path: '/other' }, requestOf())).status).toBe(201);
    expect(done).toHaveLength(3);
  });

  it('is a conflict while it runs', async () => {
    const { send, done } = server();
    let inner: HttpResponse | undefined;
    await send(keyed, requestOf(), async () => {
      inner = await send(keyed, requestOf());
      return json(200, {});
    });
    expect([inner?.status, JSON.parse(inner?.body ?? '').type, done.length]).toEqual([
      ...[409, '/v1/docs#RequestRunning', 0],
    ]);
  });

  it('that was refused lets its key go', async () => {
    const { send, done } = server();
    expect((await send(keyed, requestOf(), async () => json(400, {}))).status).toBe(400);
    expect((await send(keyed, requestOf())).status).toBe(201);
    expect(done).toHaveLength(1);
  });

  it('that failed is done again where that does nothing twice, and else asked about', async () => {
    const fails = async (): Promise<HttpResponse> => {
      throw new Error('lost');
    };
    for (const [route, status] of [
      [harmless, 201],
      [keyed, 409],
    ] as const) {
      const { send } = server();
      await expect(send(route, requestOf(), fails)).rejects.toThrow('lost');
      expect((await send(route, requestOf())).status).toBe(status);
    }
  });

  it('that was cut off behind its effect is not done a second time', async () => {
    const cutOff = new Error('cut off');
    const lost = { keep: async () => Promise.reject(cutOff), letGo: async () => Promise.reject(cutOff) };
    for (const [route, later] of [
      [harmless, 201],
      [keyed, 409],
    ] as const) {
      const { send, clock, done, keys } = server(lost);
      await expect(send(route, requestOf())).rejects.toThrow();
      keys.keep = async () => undefined;
      expect((await send(route, requestOf())).status).toBe(409);
      clock.at += 60_000;
      const again = await send(route, requestOf());
      expect([again.status, done.length]).toEqual([later, later === 201 ? 2 : 1]);
      if (later === 409) expect(JSON.parse(again.body).next).toContain('Read the record');
    }
  });

  it('however often it is sent, at once and cut off: one that cannot be repeated is done once at most', async () => {
    const step = fc.record({
      key: fc.constantFrom(key, 'another-key'),
      wait: fc.constantFrom(0, 0, 30_000, 70_000),
      crash: fc.constantFrom('no', 'no', 'before', 'behind'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const keys = requestKeys();
        const clock = { at: 0 };
        const effects = new Map<string, number>();
        const answers = new Map<string, string>();
        const calls = steps.map(async (one) => {
          clock.at += one.wait;
          const cut = async () => Promise.reject(new Error('cut off'));
          const own = one.crash === 'no' ? keys : { ...keys, keep: cut, letGo: cut };
          const effect = async (): Promise<HttpResponse> => {
            await Promise.resolve();
            if (one.crash === 'before') throw new Error('before');
            effects.set(one.key, (effects.get(one.key) ?? 0) + 1);
            return json(201, { at: clock.at });
          };
          const request = requestOf({ key: one.key });
          const mechanics = { keys: own, now: () => new Date(clock.at) };
          const answer = await carryOutOnce(keyed, request, mechanics, effect).catch(() => undefined);
          if (answer?.status !== 201) return;
          expect(answer.body).toBe(answers.get(one.key) ?? answer.body);
          answers.set(one.key, answer.body);
        });
        await Promise.all(calls);
        for (const times of effects.values()) expect(times).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});

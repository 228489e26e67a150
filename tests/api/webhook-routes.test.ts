import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import { webhooksOfPractice } from '../../functions/webhooks/webhooks-of-practice.ts';
import { apiMechanics, requestKeys } from '../factories/api/mechanics.ts';
import { callerOn, programOf } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { catchLogLines } from '../runtime/log-lines.ts';
import { addEndpoint, openedTask } from '../webhooks/webhook-factories.ts';
import { aWorld, ok } from '../webhooks/webhook-world.ts';

catchLogLines();

const subject = 'client-of-ana';
const path = '/v1/practices/maple-street/webhooks';
const url = 'https://receiver.example/hooks';
const minute = 60_000;

const calling = (change: Partial<PracticeRecords> = {}) => {
  const posts: string[] = [];
  const world = aWorld({
    post: async ({ headers }) => {
      posts.push(headers['webhook-id'] ?? '');
      return ok;
    },
  });
  const webhooks = webhooksOfPractice(world.effects);
  return {
    world,
    posts,
    call: callerOn({ findPractice: async () => practice(), webhooks, ...change }, subject),
  };
};

describe('webhooks over the API', () => {
  it('are added with a key that is shown once, in the name of the caller', async () => {
    const { call, world } = calling();
    const added = await call('POST', path, { url, types: ['task.opened', 'claim.paid'] });
    expect(added).toMatchObject({
      status: 201,
      body: {
        webhook: { url, status: 'enabled', types: ['claim.paid', 'task.opened'], by: programOf(subject) },
      },
    });
    const { secret, webhook } = added.body;
    expect(secret).toMatch(/^whsec_[\w+/=]{44}$/);
    const shown = [
      await call('GET', path),
      await call('GET', `${path}/${webhook.endpointId}`),
      await call('PATCH', `${path}/${webhook.endpointId}`, { types: null }),
    ];
    for (const { status, body } of shown) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/whsec_|sealed|secrets/);
    }
    expect([...world.endpoints.values()][0]?.types).toBeUndefined();
  });

  it('show a key once: under the same key of a request it is told that it was done, and nothing is kept', async () => {
    const keys = requestKeys();
    const { call, world } = calling({ mechanics: apiMechanics({ keys }) });
    const headers = { 'idempotency-key': 'the-key-of-one-request' };
    const { body } = await call('POST', path, { url }, true, headers);
    const again = await call('POST', path, { url }, true, headers);
    expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining('shown once') } });
    expect(world.endpoints.size).toBe(1);
    const rotation = `${path}/${body.webhook.endpointId}/rotation`;
    expect((await call('POST', rotation, undefined, true, headers)).body.secret).not.toBe(body.secret);
    expect((await call('POST', rotation, undefined, true, headers)).status).toBe(409);
    expect(JSON.stringify([...keys.kept])).not.toMatch(/whsec_/);
  });

  it('are refused with the field and the reason', async () => {
    const { call } = calling();
    const refusals: readonly (readonly [object, string])[] = [
      [{ url: 'http://receiver.example/' }, 'url'],
      [{ url: 'https://me:you@receiver.example/' }, 'url'],
      [{ url, types: [] }, 'types'],
      [{ url, types: ['claim.guessed'] }, 'types.0'],
      [{ url, secret: 'whsec_mine' }, 'secret'],
      [{ url, by: 'ana' }, 'by'],
      [{}, 'url'],
    ];
    for (const [body, field] of refusals)
      expect(await call('POST', path, body)).toMatchObject({ status: 400, body: { findings: [{ field }] } });
    for (let one = 0; one < 10; one++) expect((await call('POST', path, { url })).status).toBe(201);
    expect(await call('POST', path, { url })).toMatchObject({ body: { findings: [{ code: 'too-many' }] } });
  });

  it('are disabled, enabled and deleted, and get another key', async () => {
    const { call, world, posts } = calling();
    const name = await addEndpoint(world, url);
    const at = `${path}/${name.endpointId}`;
    expect(await call('PATCH', at, { status: 'disabled' })).toMatchObject({
      body: { webhook: { status: 'disabled', disabledFor: 'by-hand' } },
    });
    for (const [action, body] of [['test'], ['replay', { messageIds: ['msg_1'] }]] as const)
      expect((await call('POST', `${at}/${action}`, body)).status).toBe(409);
    await world.note(openedTask());
    await world.pass(minute);
    expect(posts).toHaveLength(0);
    const enabled = await call('PATCH', at, { status: 'enabled' });
    expect(enabled.body.webhook).toMatchObject({ status: 'enabled' });
    expect(enabled.body.webhook).not.toHaveProperty('disabledFor');
    await world.pass(minute);
    expect(posts).toHaveLength(1);
    const rotated = await call('POST', `${at}/rotation`);
    expect(rotated).toMatchObject({
      status: 200,
      body: { webhook: { formerSecretUntil: expect.any(String) } },
    });
    expect(rotated.body.secret).not.toBe(name.secret);
    expect((await call('DELETE', at)).status).toBe(200);
    await world.note(openedTask({ taskId: 'later' }));
    await world.pass(minute);
    expect(posts).toHaveLength(1);
    for (const [method, where] of [
      ['GET', at],
      ['DELETE', at],
      ['GET', `${at}/deliveries`],
    ] as const)
      expect((await call(method, where)).status).toBe(404);
  });

  it('show what was told, and tell it again by id or by span, with what they do not have', async () => {
    const { call, world, posts } = calling();
    const { endpointId } = await addEndpoint(world, url);
    for (const taskId of ['one', 'two', 'three']) {
      await world.note(openedTask({ taskId }));
      await world.pass(60 * minute);
    }
    const { body } = await call('GET', `${path}/${endpointId}/deliveries`);
    expect(body).toMatchObject({
      items: [1, 2, 3].map(() => ({ status: 'delivered', attempts: [{ status: 204 }] })),
    });
    expect(body.items.map(({ messageId }: { messageId: string }) => messageId)).toEqual(posts.toReversed());
    expect(body.next).toBeUndefined();
    const first = await call('GET', `${path}/${endpointId}/deliveries?limit=2`);
    const rest = await call('GET', `${path}/${endpointId}/deliveries?limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...rest.body.items]).toEqual(body.items);
    const [, second] = body.items;
    const since = await call(
      'GET',
      `${path}/${endpointId}/deliveries?from=${second.createdAt}&status=delivered`,
    );
    expect(since.body.items).toHaveLength(2);
    const replay = (asked: object) => call('POST', `${path}/${endpointId}/replay`, asked);
    expect(await replay({ messageIds: [second.messageId, 'msg_none'] })).toMatchObject({
      status: 202,
      body: { messageIds: [second.messageId], unknown: ['msg_none'] },
    });
    await world.pass(minute);
    expect(posts.slice(3)).toEqual([second.messageId]);
    expect((await replay({ from: second.createdAt })).body.messageIds).toEqual(posts.slice(1, 3));
    await world.pass(minute);
    expect(posts.slice(4).toSorted()).toEqual(posts.slice(1, 3).toSorted());
    expect((await replay({})).status).toBe(400);
  });

  it('send a test, and nothing of another practice is found', async () => {
    const { call, world, posts } = calling();
    const { endpointId } = await addEndpoint(world, url, { types: ['claim.paid'] });
    const tested = await call('POST', `${path}/${endpointId}/test`);
    await world.pass(minute);
    expect(tested).toMatchObject({ status: 202, body: { messageIds: posts } });
    expect(posts).toHaveLength(1);
    const foreign = await addEndpoint(world, url, { practiceId: 'elm-row' });
    const at = `${path}/${foreign.endpointId}`;
    for (const [method, where, body] of [
      ['GET', at],
      ['PATCH', at, { status: 'disabled' }],
      ['DELETE', at],
      ['POST', `${at}/rotation`],
      ['POST', `${at}/test`],
      ['POST', `${at}/replay`, { from: '2026-01-01T00:00:00Z' }],
      ['GET', `${at}/deliveries`],
    ] as const)
      expect((await call(method, where, body)).status).toBe(404);
    expect(world.endpoints.get(foreign.endpointId)).toMatchObject({ status: 'enabled', version: 1 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Posted } from '../../functions/domain/webhooks/delivery.ts';
import { addEndpoint, openedTask } from './webhook-factories.ts';
import { aWorld, ok } from './webhook-world.ts';

const hour = 3_600_000;

/** When a receiver takes nothing, and how it says so. */
const outage = fc.record({
  from: fc.integer({ min: 0, max: 20 }).map((hours) => hours * hour),
  hours: fc.integer({ min: 0, max: 40 }),
  how: fc.constantFrom<Posted>(
    { status: 500 },
    { status: 404 },
    { status: 302 },
    { status: 429, retryAfter: '7200' },
    { error: 'timeout' },
    { error: 'unreachable' },
    { error: 'refused-address' },
  ),
});

const receiver = fc.record({
  practiceId: fc.constantFrom('maple-street', 'elm-row'),
  outages: fc.array(outage, { maxLength: 2 }),
  wantsTasks: fc.boolean(),
});

const story = fc.record({
  receivers: fc.array(receiver, { minLength: 1, maxLength: 4 }),
  /** Minutes after the one before, and whose. */
  events: fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom('maple-street', 'elm-row')), {
    minLength: 1,
    maxLength: 8,
  }),
  /** Of the things that processes do in the first day, one in so many is the last that they do; 0: none. */
  deadly: fc.constantFrom(0, 6, 15, 40),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  lagMs: fc.constantFrom(0, 800, 3000),
});

/** Numbers from 0 to 1 that look random (Park and Miller). */
const randomly = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

type Arrived = {
  readonly url: string;
  readonly id: string;
  readonly body: string;
  readonly isTaken: boolean;
};

describe('a message', () => {
  it('arrives at least once, under one id, at its own practice’s receivers and nowhere else, whatever dies', async () => {
    let [deaths, tries, twice] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(story, async ({ receivers, events, deadly, seed, lagMs }) => {
        const random = randomly(seed);
        const arrived: Arrived[] = [];
        const world = aWorld({
          lagMs,
          isKilled: () => {
            const isIt = deadly > 0 && world.now() < world.start + 24 * hour && random() < 1 / deadly;
            if (isIt) deaths += 1;
            return isIt;
          },
          post: async ({ url, headers, body }) => {
            const since = world.now() - world.start;
            const found = receivers[Number(new URL(url).pathname.slice(1))];
            const down = found?.outages.find(
              ({ from, hours }) => since >= from && since < from + hours * hour,
            );
            if (down && 'error' in down.how && down.how.error === 'timeout')
              world.moveTo(world.now() + 15_000);
            arrived.push({ url, id: headers['webhook-id'] ?? '', body, isTaken: down === undefined });
            return down?.how ?? ok;
          },
        });
        for (const [at, { practiceId, wantsTasks }] of receivers.entries())
          await addEndpoint(world, `https://receiver.example/${at}`, {
            practiceId,
            types: wantsTasks ? ['task.opened'] : ['claim.paid'],
          });
        const expected: { readonly url: string; readonly taskId: string }[] = [];
        for (const [number, [minutes, practiceId]] of events.entries()) {
          await world.pass(minutes * 60_000);
          const taskId = `task-${number}`;
          await world.note(openedTask({ taskId, practiceId }));
          for (const [at, one] of receivers.entries())
            if (one.practiceId === practiceId && one.wantsTasks)
              expected.push({ url: `https://receiver.example/${at}`, taskId });
        }
        await world.pass(8 * 24 * hour);

        const told = arrived.map((one) => ({ ...one, message: JSON.parse(one.body) }));
        for (const { url, taskId } of expected) {
          const own = told.filter((one) => one.url === url && one.message.data.id === taskId);
          expect(own.filter(({ isTaken }) => isTaken).length).toBeGreaterThanOrEqual(1);
          expect(new Set(own.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
          expect(own[0]?.message.id).toBe(own[0]?.id);
          if (own.filter(({ isTaken }) => isTaken).length > 1) twice += 1;
        }
        const pairs = new Set(told.map(({ url, message }) => `${url} ${message.data.id}`));
        expect([...pairs].toSorted()).toEqual(
          expected.map(({ url, taskId }) => `${url} ${taskId}`).toSorted(),
        );
        for (const { url, message } of told)
          expect(message.data.practiceId).toBe(receivers[Number(new URL(url).pathname.slice(1))]?.practiceId);
        // Without a death nothing comes twice, however late the index is.
        if (deadly === 0) expect(told.filter(({ isTaken }) => isTaken)).toHaveLength(expected.length);
        tries += told.length;
      }),
      { numRuns: Number(process.env.WEBHOOK_RUNS ?? 1000) },
    );
    expect(deaths).toBeGreaterThan(100);
    expect(twice).toBeGreaterThan(0);
    console.log(`${tries} posts, ${deaths} deaths, ${twice} messages that were taken more than once`);
  });
});

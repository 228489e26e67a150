import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clientLimit,
  mostInWindow,
  windowMs,
  writtenDownEach,
} from '../../../functions/api/mechanics/client-limit.ts';

/** Instances of the function beside one table of counts, at a time that a test sets. */
const instances = (number: number) => {
  const counts = new Map<string, number>();
  const clock = { at: 0 };
  let writes = 0;
  const countRequests = async (client: string, window: number, requests: number): Promise<number> => {
    writes += 1;
    const name = `${client} ${window}`;
    counts.set(name, (counts.get(name) ?? 0) + requests);
    return counts.get(name) ?? 0;
  };
  const now = () => new Date(clock.at);
  const limits = Array.from({ length: number }, () => clientLimit({ countRequests, now }));
  const send = (instance: number, subject: string) => limits[instance % number]?.({ subject });
  return { send, clock, writes: () => writes };
};

describe('the limit of a client', () => {
  it('refuses a noisy one until the window ends, and no neighbour of it', async () => {
    const { send, clock } = instances(3);
    const answers: (number | undefined)[] = [];
    for (let request = 0; request < 1000; request += 1) answers.push((await send(request, 'noisy'))?.status);
    const taken = answers.filter((status) => status === undefined).length;
    expect(taken).toBeGreaterThanOrEqual(mostInWindow);
    expect(taken).toBeLessThanOrEqual(mostInWindow + (writtenDownEach - 1) * 3);
    for (let request = 0; request < mostInWindow; request += 1)
      expect(await send(request, 'neighbour')).toBeUndefined();
    clock.at = 2500;
    const refused = await send(0, 'noisy');
    expect([refused?.status, refused?.headers['retry-after']]).toEqual([429, '8']);
    clock.at = windowMs;
    expect(await send(0, 'noisy')).toBeUndefined();
  });

  it('costs no write where a client is quiet, one of five requests where it is not, none once it is refused', async () => {
    const quiet = instances(1);
    for (let request = 0; request < writtenDownEach - 1; request += 1) await quiet.send(0, 'quiet');
    expect(quiet.writes()).toBe(0);
    const busy = instances(1);
    for (let request = 0; request < 5000; request += 1) await busy.send(0, 'noisy');
    expect(busy.writes()).toBe(mostInWindow / writtenDownEach + 1);
  });

  it('whoever sends what instances in whatever order: it is between the limit and a few more for each', async () => {
    const request = fc.record({
      client: fc.constantFrom('a', 'b', 'c'),
      instance: fc.nat(4),
      times: fc.integer({ min: 1, max: 120 }),
      pause: fc.constantFrom(0, 0, 0, 3000, 11_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 30 }), async (requests) => {
        const { send, clock } = instances(5);
        const sent = new Map<string, { all: number; taken: number }>();
        for (const { client, instance, times, pause } of requests) {
          clock.at += pause;
          const name = `${client} ${Math.floor(clock.at / windowMs)}`;
          const counted = sent.get(name) ?? { all: 0, taken: 0 };
          sent.set(name, counted);
          for (let time = 0; time < times; time += 1) {
            counted.all += 1;
            if ((await send(instance, client)) === undefined) counted.taken += 1;
          }
        }
        for (const { all, taken } of sent.values()) {
          expect(taken).toBeGreaterThanOrEqual(Math.min(all, mostInWindow));
          expect(taken).toBeLessThanOrEqual(mostInWindow + (writtenDownEach - 1) * 5);
        }
      }),
      { numRuns: 50 },
    );
  });
});

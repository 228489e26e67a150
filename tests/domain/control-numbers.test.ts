import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leaseNumbers, type NumberSource } from '../../functions/domain/outbox/control-numbers.ts';

/** A counter that can be brought back, and marks that cannot. */
const source = () => {
  const spent = new Set<number>();
  const state = { counter: 0, spends: 0 };
  const numbers: NumberSource = {
    countOn: async (_, by) => {
      state.counter += by;
      return state.counter;
    },
    spend: async (_, number) => {
      state.spends += 1;
      const isNew = !spent.has(number);
      spent.add(number);
      return isNew;
    },
  };
  return { numbers, state };
};

it('no number is given twice, however often and wherever the counter is brought back to', async () => {
  const step = fc.oneof(
    fc.record({ lease: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ back: fc.integer({ min: 0, max: 40 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { numbers, state } = source();
      const given: number[] = [];
      for (const one of steps) {
        if ('back' in one) state.counter = Math.min(state.counter, one.back);
        else {
          const first = await leaseNumbers('northwind', one.lease, numbers);
          given.push(...Array.from({ length: one.lease }, (_, at) => first + at));
        }
      }
      expect(new Set(given).size).toBe(given.length);
    }),
  );
});

it('a counter that was brought back far finds a new number in few steps', async () => {
  const { numbers, state } = source();
  for (let file = 0; file < 1000; file++) await leaseNumbers('northwind', 1, numbers);
  state.counter = 0;
  state.spends = 0;
  expect(await leaseNumbers('northwind', 1, numbers)).toBeGreaterThan(1000);
  expect(state.spends).toBeLessThan(15);
});

it('two that lease at once get different numbers', async () => {
  const { numbers } = source();
  const firsts = await Promise.all([3, 3, 3].map((count) => leaseNumbers('northwind', count, numbers)));
  expect(new Set(firsts)).toEqual(new Set([1, 4, 7]));
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Bell, bellName } from '../../../functions/domain/follow-up/bell.ts';
import { dayMs, simulatedTime } from '../../../local/simulated-time/simulated-time.ts';

type Owed = { readonly days: number; readonly at: number };

/** A practice with workflows that wait for days to come and payers that answer after days, and what happened in it. */
const world = ({
  timers = [],
  answers = [],
  batches = [],
}: {
  timers?: number[];
  answers?: number[];
  batches?: string[];
}) => {
  let bells: readonly Bell[] = timers.map((days) => ({
    kind: 'wait',
    waitId: `of ${days}`,
    round: 0,
    at: new Date(Date.now() + days * 86_400_000).toISOString(),
  }));
  const state = {
    under: [] as (string | undefined)[],
    happened: [] as string[],
    owed: [] as Owed[],
    received: 0,
  };
  const time = simulatedTime({
    clock: {
      bells: async () => bells,
      ring: async (due) => {
        for (const bell of due) state.happened.push(`bell after ${bellName(bell).split(' ').at(-1)}`);
        bells = bells.filter((bell) => !due.includes(bell));
      },
    },
    payers: {
      receive: async (now) => {
        state.received = now.getTime();
        state.owed.push(...answers.splice(0).map((days) => ({ days, at: now.getTime() + days * dayMs })));
        return [];
      },
      nextDue: () =>
        state.owed.length > 0 ? new Date(Math.min(...state.owed.map(({ at }) => at))) : undefined,
      deliver: async (until) => {
        const due = state.owed.filter(({ at }) => at <= until.getTime()).sort((a, b) => a.at - b.at);
        state.owed = state.owed.filter(({ at }) => at > until.getTime());
        state.happened.push(...due.map(({ days }) => `answer after ${days}`));
        return due.length > 0 ? new Date(due.at(-1)?.at ?? 0) : undefined;
      },
    },
    whatMoves: async () => state.under.shift(),
    sendBatches: async () => {
      const [batch] = batches.splice(0, 1);
      if (batch) state.happened.push(batch);
      return batch !== undefined;
    },
  });
  const live = async (): Promise<string[]> => {
    do await time.settle();
    while (await time.advance());
    return state.happened;
  };
  return { time, state, live };
};

describe('simulated time', () => {
  it('brings answers and bells in the order of their instants', async () => {
    const { live, time } = world({ timers: [14, 6], answers: [10, 1, 30] });
    expect(await live()).toEqual([
      'answer after 1',
      'bell after 6',
      'answer after 10',
      'bell after 14',
      'answer after 30',
    ]);
    expect(time.days()).toBeCloseTo(30, 1);
  });

  it('lets a payer that answers in time answer before the bell, whatever the days', async () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(days, fc.nat({ max: 5 }), async (all, bells) => {
        const happened = await world({ timers: all.slice(0, bells), answers: all.slice(bells) }).live();
        const inOrder = [...all].sort((a, b) => a - b);
        expect(happened.map((one) => Number(one.split(' ').at(-1)))).toEqual(inOrder);
      }),
      { numRuns: 10 },
    );
  });

  it('stands still while anything is under way', async () => {
    const { time, state } = world({ answers: [1] });
    state.under = ['a message', undefined, 'an execution', 'an execution', undefined, undefined];
    await time.settle();
    expect(state.under).toEqual([]);
    expect(state.happened).toEqual([]);
    expect(time.days()).toBe(0);
  });

  it('does not pass while claims wait for their file', async () => {
    const { time, state, live } = world({ answers: [1], batches: ['a file', 'another'] });
    await time.settle();
    await time.advance();
    expect([state.happened, time.days()]).toEqual([['a file'], 0]);
    expect(await live()).toEqual(['a file', 'another', 'answer after 1']);
  });

  it('does not pass when nothing is due', async () => {
    const { time } = world({});
    await time.settle();
    expect(await time.advance()).toBe(false);
    expect(time.days()).toBe(0);
  });

  it('knows what is to ring', async () => {
    const { time, live } = world({ timers: [3, 5] });
    await time.settle();
    expect(time.bells()).toEqual(['wait of 3', 'wait of 5']);
    await live();
    expect(time.bells()).toEqual([]);
  });

  it('passes by itself for whoever sits at the mailbox', async () => {
    const { time, state } = world({ timers: [0.2], answers: [0.1, 0.3, 1000] });
    const passing = time.pass((error) => expect.fail(String(error)));
    await vi.waitUntil(() => state.happened.length === 3, { timeout: 120_000 });
    await passing.stop();
    expect(state.happened).toEqual(['answer after 0.1', 'bell after 0.2', 'answer after 0.3']);
  });

  it('counts a later wait from when it begins', async () => {
    const { time, state } = world({ answers: [10] });
    await time.settle();
    const start = state.received;
    await time.advance();
    await time.settle();
    expect(state.received - start).toBe(10 * dayMs);
  });
});

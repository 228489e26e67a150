import { describe, expect, it } from 'vitest';
import { type Bell, bellShardOf } from '../../functions/domain/follow-up/bell.ts';
import { type RingBellsEffects, type Rung, ringBells } from '../../functions/waits/ring-bells.ts';

const minute = 60_000;
const start = Date.parse('2026-11-02T10:00:00.000Z');
const at = (minutes: number): string => new Date(start + minutes * minute).toISOString();

/** Bells of tasks, each with what ringing it does. */
const belfry = (bells: readonly Bell[], ring: (bell: Bell) => Promise<void>) => {
  const counts: Rung[] = [];
  const failed: string[] = [];
  const state = { now: start };
  const effects: RingBellsEffects = {
    dueBells: async (kind, { shard, until, after }) => {
      const all = bells.filter(
        (bell) =>
          bell.kind === kind &&
          bellShardOf(bell.kind === 'task' ? bell.taskId : bell.waitId) === shard &&
          bell.at <= until,
      );
      const from = Number(after ?? 0);
      return {
        items: all.slice(from, from + 100),
        ...(from + 100 < all.length && { next: `${from + 100}` }),
      };
    },
    ring,
    failed: (bell) => void failed.push(bell.kind === 'task' ? bell.taskId : bell.waitId),
    counted: (rung) => void counts.push(rung),
    now: () => new Date(state.now),
  };
  return { counts, failed, state, effects };
};

const tasks = (count: number, instant = at(0)): Bell[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'task', taskId: `T${n}`, at: instant }));

describe('a call of the clock', () => {
  it('rings ten thousand bells of one instant, some tens at once', async () => {
    let [inside, most] = [0, 0];
    const { effects, counts } = belfry(tasks(10_000), async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise(setImmediate);
      inside -= 1;
    });
    await ringBells({}, effects);
    expect(counts).toEqual([{ rung: 10_000, failed: 0, lateSeconds: 0 }]);
    expect(most).toBeLessThanOrEqual(32);
    expect(most).toBeGreaterThan(8);
  });

  it('begins no more once its time is over, and says how late the earliest is that is left', async () => {
    const rung: string[] = [];
    const { effects, counts, state } = belfry(tasks(1000, at(-5)), async (bell) => {
      rung.push(bell.at);
      state.now += 1000;
    });
    await ringBells({}, effects);
    expect(rung.length).toBeGreaterThanOrEqual(40);
    expect(rung.length).toBeLessThan(40 + 64);
    expect(counts[0]?.lateSeconds).toBe((state.now - Date.parse(at(-5))) / 1000);
  });

  it('rings all others where one cannot, names that one and counts it', async () => {
    const { effects, counts, failed } = belfry(tasks(100, at(-20)), async (bell) => {
      if (bell.kind === 'task' && bell.taskId === 'T7') throw new Error('throttled');
    });
    await ringBells({}, effects);
    expect(failed).toEqual(['T7']);
    expect(counts).toEqual([{ rung: 99, failed: 1, lateSeconds: 1200 }]);
  });

  it('rings what else there is, and then fails, where a part of the index cannot be read', async () => {
    const { effects, counts } = belfry(tasks(100), async () => undefined);
    const dueBells: RingBellsEffects['dueBells'] = (kind, asked) =>
      asked.shard === '0' ? Promise.reject(new Error('throttled')) : effects.dueBells(kind, asked);
    const unread = tasks(100).filter(
      (bell) => bell.kind === 'task' && bellShardOf(bell.taskId) === '0',
    ).length;
    await expect(ringBells({}, { ...effects, dueBells })).rejects.toThrow('throttled');
    expect(unread).toBeGreaterThan(0);
    expect(counts).toEqual([{ rung: 100 - unread, failed: 0, lateSeconds: 0 }]);
  });

  it('rings nothing before its instant, except what somebody names', async () => {
    const rung: Bell[] = [];
    const { effects } = belfry(tasks(3, at(60)), async (bell) => void rung.push(bell));
    await ringBells({}, effects);
    expect(rung).toEqual([]);
    await ringBells({ only: ['task T1', 'wait T2'] }, effects);
    expect(rung).toEqual([{ kind: 'task', taskId: 'T1', at: at(60) }]);
  });
});

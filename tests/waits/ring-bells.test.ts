import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bell, bellShardOf } from '../../functions/domain/follow-up/bell.ts';
import {
  type Answer,
  settleWait,
  type TokenSent,
  type Wait,
  withAnswer,
  withoutBell,
  withRing,
  withToken,
} from '../../functions/domain/wait.ts';
import { type RingBellsEffects, type Rung, ringBells } from '../../functions/waits/ring-bells.ts';

const minute = 60_000;
const start = Date.parse('2026-11-02T10:00:00.000Z');
const at = (minutes: number): string => new Date(start + minutes * minute).toISOString();

/** A death takes the whole call with it: nothing of it goes on. */
class Died extends Error {}

/** Says before each write whether it goes wrong: `late` is written, and the caller dies or hears that it was not. */
type Trouble = 'none' | 'throttled' | 'dies-before' | 'dies-after' | 'late';

/** Waits, workflows and the index of bells in memory; the index may have what it had before. */
const practice = () => {
  const waits = new Map<string, Wait>();
  const state = { now: start, troubles: [] as Trouble[], lags: false, stale: [] as readonly Bell[] };
  /** What each token was let go on with, the first time; a token that is used is used. */
  const resumed = new Map<string, { readonly outcome: string; readonly at: number }>();
  let dead = false;
  const never = new Promise<never>(() => undefined);

  const boundary = async <T>(effect: () => T): Promise<T> => {
    await undefined;
    if (dead) return never;
    const trouble = state.troubles.shift() ?? 'none';
    if (trouble === 'throttled') throw new Error('throttled');
    if (trouble === 'dies-before') return die();
    const result = effect();
    if (trouble === 'dies-after') return die();
    if (trouble === 'late') throw new Error('the answer was lost');
    return result;
  };
  let death = Promise.withResolvers<never>();
  const die = (): Promise<never> => {
    dead = true;
    death.reject(new Died());
    return never;
  };
  /** Calls a function of the product, which may die; true when it was carried out. */
  const call = async (work: () => Promise<unknown>): Promise<boolean> => {
    dead = false;
    death = Promise.withResolvers();
    death.promise.catch(() => undefined);
    try {
      await Promise.race([work(), death.promise]);
      return true;
    } catch {
      return false;
    }
  };

  const put = (waitId: string, change: (before: Wait) => Wait | undefined): Promise<Wait | undefined> =>
    boundary(() => {
      const after = change(waits.get(waitId) ?? {});
      if (after) waits.set(waitId, after);
      return after;
    });
  const resume = async (wait: Wait | undefined): Promise<void> => {
    const settled = wait && settleWait(wait);
    if (!settled) return;
    await boundary(() => {
      const { token, answer } = settled;
      if (!resumed.has(token)) resumed.set(token, { outcome: answer.outcome, at: state.now });
    });
  };
  const index = (): readonly Bell[] =>
    [...waits].flatMap(([waitId, { bell, round = 0, ringAt = '' }]): Bell[] =>
      bell ? [{ kind: 'wait', waitId, round, at: ringAt }] : [],
    );
  const counts: Rung[] = [];
  const effects: RingBellsEffects = {
    /** Two at a time, so that who reads one page alone is found out. */
    dueBells: async (kind, { shard, until, after }) => {
      const all = [...(state.lags ? state.stale : []), ...index()]
        .filter((bell) => bell.kind === kind && bell.at <= until)
        .filter((bell) => bell.kind === 'wait' && bellShardOf(bell.waitId) === shard)
        .sort((one, other) => (one.at < other.at ? -1 : 1));
      const from = Number(after ?? 0);
      const next = from + 2 < all.length ? { next: String(from + 2) } : {};
      return boundary(() => ({ items: all.slice(from, from + 2), ...next }));
    },
    ring: async (bell) => {
      if (bell.kind !== 'wait') return;
      const { waitId, round } = bell;
      const rung = await put(waitId, (before) => withRing(before, bell));
      if (!rung) return;
      await resume(rung);
      await put(waitId, (before) => withoutBell(before, round));
    },
    failed: () => undefined,
    counted: (rung) => void counts.push(rung),
    now: () => new Date(state.now),
  };
  return {
    ...{ state, resumed, counts, index, effects },
    /** A queue delivers again what was not carried out. */
    register: async (sent: TokenSent): Promise<void> => {
      while (!(await call(async () => resume(await put(sent.waitId, (before) => withToken(before, sent))))));
    },
    answer: async (waitId: string, answer: Answer): Promise<void> => {
      while (!(await call(async () => resume(await put(waitId, (before) => withAnswer(before, answer))))));
    },
    ring: () => call(() => ringBells({}, effects)),
    see: () => {
      state.stale = index();
    },
  };
};

type Happening =
  | { readonly kind: 'token'; readonly wait: number; readonly round: number; readonly rings: number }
  | { readonly kind: 'answer'; readonly wait: number }
  | { readonly kind: 'bells' };

const waitsCount = 4;
const happenings = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('token' as const),
      wait: fc.nat({ max: waitsCount - 1 }),
      round: fc.nat({ max: 2 }),
      rings: fc.integer({ min: -3, max: 30 }),
    }),
    fc.record({ kind: fc.constant('answer' as const), wait: fc.nat({ max: waitsCount - 1 }) }),
    fc.record({ kind: fc.constant('bells' as const) }),
  ),
  { maxLength: 25 },
);
const troubles = fc.array(
  fc.constantFrom<Trouble>('none', 'none', 'none', 'throttled', 'dies-before', 'dies-after', 'late'),
  { maxLength: 60 },
);

const nameOf = (wait: number): string => `C${wait}/remittance/1.0`;

type Token = {
  readonly token: string;
  readonly sent: number;
  readonly round: number;
  readonly rings: number;
};

/** The tokens and the first answer of a wait, in minutes of the story. */
const told = (story: readonly Happening[], wait: number) => ({
  tokens: story.flatMap((one, sent): Token[] =>
    one.kind === 'token' && one.wait === wait
      ? [{ token: `t${sent}`, sent, round: one.round, rings: sent + one.rings }]
      : [],
  ),
  answered: story.findIndex((one) => one.kind === 'answer' && one.wait === wait),
});

/** How the last token of a wait goes on, and when, where the clock rings every minute and nothing goes wrong. */
const lastOf = (story: readonly Happening[], wait: number) => {
  const { tokens, answered } = told(story, wait);
  const [rungRound, last] = tokens.reduce<[number, Token | undefined]>(
    ([rung, before], next) => [overBy(before, rung, answered, next.sent), next],
    [-1, undefined],
  );
  if (!last) return undefined;
  const isAnswered = (minutes: number): boolean => answered >= 0 && answered <= minutes;
  if (isAnswered(last.sent)) return { outcome: 'settled', minutes: last.sent };
  if (rungRound >= last.round) return { outcome: 'unanswered', minutes: last.sent };
  const bell = Math.max(last.rings, last.sent);
  return isAnswered(bell)
    ? { outcome: 'settled', minutes: answered }
    : { outcome: 'unanswered', minutes: bell };
};

/** The round that is over when another token is sent: that of the token before, where its bell came first. */
const overBy = (before: Token | undefined, rung: number, answered: number, next: number): number => {
  if (!before || rung >= before.round) return rung;
  const bell = Math.max(before.rings, before.sent);
  const isRung = bell < next && !(answered >= 0 && answered <= bell);
  return isRung ? Math.max(rung, before.round) : rung;
};

const live = async (
  story: readonly Happening[],
  {
    wrong = [],
    lags = false,
    everyMinute = true,
  }: { wrong?: Trouble[]; lags?: boolean; everyMinute?: boolean },
) => {
  const world = practice();
  Object.assign(world.state, { troubles: [...wrong], lags });
  for (const [now, one] of story.entries()) {
    world.state.now = start + now * minute;
    if (one.kind === 'token')
      await world.register({
        ...{ waitId: nameOf(one.wait), token: `t${now}`, round: one.round, sentAt: now },
        ringAt: at(now + one.rings),
      });
    if (one.kind === 'answer') await world.answer(nameOf(one.wait), { outcome: 'settled' });
    if (one.kind === 'bells' || everyMinute) await world.ring();
    world.see();
  }
  // The clock goes on, and trouble does not for ever.
  for (let now = story.length; now < story.length + 60; now++) {
    world.state.now = start + now * minute;
    await world.ring();
  }
  return world;
};

const everyWait = Array.from({ length: waitsCount }, (_, wait) => wait);

describe('what is due', () => {
  it('rings when it is due and for the round that it was set for, as a list of what was told has it', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, fc.boolean(), async (story, lags) => {
        const { resumed, index } = await live(story, { lags });
        for (const wait of everyWait) {
          const token = told(story, wait).tokens.at(-1)?.token ?? '';
          const gone = resumed.get(token);
          expect(gone && { outcome: gone.outcome, minutes: (gone.at - start) / minute }).toEqual(
            lastOf(story, wait),
          );
        }
        expect(index()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('rings once for each wait, never early, and never after an answer, whatever dies or is throttled', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, troubles, fc.boolean(), async (story, wrong, lags) => {
        const { resumed, index } = await live(story, { wrong, lags, everyMinute: false });
        for (const wait of everyWait) {
          const { tokens, answered } = told(story, wait);
          const last = tokens.at(-1);
          if (last) expect(resumed.get(last.token), last.token).toBeDefined();
          for (const { token, sent, round } of tokens) {
            const gone = resumed.get(token);
            if (!gone) continue; // another took its place
            const minutes = (gone.at - start) / minute;
            const due = tokens.filter(
              (one) => one.sent <= sent && one.round >= round && one.rings <= minutes,
            );
            if (gone.outcome === 'settled') expect(answered).toBeLessThanOrEqual(minutes);
            else expect(due, `${token} at ${minutes}`).not.toEqual([]);
            if (gone.outcome === 'unanswered' && answered >= 0) expect(minutes).toBeLessThanOrEqual(answered);
          }
        }
        // What has rung or was answered has left the index.
        expect(index()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

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

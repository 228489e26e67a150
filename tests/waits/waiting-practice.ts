import { type Bell, bellName, bellShardOf } from '../../functions/domain/follow-up/bell.ts';
import { type Answer, settleWait, type TokenSent, type Wait } from '../../functions/domain/wait.ts';
import { type RingBellsEffects, ringBells } from '../../functions/waits/ring-bells.ts';
import { withAnswer, withoutBell, withRing, withToken } from './wait-rules.ts';

export const minute = 60_000;
export const start = Date.parse('2026-11-02T10:00:00.000Z');
export const at = (minutes: number): string => new Date(start + minutes * minute).toISOString();

/** A death takes the whole call with it: nothing of it goes on. */
class Died extends Error {}

/** Says before each write whether it goes wrong: `late` is written, and the caller dies or hears that it was not. */
export type Trouble = 'none' | 'throttled' | 'dies-before' | 'dies-after' | 'late';

/** Waits, workflows and the index of bells in memory; the index may have what it had before. */
export const waitingPractice = () => {
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
  const effects: RingBellsEffects = {
    /** Two at a time, so that who reads one page alone is found out. */
    dueBells: async (kind, { shard, until, after = '' }) => {
      const keyOf = (bell: Bell): string => `${bell.at} ${bellName(bell)}`;
      const behind = [...(state.lags ? state.stale : []), ...index()]
        .filter((bell) => bell.kind === kind && bell.at <= until && keyOf(bell) > after)
        .filter((bell) => bell.kind === 'wait' && bellShardOf(bell.waitId) === shard)
        .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
      const items = behind.slice(0, 2);
      const last = items.at(-1);
      return boundary(() => ({ items, ...(last && behind.length > 2 && { next: keyOf(last) }) }));
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
    counted: () => undefined,
    now: () => new Date(state.now),
  };
  return {
    ...{ state, resumed, index },
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

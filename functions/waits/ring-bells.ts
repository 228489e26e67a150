import { type Bell, bellKinds, bellName, bellShards } from '../domain/follow-up/bell.ts';
import type { Page } from '../domain/paging/page.ts';

export type RingBellsEffects = {
  /** A page of what is to ring until an instant, of one kind and in one part of the index, the earliest first. */
  readonly dueBells: (
    kind: Bell['kind'],
    asked: { readonly shard: string; readonly until: string; readonly after?: string | undefined },
  ) => Promise<Page<Bell>>;
  /** Rings and takes the bell out of the index; nothing where it stands no longer. Rung again it does nothing twice. */
  readonly ring: (bell: Bell) => Promise<void>;
  readonly failed: (bell: Bell, error: unknown) => void;
  readonly counted: (rung: Rung) => void;
  readonly now: () => Date;
};

/** How many rang and how many could not, and by how many seconds the earliest is late of those that are left. */
export type Rung = { readonly rung: number; readonly failed: number; readonly lateSeconds: number };

/** What is to ring now; named bells alone, at whatever instant, where somebody rings by hand. */
export type RingBellsCall = { readonly only?: readonly string[] | undefined };

/** A call begins no more after so long: what is left is the next minute's. It may live for sixty seconds. */
const callMs = 40_000;

/** Of each part of the index, which are rung beside one another: Step Functions takes some hundred answers a second. */
const atOnce = 2;

/** All bells to come, where some are rung by name. */
const everAfter = '9999';

/** A call as it stands. */
type Round = {
  readonly until: string;
  readonly endsMs: number;
  readonly isAsked: (bell: Bell) => boolean;
  rung: number;
  failed: number;
  earliestLeft?: string;
};

/**
 * Rings what is due: waits that nobody answered in time go on, owners and supervisors of tasks are told. What fails stays
 * in the index for the next call and keeps nobody else waiting; so does what a call has no time for. Throws, once all else
 * has rung, where a part of the index could not be read.
 */
export const ringBells = async ({ only }: RingBellsCall, effects: RingBellsEffects): Promise<Rung> => {
  const started = effects.now();
  const round: Round = {
    until: only ? everAfter : started.toISOString(),
    endsMs: started.getTime() + callMs,
    isAsked: (bell) => only === undefined || only.includes(bellName(bell)),
    ...{ rung: 0, failed: 0 },
  };
  const ended = await Promise.allSettled(bellShards.map((shard) => ringShard(shard, round, effects)));
  const result = rungIn(round, effects.now());
  effects.counted(result);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return result;
};

const rungIn = ({ rung, failed, earliestLeft }: Round, now: Date): Rung => {
  const lateMs = earliestLeft === undefined ? 0 : now.getTime() - Date.parse(earliestLeft);
  return { rung, failed, lateSeconds: Math.max(0, Math.round(lateMs / 1000)) };
};

const ringShard = async (shard: string, round: Round, effects: RingBellsEffects): Promise<void> => {
  for (const kind of bellKinds) {
    let after: string | undefined;
    do {
      const page = await effects.dueBells(kind, { shard, until: round.until, after });
      const isInTime = await ringAll(page.items.filter(round.isAsked), round, effects);
      after = isInTime ? page.next : undefined;
    } while (after !== undefined);
  }
};

/** Rings bells, a few at once; false where there was no time for all of them. */
const ringAll = async (bells: readonly Bell[], round: Round, effects: RingBellsEffects): Promise<boolean> => {
  for (let at = 0; at < bells.length; at += atOnce) {
    const few = bells.slice(at, at + atOnce);
    if (effects.now().getTime() >= round.endsMs) {
      for (const bell of few) leave(bell, round);
      return false;
    }
    await Promise.all(few.map((bell) => ringOne(bell, round, effects)));
  }
  return true;
};

const ringOne = async (bell: Bell, round: Round, effects: RingBellsEffects): Promise<void> => {
  try {
    await effects.ring(bell);
    round.rung += 1;
  } catch (error) {
    round.failed += 1;
    leave(bell, round);
    effects.failed(bell, error);
  }
};

const leave = ({ at }: Bell, round: Round): void => {
  if (round.earliestLeft === undefined || at < round.earliestLeft) round.earliestLeft = at;
};

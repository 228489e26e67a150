import { setTimeout as pause } from 'node:timers/promises';
import { type Bell, bellName } from '../../functions/domain/follow-up/bell.ts';
import type { PayerSimulator } from '../payer-simulator/simulator.ts';
import type { BellClock } from './bell-clock.ts';

/** How long a simulated day is on the clock: dates of thirty simulated days lie within minutes of today's. */
export const secondsPerDay = 3;

export const dayMs = secondsPerDay * 1000;

/** The clock's time for real time. */
const scale = dayMs / 86_400_000;

export type TimeOptions = {
  readonly clock: BellClock;
  readonly payers: PayerSimulator;
  /** Something that is under way. */
  readonly whatMoves: () => Promise<string | undefined>;
  /** Sends what waits for its file, and says whether there was anything. @default nothing waits */
  readonly sendBatches?: () => Promise<boolean>;
  /** What rings lets a workflow go on each. @default 4, which are served by processes that are there already */
  readonly bellsAtOnce?: number;
};

/**
 * Time as the local practice lives it. It stands still while anything is under way, however long that takes: a payer
 * that answers within six days answers within six days on every machine.
 */
export type SimulatedTime = {
  /** Waits until nothing moves that does not wait for a person or for time to pass. Throws when that never comes. */
  readonly settle: () => Promise<void>;
  /** Lets time pass, once all is settled, until something more happens; false when nothing is due any more. */
  readonly advance: () => Promise<boolean>;
  /** Whether a payer still has something to send. */
  readonly payersOwe: () => boolean;
  /** Simulated days since the start. */
  readonly days: () => number;
  /** What is to ring, by name, as it was when all had settled. */
  readonly bells: () => readonly string[];
  /** Lets a day pass every few seconds, except while anything is under way, until it is stopped. */
  readonly pass: (report: (error: unknown) => void) => { readonly stop: () => Promise<void> };
};

/** A bell, and when it rings by the clock. */
type DueBell = { readonly bell: Bell; readonly due: number };

type State = TimeOptions & { now: number; bells: ReadonlyMap<string, DueBell> };

export const simulatedTime = (options: TimeOptions): SimulatedTime => {
  const started = Date.now();
  const state: State = { ...options, now: started, bells: new Map() };
  return {
    settle: () => settle(state),
    advance: () => advance(state),
    payersOwe: () => state.payers.nextDue() !== undefined,
    days: () => (state.now - started) / dayMs,
    bells: () => Array.from(state.bells.values(), ({ bell }) => bellName(bell)),
    pass: (report) => pass(state, report),
  };
};

/** Tells of something that moves; where nothing does, takes in what is to ring. */
const look = async (state: State): Promise<string | undefined> => {
  const moving = await state.whatMoves();
  if (moving !== undefined) return moving;
  const [file] = await state.payers.receive(new Date(state.now));
  if (file === undefined) await takeBells(state);
  return file;
};

/** The functions read the real clock: an instant of theirs is so far from now, when it is first seen. */
const takeBells = async (state: State): Promise<void> => {
  const found = await state.clock.bells();
  const known = state.bells;
  state.bells = new Map(
    found.map((bell) => {
      const away = Math.max(0, Date.parse(bell.at) - Date.now());
      const name = `${bellName(bell)} ${bell.at}`;
      return [name, known.get(name) ?? { bell, due: state.now + away * scale }];
    }),
  );
};

const betweenLooksMs = 150;

/** A message can be between two queues at the moment of a look; it cannot be there twice in a row. */
const quietLooks = 2;

/** What is not settled by then hangs. */
const settleLimitMs = 10 * 60_000;

const settle = async (state: State): Promise<void> => {
  const limit = Date.now() + settleLimitMs;
  for (let quiet = 0; quiet < quietLooks; ) {
    const moving = await look(state);
    quiet = moving === undefined ? quiet + 1 : 0;
    if (Date.now() > limit) throw new Error(`This does not come to rest: ${moving}`);
    if (quiet < quietLooks) await pause(betweenLooksMs);
  }
};

/** What happens within a day happens together; but no answer comes after a bell that rings after it. */
const togetherMs = dayMs;

const fewBells = 4;

/** Goes on to what is due next, where that is due before the limit; files go out before anything else, within minutes. */
const advance = async (state: State, limit = Number.POSITIVE_INFINITY): Promise<boolean> => {
  if (await state.sendBatches?.()) return true;
  const answer = state.payers.nextDue()?.getTime() ?? Number.POSITIVE_INFINITY;
  const bell = Math.min(...Array.from(state.bells.values(), ({ due }) => due));
  const first = Math.min(answer, bell);
  if (!Number.isFinite(first) || first > limit) return false;
  const until = Math.min(first + togetherMs, limit);
  if (answer <= bell) await deliver(state, Math.min(until, bell));
  else await ring(state, Math.min(until, answer));
  return true;
};

const deliver = async (state: State, until: number): Promise<void> => {
  const last = await state.payers.deliver(new Date(until));
  state.now = Math.max(state.now, last?.getTime() ?? until);
};

const ring = async (state: State, until: number): Promise<void> => {
  const due = Array.from(state.bells.values())
    .filter((one) => one.due <= until)
    .sort((a, b) => a.due - b.due)
    .slice(0, state.bellsAtOnce ?? fewBells);
  state.now = Math.max(state.now, ...due.map((one) => one.due));
  await state.clock.ring(due.map(({ bell }) => bell));
};

const tickMs = 1000;

const pass = (state: State, report: (error: unknown) => void) => {
  const stopping = new AbortController();
  const running = (async () => {
    for (let last = Date.now(); !stopping.signal.aborted; ) {
      const elapsed = Date.now() - last;
      last += elapsed;
      await tick(state, elapsed).catch(report);
      await pause(tickMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  const stop = (): Promise<void> => {
    stopping.abort();
    return running;
  };
  return { stop };
};

const tick = async (state: State, elapsed: number): Promise<void> => {
  if ((await look(state)) !== undefined) return;
  state.now += elapsed;
  // One step at a time: after a restart much may be due, and what follows from one answer comes before the next.
  await advance(state, state.now);
};

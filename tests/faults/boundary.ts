import { Chance } from './chance.ts';

/** What may go wrong at a boundary. */
export const faultKinds = ['throttled', 'died-before', 'died-after', 'failed-after'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** How much goes wrong, as probabilities; all zero is a world in which nothing does. */
export type Weather = {
  /** Of each call of a store, a queue or a workflow. */
  readonly fault: number;
  /** Of each message: it comes a second time. */
  readonly twice: number;
  /** Of each message and file: it comes much later; of each call of the clock of bells: it is lost. */
  readonly late: number;
  /** Of each claim: its lifecycle is started a second time, beside the first. */
  readonly beside: number;
  /** Of each token's message and each news of an end: nobody ever works it. */
  readonly lost: number;
  /** Of each answer of a payer: the same is told again in another file. */
  readonly retold: number;
};

export const calm: Weather = { fault: 0, twice: 0, late: 0, beside: 0, lost: 0, retold: 0 };

/** How much goes wrong in the world of a seed: little in some, a lot in others. */
export const weatherOf = (seed: number): Weather => {
  const chance = new Chance(seed ^ 0x5eed);
  return {
    fault: 0.002 + chance.next() * 0.05,
    twice: chance.next() * 0.3,
    late: chance.next() * 0.3,
    beside: chance.next() * 0.1,
    retold: chance.next() * 0.3,
    lost: chance.next() * 0.03,
  };
};

/** What the services throw when they cannot now. */
class Throttled extends Error {
  override readonly name = 'ThrottlingException';
}

/** A function that died: nothing of it runs on. */
export class Died extends Error {}

/** Faults are thrown, and an answer about what is not known yet comes again; whatever else is, is a fault of ours. */
export const expected = (error: unknown): void => {
  if (
    error instanceof Error &&
    /kept changing|not known yet|ThrottlingException/.test(`${error.name} ${error.message}`)
  )
    return;
  if (error instanceof Died) return;
  throw error;
};

const never = new Promise<never>(() => undefined);

/** Counts what went wrong, by boundary and kind: "claims.replace died-after". */
export type FaultCounts = Map<string, number>;

/** One run of a function: dead, it does nothing any more, not even what it would catch. */
export class Invocation {
  private isDead = false;
  private readonly death = Promise.withResolvers<never>();
  private readonly chance: Chance;
  private readonly weather: Weather;
  private readonly counts: FaultCounts;

  constructor(chance: Chance, weather: Weather, counts: FaultCounts) {
    this.chance = chance;
    this.weather = weather;
    this.counts = counts;
    this.death.promise.catch(() => undefined);
  }

  /** Runs the work until it ends, fails or dies. */
  readonly run = <T>(work: () => Promise<T>): Promise<T> => Promise.race([work(), this.death.promise]);

  /** One call across a boundary: it takes a while, in which others go on, and something may go wrong before it or after. */
  readonly call = async <T>(boundary: string, effect: () => T | Promise<T>): Promise<T> => {
    await this.pause();
    const fault = this.chance.happens(this.weather.fault) ? faultKinds[this.chance.below(4)] : undefined;
    if (fault) this.counts.set(`${boundary} ${fault}`, (this.counts.get(`${boundary} ${fault}`) ?? 0) + 1);
    if (fault === 'throttled') throw new Throttled(boundary);
    if (fault === 'died-before') return this.die(boundary);
    const result = await effect();
    if (fault === 'died-after') return this.die(boundary);
    // Written, and the answer lost on the way.
    if (fault === 'failed-after') throw new Throttled(boundary);
    return result;
  };

  private async pause(): Promise<void> {
    if (this.weather.fault > 0) for (let turns = this.chance.below(4); turns > 0; turns--) await undefined;
    if (this.isDead) await never;
  }

  private die(boundary: string): Promise<never> {
    this.isDead = true;
    this.death.reject(new Died(boundary));
    return never;
  }
}

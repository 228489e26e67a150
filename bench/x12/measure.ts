import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Something that is timed; `rounds` is lower for what would take too long. */
export type Contestant = {
  readonly name: string;
  readonly bytes: number; // of X12, or of JSON, that one run takes in or gives out
  readonly rounds: number;
  readonly run: () => unknown;
};

/** The size of what a contestant reads or writes, and how long that took in each round, in milliseconds. */
export type Result = { readonly bytes: number; readonly times: readonly number[] };

/** By the contestants' names. */
export type Results = ReadonlyMap<string, Result>;

setFlagsFromString('--expose-gc');
/**
 * Young garbage is collected before each run, so that nobody pays for what another left. Never all of it: a full
 * collection makes V8 drop compiled code whose objects are gone, which costs the next run half its speed.
 */
const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' }) => void;

const timed = async ({ run }: Contestant): Promise<number> => {
  collectGarbage({ type: 'minor' });
  const start = performance.now();
  await run();
  return performance.now() - start;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Runs until the compiler has seen the code: at least twice, and for the quick ones as long as this. */
const warmUpMs = 400;

const warmUp = async (contestant: Contestant): Promise<void> => {
  for (let spent = 0, runs = 0; runs < 2 || (spent < warmUpMs && runs < 10); runs += 1)
    spent += await timed(contestant);
};

/** Times the contestants in turn, round by round, so that a busy moment of the machine meets all of them. */
export const measure = async (
  contestants: readonly Contestant[],
  progress: (step: string) => void,
): Promise<Results> => {
  for (const contestant of contestants) {
    progress(`warming up: ${contestant.name}`);
    await warmUp(contestant);
  }
  const results = new Map(contestants.map(({ name, bytes }) => [name, { bytes, times: [] as number[] }]));
  const rounds = Math.max(...contestants.map((one) => one.rounds));
  for (let round = 0; round < rounds; round += 1) {
    progress(`round ${round + 1} of ${rounds}`);
    for (const contestant of contestants) {
      if (round < contestant.rounds) results.get(contestant.name)?.times.push(await timed(contestant));
    }
  }
  return results;
};

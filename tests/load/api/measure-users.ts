import { performance } from 'node:perf_hooks';

/** A call by its name; the path depends on how many calls were made before. */
export type MeasuredCall = { readonly name: string; readonly urlAt: (turn: number) => string };

/** Times in milliseconds, as quantiles of all that were made. */
export type Spread = {
  readonly calls: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
};

const quantile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN) * 10) /
  10;

const spreadOf = (times: readonly number[]): Spread => {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    calls: sorted.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    most: quantile(sorted, 1),
  };
};

const timed = async (url: string, token: string): Promise<number> => {
  const start = performance.now();
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const text = await response.text();
  const time = performance.now() - start;
  if (!response.ok) throw new Error(`${url} answers with ${response.status}: ${text.slice(0, 300)}`);
  return time;
};

/**
 * All users at once, each doing the calls one after the other, round by round and each from another place of the list, so
 * that no two of them ask for the same at a time. Throws where a call is refused.
 */
export const measureUsers = async (
  tokens: readonly string[],
  calls: readonly MeasuredCall[],
  rounds: number,
): Promise<ReadonlyMap<string, Spread>> => {
  const times = new Map(calls.map(({ name }) => [name, [] as number[]]));
  const work = async (token: string, user: number): Promise<void> => {
    for (let turn = 0; turn < rounds * calls.length; turn++) {
      const call = calls[(turn + user) % calls.length];
      if (call) times.get(call.name)?.push(await timed(call.urlAt(turn * tokens.length + user), token));
    }
  };
  await Promise.all(tokens.map(work));
  return new Map(Array.from(times, ([name, all]) => [name, spreadOf(all)]));
};

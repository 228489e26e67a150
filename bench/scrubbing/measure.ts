import { setImmediate } from 'node:timers/promises';

/** How long something took, in milliseconds of the clock and of the processor. */
export type Times = { readonly wall: Spread; readonly cpu: Spread };
type Spread = { readonly p50: number; readonly p99: number };

const quantile = (sorted: Float64Array, share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3));

const spread = (times: Float64Array): Spread => {
  const sorted = times.toSorted();
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
};

/** Does something so many times, each in a turn of the event loop of its own as a deployed function does. */
export const measure = async (runs: number, run: (at: number) => unknown): Promise<Times> => {
  const [wall, cpu] = [new Float64Array(runs), new Float64Array(runs)];
  for (let at = 0; at < runs; at++) {
    await setImmediate();
    const before = process.cpuUsage();
    const from = performance.now();
    run(at);
    wall[at] = performance.now() - from;
    const { user, system } = process.cpuUsage(before);
    cpu[at] = (user + system) / 1000;
  }
  return { wall: spread(wall), cpu: spread(cpu) };
};

export const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

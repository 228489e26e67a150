import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { parseArgs } from 'node:util';
import { calmPicture, runSeed, type SeedReport } from './campaign.ts';

/**
 * Faults at every boundary of the product, in one process: `npm run -s campaign:faults -- --seeds 500`. Exits with 1
 * where a world ends otherwise than the one without faults; what happened is in out/faults/.
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '100' }, from: { type: 'string', default: '1' } },
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(from) || from < 1)
  throw new Error('Write --seeds and --from as whole numbers, at least 1');

const started = performance.now();
mock.timers.enable({ apis: ['Date'] });
const setClock = (now: Date): void => mock.timers.setTime(now.getTime());

const expected = await calmPicture(setClock);
const reports: SeedReport[] = [];
for (let seed = from; seed < from + seeds; seed++) {
  const report = await runSeed(seed, expected, setClock);
  reports.push(report);
  for (const finding of report.findings) console.log(`seed ${seed}: ${finding}`);
}
mock.timers.reset();

const byBoundary = new Map<string, number>();
for (const report of reports)
  for (const [name, count] of Object.entries(report.byBoundary))
    byBoundary.set(name, (byBoundary.get(name) ?? 0) + count);
const failed = reports.filter(({ findings }) => findings.length > 0);
const total = (of: (report: SeedReport) => number): number => reports.reduce((sum, one) => sum + of(one), 0);
const lines = [
  `${seeds} seeds from ${from}, ${expected.size} claims each: ${failed.length} ended otherwise than without faults`,
  `${total(({ faults }) => faults)} faults at ${byBoundary.size} boundaries and kinds`,
  `${total(({ restarts }) => restarts)} lifecycles started again, ${total(({ redriven }) => redriven)} messages put back`,
  `${total(({ lost }) => lost)} tokens and events lost, ${total(({ asked }) => asked)} people asked why a claim stopped`,
  `${Math.round((performance.now() - started) / 1000)} s`,
];
const folder = join(import.meta.dirname, '..', '..', 'out', 'faults');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'faults.txt'), `${lines.join('\n')}\n`);
const detail = { summary: lines, byBoundary: Object.fromEntries([...byBoundary].toSorted()), failed };
await writeFile(join(folder, 'faults.json'), `${JSON.stringify(detail, null, 2)}\n`);
for (const line of lines) console.log(line);
process.exitCode = failed.length > 0 ? 1 : 0;

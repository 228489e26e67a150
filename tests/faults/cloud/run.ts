import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesise } from '../../../local/local-app.ts';
import { today } from '../../../local/local-practice.ts';
import { readSamples } from '../../../local/samples.ts';
import { type CloudSeedReport, runCloudSeed } from './run-seed.ts';

/**
 * Faults on the local cloud, through a proxy before its services: `npm run -s campaign:faults:cloud -- --seeds 10`. Exits
 * with 1 where a visit ends otherwise than without faults; what happened is in out/faults-cloud/.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    from: { type: 'string', default: '1' },
    'per-thousand': { type: 'string', default: '20' },
  },
});
const [seeds, from, perThousand] = [values.seeds, values.from, values['per-thousand']].map(Number) as [
  number,
  number,
  number,
];
if (![seeds, from, perThousand].every((one) => Number.isInteger(one) && one >= 1))
  throw new Error('Write --seeds, --from and --per-thousand as whole numbers, at least 1');

const root = join(import.meta.dirname, '..', '..', '..');
const handful = ['02-diabetes', '03-ankle-sprain', '09-shoulder-pain', '12-copd', '20-crossover'];
const samples = await readSamples(await today(), handful);
const assembly = await synthesise({
  progress: () => undefined,
  folder: join(root, '.local', 'faults-cloud', 'assembly'),
});
const started = performance.now();
const reports: CloudSeedReport[] = [];
for (let seed = from; seed < from + seeds; seed++) {
  const directory = join(root, '.local', 'faults-cloud', 'cloud');
  const report = await runCloudSeed({ seed, samples, assembly, directory, perThousand });
  reports.push(report);
  const { faults, died, deadLetters, findings } = report;
  console.log(`seed ${seed}: ${faults} faults, ${died} deaths, ${deadLetters} messages put aside`);
  for (const finding of findings) console.log(`seed ${seed}: ${finding}`);
}
const failed = reports.filter(({ findings }) => findings.length > 0);
const total = (of: (report: CloudSeedReport) => number): number =>
  reports.reduce((sum, one) => sum + of(one), 0);
const lines = [
  `${seeds} seeds from ${from}, ${samples.length} visits each: ${failed.length} ended otherwise than without faults`,
  `${total(({ faults }) => faults)} faults at the proxy, ${total(({ died }) => died)} deaths, ${total((one) => one.deadLetters)} messages put aside`,
  `${Math.round((performance.now() - started) / 1000)} s`,
];
const folder = join(root, 'out', 'faults-cloud');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'faults.txt'), `${lines.join('\n')}\n`);
await writeFile(join(folder, 'faults.json'), `${JSON.stringify({ summary: lines, reports }, null, 2)}\n`);
for (const line of lines) console.log(line);
process.exitCode = failed.length > 0 ? 1 : 0;

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explain } from './explain.ts';
import { exportRun } from './export-run.ts';
import { startLocalPractice, today, uploadSamples } from './local-practice.ts';
import { workSamples } from './run-samples.ts';
import { readSamples } from './samples.ts';
import { renderSummaries, summarise } from './summary.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, 'out', 'demo');

const started = Date.now();
const progress = (step: string): void => {
  const seconds = String(Math.round((Date.now() - started) / 1000)).padStart(3);
  console.log(`${seconds} s  ${step}`);
};

const samples = await readSamples(
  await today(),
  process.argv.slice(2).length > 0 ? process.argv.slice(2) : undefined,
);
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const directory = join(root, '.local', 'demo');
await rm(directory, { recursive: true, force: true });
const practice = await startLocalPractice({
  directory,
  persist: false,
  progress,
  report: (event) => {
    if (event.kind === 'failed')
      progress(`the payer simulator failed on ${event.name}: ${String(event.error)}`);
  },
}).catch(explain);
// The local cloud is a process group of its own: without this, Ctrl-C would leave it running.
process.once('SIGINT', () => void practice.stop().finally(() => process.exit(130)));

try {
  await uploadSamples(practice, samples, progress);
  const views = await workSamples({ practice, samples, progress });
  const summaries = samples.flatMap((sample) => {
    const view = views.get(sample.name);
    return view ? [summarise(sample, view)] : [];
  });
  await exportRun(practice, out);
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(summaries, null, 2)}\n`);
  console.log(renderSummaries(summaries));
  const wrong = summaries.filter(({ differences }) => differences.length > 0);
  for (const { encounter, differences } of wrong) console.log(`${encounter}: ${differences.join('; ')}`);
  progress(`${summaries.length - wrong.length} of ${samples.length} samples ended as expected`);
  console.log(`Every X12 file, every mail and summary.json are in ${join('out', 'demo')}`);
  process.exitCode = wrong.length === 0 && summaries.length === samples.length ? 0 : 1;
} finally {
  await practice.stop();
}

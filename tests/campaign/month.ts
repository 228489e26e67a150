import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '../../functions/domain/calendar.ts';
import { today } from '../../local/local-practice.ts';
import { reportOf, writeReport } from './report.ts';
import { runMonth } from './run-month.ts';

/**
 * A month of a practice on the local cloud: `npm run -s campaign:month -- --claims 1000 --seed 7`. Exits with 1 where a
 * claim is lost, a cent differs or a patient is named; what happened is in out/month/.
 */
const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: { claims: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [claims, seed] = [Number(values.claims), Number(values.seed)];
if (!Number.isInteger(claims) || claims < 1 || !Number.isInteger(seed))
  throw new Error('Write --claims and --seed as whole numbers, at least one claim');

const started = Date.now();
const seconds = (): number => Math.round((Date.now() - started) / 1000);
const progress = (line: string): void => console.log(`${String(seconds()).padStart(5)} s  ${line}`);

const directory = join(root, '.local', 'month');
const folder = join(root, 'out', 'month');
await rm(directory, { recursive: true, force: true });
await rm(folder, { recursive: true, force: true });
const month = await runMonth({
  ...{ claims, seed, progress },
  dateOfService: addDays(await today(), -6),
  practice: { directory },
  // The local cloud is a process group of its own: without this, Ctrl-C would leave it running.
  started: (practice) => process.once('SIGINT', () => void practice.stop().finally(() => process.exit(130))),
});
try {
  const report = await reportOf(month);
  await writeReport({ ...report, seconds: seconds(), seed }, folder);
  for (const [outcome, count] of Object.entries(report.outcomes)) progress(`${count} ${outcome}`);
  for (const { rule, claimId = '', detail } of report.violations) progress(`${rule}: ${claimId} ${detail}`);
  progress(
    `${report.violations.length} violations; report.md and report.json are in ${join('out', 'month')}`,
  );
  process.exitCode = report.violations.length === 0 ? 0 : 1;
} finally {
  await month.practice.stop();
}

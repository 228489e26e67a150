import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trialRecords } from '../../cli/remittance/trial-records.ts';
import { Payer } from '../../functions/domain/payer.ts';
import type { PostingEffects } from '../../functions/domain/posting.ts';
import { Practice } from '../../functions/domain/practice.ts';
import { stage835 } from '../../functions/remittance/staging/stage-remittances.ts';
import { samplesFolder } from '../../local/samples.ts';
import { largeRemittance } from './large-remittance.ts';

/** Memory in MB that taking up an 835 of so many claims needs beside its text, in a process of its own. */
export const memoryOfStaging = (claims: number): number => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', import.meta.filename, String(claims)],
    {
      encoding: 'utf8',
    },
  );
  if (stdout === '') throw new Error(stderr);
  return Number(stdout);
};

const readSample = (name: string): unknown => JSON.parse(readFileSync(join(samplesFolder, name), 'utf8'));

const megabytes = (): number => process.memoryUsage().rss / 1_000_000;

/** Parts that are handed on leave the process: nothing keeps them here. */
const effectsOf = (practice: Practice, payer: Payer): PostingEffects => {
  const { effects } = trialRecords([], { practice, payers: [payer], claims: [] });
  return { ...effects, payments: { ...effects.payments, handOn: async () => {} } };
};

const measure = async (count: number): Promise<void> => {
  const practice = Practice.parse(readSample('practice.json'));
  const [payer] = Payer.array().parse(readSample('payers.json'));
  if (!payer) throw new Error('The samples have a payer');
  const { text } = largeRemittance({ count, practice, payer });
  // A text that was put together from pieces is copied when it is first read.
  const file = { partnerId: payer.partnerId, fileId: 'bench', text: Buffer.from(text).toString('latin1') };
  globalThis.gc?.();
  const before = megabytes();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, megabytes());
  }, 5);
  await stage835(file, effectsOf(practice, payer));
  clearInterval(watch);
  console.log(Math.round(Math.max(peak, megabytes()) - before));
};

if (process.argv[1] === import.meta.filename) await measure(Number(process.argv[2]));

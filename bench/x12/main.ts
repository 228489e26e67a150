import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { remittanceText } from './generate-835.ts';
import { measure, type Result } from './measure.ts';
import { emptyMemory, memoryToStream } from './memory.ts';
import { figures, type Memory, renderReport } from './report.ts';
import { contests } from './timings.ts';

/** About 8 MB, and five times that, to see that memory does not grow with the file. */
const sizes = [10_000, 50_000];

const started = Date.now();
const progress = (step: string): void => {
  const seconds = String(Math.round((Date.now() - started) / 1000)).padStart(3);
  console.error(`${seconds} s  ${step}`);
};

const measureMemory = async (folder: string): Promise<Memory> => {
  const empty = await emptyMemory();
  const rows: Memory['rows'][number][] = [];
  for (const claims of sizes) {
    progress(`streaming ${claims} claims from disk`);
    const file = join(folder, `${claims}.835`);
    await pipeline(Readable.from(remittanceText(claims)), createWriteStream(file));
    const read = await memoryToStream(file, claims, 'read', empty);
    rows.push({ claims, read, validate: await memoryToStream(file, claims, 'validate', empty) });
  }
  return { empty, rows };
};

const folder = await mkdtemp(join(tmpdir(), 'claimwright-bench-'));
try {
  const memory = await measureMemory(folder);
  const results = new Map<string, Result>();
  for (const contest of contests) {
    const measured = await measure(contest(sizes[0] ?? 0), progress);
    for (const [name, result] of measured) results.set(name, result);
  }
  const asJson = process.argv.includes('--json');
  console.log(asJson ? JSON.stringify(figures(results, memory)) : renderReport(results, memory));
} finally {
  await rm(folder, { recursive: true, force: true });
}

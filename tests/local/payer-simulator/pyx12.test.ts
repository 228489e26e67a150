import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, sendClaims } from './exchange.ts';
import { claimOf } from './visits.ts';

const python = join(import.meta.dirname, '../../../.local/tools/bin/python');
const isThere = existsSync(python);
const run = promisify(execFile);

if (!isThere)
  console.warn('pyx12 (.local/tools) is not here: the answers of the simulator are not judged by it.');

/** Its maps want a 2200C with a verdict in a 277CA, and at most four characters in IK303, which payers pass over. */
const judged = ['999', '835'];

describe.skipIf(!isThere)('pyx12 accepts the 999 and the 835', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pyx12-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    '02-diabetes',
    '05-low-back-pain',
    '07-palpitations',
    '12-copd',
    '13-depression',
    '16-otitis-media',
  ])('of %s', { timeout: 60_000 }, async (name) => {
    const answers = sendClaims(openOffice(), 0, claimOf(name)).filter(({ transaction }) =>
      judged.includes(transaction),
    );
    for (const answer of answers) {
      const file = join(folder, answer.name);
      writeFileSync(file, answer.body);
      const { stdout, stderr } = await run(python, ['-m', 'pyx12.scripts.x12valid', file], { cwd: folder });
      const lines = `${stdout}${stderr}`.replaceAll(file, 'FILE').split('\n');
      expect(lines.filter((line) => /^FILE:| Line:/.test(line))).toEqual(['FILE: OK']);
    }
  });
});

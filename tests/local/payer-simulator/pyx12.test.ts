import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPyx12Here, judge } from '../../edi/material/pyx12-judge.ts';
import { openOffice, sendClaims } from './exchange.ts';
import { claimOf } from './visits.ts';

/** Its maps want a 2200C with a verdict in a 277CA, and at most four characters in IK303, which payers pass over. */
const judged = ['999', '835'];

describe.skipIf(!isPyx12Here)('pyx12 accepts the 999 and the 835', () => {
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
  ])('of %s', async (name) => {
    const answers = sendClaims(openOffice(), 0, claimOf(name)).filter(({ transaction }) =>
      judged.includes(transaction),
    );
    for (const answer of answers) {
      const file = join(folder, answer.name);
      writeFileSync(file, answer.body);
      expect(await judge(file)).toEqual([`${answer.name}: OK`]);
    }
  });
});

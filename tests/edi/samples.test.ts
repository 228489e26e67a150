import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitInterchanges } from '../../functions/edi/envelope.ts';
import { identifyTransaction } from '../../functions/edi/identify-transaction.ts';
import { readTa1 } from '../../functions/edi/ta1/read-ta1.ts';
import { read270 } from '../../functions/edi/x270/read-270.ts';
import { read271 } from '../../functions/edi/x271/read-271.ts';
import { read276 } from '../../functions/edi/x276/read-276.ts';
import { read277 } from '../../functions/edi/x277/read-277.ts';
import { read835 } from '../../functions/edi/x835/read-835.ts';
import { read837p } from '../../functions/edi/x837p/read-837p.ts';
import { read999 } from '../../functions/edi/x999/read-999.ts';

const folder = join(import.meta.dirname, '../../../shared/x12');
const isThere = existsSync(folder);

if (!isThere)
  console.warn('The shared X12 samples (../shared/x12) are not here: reading them is not tested.');

type Sample = { name: string; text: string; kind: string | undefined };

const samples = (transaction: string): Sample[] =>
  isThere
    ? readdirSync(join(folder, transaction)).map((name) => {
        const text = readFileSync(join(folder, transaction, name), 'utf8');
        return { name, text, kind: identifyTransaction(text)?.kind };
      })
    : [];

const of5010 = (transaction: string): Sample[] =>
  samples(transaction).filter(({ kind }) => kind === transaction);

const countOf = (text: string, segment: string): number =>
  text.split(/[~\n\r]+/).filter((line) => line.startsWith(`${segment}*`)).length;

const brokenAt = (findings: readonly { path: string }[] | undefined, claim: RegExp): number =>
  new Set((findings ?? []).flatMap(({ path }) => path.match(claim)?.[0] ?? [])).size;

describe.skipIf(!isThere)('public samples', () => {
  it('are identified when they are of 005010', () => {
    const counts = Object.fromEntries(
      ['270', '271', '276', '277', '835', '837I', '837P', '999', 'TA1'].map((one) => [
        one,
        of5010(one).length,
      ]),
    );
    expect(counts).toEqual({
      270: 2,
      271: 4,
      276: 5,
      277: 9,
      835: 16,
      '837I': 4,
      '837P': 36,
      999: 3,
      TA1: 1,
    });
  });

  it.each(of5010('837P'))('give every claim of the 837P $name, or say what is wrong with it', ({ text }) => {
    const result = read837p(text);
    const unreadable = (result.findings ?? []).filter(({ code }) => code !== 'IK403-7');
    const read = result.success ? result.data.claims.length : 0;
    expect(read + brokenAt(unreadable, /CLM\[\d+\]/)).toBe(countOf(text, 'CLM'));
  });

  it.each(of5010('835'))(
    'give every claim of the 835 $name, or say that the payment cannot be read',
    ({ text }) => {
      const results = splitInterchanges(text).map(read835);
      const remittances = results.flatMap((result) => (result.success ? result.data.remittances : []));
      const claims = remittances.reduce(
        (total, one) => total + one.claims.length + one.brokenClaims.length,
        0,
      );
      const noPayment = results.some((result) =>
        result.findings?.some(({ path }) => /^ST\[\d+\]\/BPR/.test(path)),
      );
      expect(noPayment ? 0 : claims).toBe(noPayment ? 0 : countOf(text, 'CLP'));
    },
  );

  it.each([
    ['276', (text: string) => dataLength(read276(text), 'inquiries'), /^TRN\*1/],
    ['270', (text: string) => dataLength(read270(text), 'inquiries'), /^TRN\*1/],
    ['277', (text: string) => dataLength(read277(text), 'responses', 'refusals'), /^TRN\*/],
    ['271', (text: string) => dataLength(read271(text), 'responses', 'refusals'), /^(TRN\*2|AAA)/],
    ['999', (text: string) => dataLength(read999(text), 'acknowledgements'), /^AK9\*/],
    ['TA1', (text: string) => dataLength(readTa1(text), 'acknowledgements'), /^TA1\*/],
  ] as const)('give every item of each %s', (transaction, count, item) => {
    for (const { name, text } of of5010(transaction)) {
      const expected = text.split(/[~\n\r]+/).filter((line) => item.test(line)).length;
      expect([name, count(text)]).toEqual([name, expected]);
    }
  });
});

const dataLength = (result: { success: boolean; data?: object }, ...lists: string[]): number =>
  lists.reduce(
    (total, list) =>
      total + (Object.entries(result.data ?? {}).find(([key]) => key === list)?.[1].length ?? 0),
    0,
  );

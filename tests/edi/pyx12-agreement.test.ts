import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledge } from '../../functions/edi/acknowledge.ts';
import type { CodeLookup } from '../../functions/edi/engine/set-check.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import type { CodeSource } from '../../functions/edi/guide/declare.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { checking, parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { isPyx12Here, judge } from './material/pyx12-judge.ts';
import { faultsOfBoth, faultsOfOurs, objections, validFiles } from './material/pyx12-mutations.ts';
import { changed, dropped } from './material/text-changes.ts';

/** As much of the code sets as the valid files need. */
const codes: { readonly [Source in CodeSource]?: string } = {
  'icd-10-cm': 'J069',
  procedure: '99213 36415',
  modifier: '25',
  'place-of-service': '11',
  taxonomy: '207Q00000X',
  carc: '2 45 97',
  rarc: 'M15 MA18',
  state: 'NE',
};

const lookup: CodeLookup = (source, code) => codes[source]?.split(' ').includes(code);

const parsed = (text: string) => parseInterchanges(text, allGuides, checking({ lookup }));

const codesOf = (text: string): string[] =>
  parsed(text).flatMap(({ report }) => findingsOf(report).map(({ code }) => code));

/** Our 999 to a text. */
const answerTo = (text: string): string => {
  const report = parsed(text)[0]?.report;
  const answer = report && acknowledge(report, { controlNumber: 9, createdAt: '2026-03-02T09:30:00.000Z' });
  return answer === undefined ? '' : writeInterchange(answer, allGuides);
};

/** The texts for the judge, who takes all of them at once. */
const exhibits: string[] = [];

const exhibit = (text: string): number => exhibits.push(text) - 1;

const answers = [
  ['all is well', validFiles.claims],
  ['a claim has a fault', changed('C100-2*150', 'C100-2*151')(validFiles.claims)],
  ['every claim has a fault', validFiles.claims.replaceAll('*11:B:', '*11:C:')],
  ['a claim lacks a segment', dropped('HI')(validFiles.claims)],
  ['the group has a fault', changed('GE*1', 'GE*2')(validFiles.claims)],
].map(([title = '', text = '']) => ({ title, text: answerTo(text) }));

const valid = [
  ...Object.entries(validFiles).map(([title, text]) => ({ title: `${title} of ours`, text })),
  ...answers.map(({ title, text }) => ({ title: `our 999 when ${title}`, text })),
].map((one) => ({ ...one, exhibit: exhibit(one.text) }));

const mutated = (tables: typeof faultsOfBoth) =>
  tables.flatMap(([file, mutations]) =>
    mutations.map(([title, code, change]) => {
      const text = change(validFiles[file]);
      return { file, title, code, text, exhibit: exhibit(text) };
    }),
  );

const both = mutated(faultsOfBoth);
const ours = mutated(faultsOfOurs);
const theirs = objections.map(([title, reason, change]) => {
  const text = change(validFiles.claims);
  return { title, reason, text, exhibit: exhibit(text) };
});

describe('our own judgement', () => {
  it('has nothing against valid files', () => {
    expect(valid.flatMap(({ text }) => codesOf(text))).toEqual([]);
  });

  it.each(both)('of $file with $title is $code', ({ text, code }) => {
    expect(codesOf(text)).toContain(code);
  });

  it.each(ours)('of $file with $title is $code, too', ({ text, code }) => {
    expect(codesOf(text)).toContain(code);
  });

  it.each(theirs)('has nothing against $title', ({ text }) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe.skipIf(!isPyx12Here)('pyx12', () => {
  const verdicts: string[] = [];
  let folder = '';

  // One process for all files: each takes some seconds to begin.
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pyx12-'));
    const [first = '', ...others] = exhibits.map((text, index) => {
      const file = join(folder, `${index}.x12`);
      writeFileSync(file, text);
      return file;
    });
    for (const line of await judge(first, ...others)) {
      const [, index, verdict] = /^(\d+)\.x12: (OK|Failure)$/.exec(line) ?? [];
      if (index !== undefined && verdict !== undefined) verdicts[Number(index)] = verdict;
    }
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(valid)('accepts $title', (one) => {
    expect(verdicts[one.exhibit]).toBe('OK');
  });

  it.each(both)('refuses $file with $title, as we do ($code)', (one) => {
    expect(verdicts[one.exhibit]).toBe('Failure');
  });

  it.each(ours)('does not see in $file: $title ($code)', (one) => {
    expect(verdicts[one.exhibit]).toBe('OK');
  });

  it.each(theirs)('refuses $title, which we let pass: $reason', (one) => {
    expect(verdicts[one.exhibit]).toBe('Failure');
  });
});

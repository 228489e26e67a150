import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CueGroup, cueGroups, cueSets } from '../../../codesets/clinical-terms/context-cues.ts';
import { type Qualification, qualifyMention } from '../../../functions/coding/note/qualify-mention.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import { surelyGrowsTooFast } from '../cost.ts';

/** What a one-sentence assessment makes of the first place where it names a problem. */
const qualified = (sentence: string, problem: string): Qualification | undefined => {
  const note = `Assessment: ${sentence}`;
  const start = note.toLowerCase().indexOf(problem, 'Assessment: '.length);
  const statement = readStatements(note).findLast((one) => one.start <= start);
  const word = { start, end: start + problem.length };
  return statement && qualifyMention(statement, { ...word, words: [word] });
};

/** A wording that a pattern of the table stands for, chosen by the numbers in a row. */
const wordingOf = (pattern: string, chosen: readonly number[]): string => {
  let nth = 0;
  const choose = (many: readonly string[]): string =>
    many[(chosen[nth++ % chosen.length] ?? 0) % many.length] ?? '';
  let words = pattern.replace(/^\( /, '[ ').replace(/ \)$/, ' ]');
  for (let before = ''; before !== words; ) {
    before = words;
    words = words
      .replace(/<([^>]+)>/g, (_, set: string) => choose(cueSets[set] ?? []))
      .replace(/\(([^()]*)\)(\??)/g, (_, inner: string, optional: string) =>
        choose([...inner.split('|'), ...(optional ? [''] : [])]),
      );
  }
  return words.replace(/\s+/g, ' ').trim();
};

/** The wording as it is written around a problem: signs stand close to it. */
const written = (text: string): string =>
  text
    .replace(/#year/g, '2015')
    .replace(/#/g, '5')
    .replace('[', '(')
    .replace(/\s*\]/, ')')
    // At the opening of a line one sign is the mark of a list; a row of them denies.
    .replace(/-x (\p{L}+)/gu, '-$1, -$1')
    .replace(/([-+?])x /g, '$1')
    .replace(/ ~~x/g, '~~')
    .replace(/ x\?/g, '?')
    .replace(/ ([:,?])/g, '$1');

const looksAhead = ({ reach }: CueGroup): boolean => ['list', 'phrase', 'next', 'rest'].includes(reach);

const framed = (group: CueGroup, wording: string, problem: string): string =>
  written(looksAhead(group) ? `${wording} ${problem}` : `${problem} ${wording}`);

const cases = cueGroups.flatMap((group) => group.words.map((pattern) => ({ group, pattern })));
const cues = cases.filter(({ group }) => group.kind !== 'none');
const choices = fc.array(fc.nat(60), { minLength: 8, maxLength: 8 });

describe('a cue', () => {
  it.each(cues)('$group.kind, $group.reach: $pattern', ({ group, pattern }) => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const wording = wordingOf(pattern, chosen);
        fc.pre(wording !== '');
        const sentence = framed(group, wording, 'gout');
        expect([sentence, qualified(sentence, 'gout')]).not.toEqual([sentence, 'affirmed']);
      }),
      { numRuns: 25 },
    );
  });

  it.each(cues)('$group.kind, $group.reach, of another problem: $pattern', ({ group, pattern }) => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const wording = wordingOf(pattern, chosen);
        const about = framed(group, wording, 'asthma');
        const sentence = looksAhead(group)
          ? `${about}, but the gout persists`
          : `Gout is treated with colchicine, but ${about}`;
        expect([sentence, qualified(sentence, 'gout')]).toEqual([sentence, 'affirmed']);
      }),
      { numRuns: 25 },
    );
  });

  it.each(cases.filter(({ group }) => group.kind === 'none'))('is none: $pattern', ({ group, pattern }) => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const sentence = framed(group, wordingOf(pattern, chosen), 'gout');
        expect([sentence, qualified(sentence, 'gout')]).toEqual([sentence, 'affirmed']);
      }),
      { numRuns: 25 },
    );
  });
});

it('reads a text of denials only, a megabyte long, in time that grows with its length', () => {
  const read = new Map<number, ReturnType<typeof readStatements>>();
  const statementsOf = (times: number) => {
    const text = `Assessment: ${'no gout, not gout, denies gout or if gout, '.repeat(times)}`;
    const statements = read.get(times) ?? readStatements(text);
    read.set(times, statements);
    return statements;
  };
  const qualify = (times: number): void => {
    for (const statement of statementsOf(times))
      for (const word of statement.words) qualifyMention(statement, word);
  };
  expect(surelyGrowsTooFast(qualify, 6000, 100)).toBe(false);
});

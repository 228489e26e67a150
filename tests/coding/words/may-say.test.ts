import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersNeeded } from '../../../functions/coding/words/letters-needed.ts';
import { Letters } from '../../../functions/coding/words/may-say.ts';

describe('the letters that a pattern needs', () => {
  it.each<[string, RegExp, readonly string[] | undefined]>([
    ['a word', /\bgout\b/i, ['gout']],
    ['one of several words', /\b(gout|asthma)s?\b/i, ['gout', 'asthma']],
    ['the longer piece beside one that may be absent', /x-?rays?/i, ['ray']],
    ['a part that is there at least once', /(?:ab)+c?/, ['ab']],
    ['the letter before a number of times', /gout{2}y/, ['gout']],
    ['the first of two pieces around any letters', /fell[^.;]{0,40}stairs/i, ['fell']],
    ['capitals in small letters', /\bDPT\b/, ['dpt']],
  ])('are %s', (_, pattern, needed) => {
    expect(lettersNeeded(pattern)).toEqual(needed);
  });

  it.each<[string, RegExp]>([
    ['one way needs none', /gout|\d+/],
    ['all may be absent', /(gout)?\s*/],
    ['it only looks around', /(?<=gout )(?!asthma)\d/],
    ['it has only classes', /[a-z]{4}\p{L}\w/u],
    ['a letter has several small forms', /µµ/i],
    ['a part of it changes the flags', /(?i:gout)/],
  ])('are none where %s', (_, pattern) => {
    expect(lettersNeeded(pattern)).toBeUndefined();
  });
});

/** Patterns of all the parts that ours are made of, over few letters, so that they meet the texts often. */
const pattern = fc.letrec<{ either: string; row: string; part: string; piece: string }>((tie) => ({
  either: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((ways) => ways.join('|')),
  row: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  part: fc
    .tuple(tie('piece'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,2}', '{1,}', '+?'))
    .map(([piece, times]) => (/^(\\b$|\(\?[=!<])/.test(piece) ? piece : piece + times)),
  piece: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(
      'a',
      'b',
      'k',
      's',
      'S',
      ' ',
      '\\.',
      '.',
      '[ab]',
      '[^a]',
      '[\\]a]',
      '\\w',
      '\\s',
      '\\b',
      '\\n',
    ),
    fc.constantFrom('ab', 'sk', 'bas'),
    tie('either').map((inner) => `(${inner})`),
    tie('either').map((inner) => `(?:${inner})`),
    tie('either').map((inner) => `(?=${inner})`),
    tie('either').map((inner) => `(?!${inner})`),
    tie('either').map((inner) => `(?<=${inner})`),
  ),
})).either;

const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'k', 's', 'S', 'K', 'ſ', ' ', '.', '\n'),
  maxLength: 14,
});

describe('the letters of a text', () => {
  it('never keep a pattern from a text that it matches', () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom('', 'i', 'iu', 'gi'), text, (source, flags, said) => {
        const read = new RegExp(source, flags);
        expect(said.search(read) < 0 || new Letters([said]).mayHave(read)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('keep a pattern from a text that has none of its pieces', () => {
    const note = new Letters(['Knee pain since the fall.', 'Lungs clear.']);
    expect(note.mayHave(/\b(gout|asthma\w*)\b/i)).toBe(false);
    expect(note.mayHave(/\b(gout|lungs?)\b/i)).toBe(true);
  });
});

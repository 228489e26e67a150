import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import { cutsWord, readWords, type Word, wordsBetween } from '../../../functions/coding/words/read-words.ts';
import { textsWith } from './any-text.ts';

/** What notes are made of, and what may stand in one by accident: control characters, marks, halves of a pair. */
const texts = textsWith(
  ...[
    'Assessment:',
    '\n',
    '1. ',
    '- ',
    '. ',
    ' ',
    'knees ',
    'knee,'.repeat(410),
    'É',
    'e\u0301',
    '\u0301',
    'İ',
    'ß',
    '½',
    '2.5',
  ],
  ...[
    '𝒜',
    '𝟗',
    '𐐀',
    '\uD835',
    '\uDC9C',
    '🩺',
    '한',
    '\u0000',
    '\u001B',
    '\u200B',
    '\uFEFF',
    'x'.repeat(2500),
  ],
);

const writtenAt = (text: string, { start, end }: Word): string => text.slice(start, end);

const expectInPlace = (text: string, words: readonly Word[]): void => {
  let last = 0;
  for (const word of words) {
    expect(word.start).toBeGreaterThanOrEqual(last);
    expect(writtenAt(text, word)).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}.]*$/u);
    // The forms are those of just these characters: nothing beside the place has come into them.
    expect(readWords(writtenAt(text, word))).toEqual([
      { plain: word.plain, key: word.key, start: 0, end: word.end - word.start },
    ]);
    last = word.end;
  }
};

describe('words', () => {
  it('are in order, without overlap, and verbatim in the note at their offsets, whatever the text', () => {
    fc.assert(fc.property(texts, (text) => expectInPlace(text, readWords(text))));
  });

  it('leave no letter and no digit of the note out', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let rest = text;
        for (const { start, end } of readWords(text).toReversed()) {
          rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
        }
        expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it('are those of the note in each of its statements, and lie in its text', () => {
    fc.assert(
      fc.property(texts, (note) => {
        const all = readWords(note);
        for (const { text, start, words } of readStatements(note)) {
          expect(note.slice(start, start + text.length)).toBe(text);
          expectInPlace(note, words);
          expect(words).toEqual(all.filter((word) => word.start >= start && word.end <= start + text.length));
        }
      }),
    );
  });

  it.each([
    ['case', 'Knee', 'knee'],
    ['a diacritic, in one character or two', 'Ménière Me\u0301nie\u0300re', 'meniere meniere'],
    ['a plural', 'fractures', 'fracture'],
    ['an "s" that is none of a plural', 'abscess virus arthritis gas', 'abscess virus arthritis gas'],
    ['decimals', '2.5 mg, 98.6.', '2.5 mg 98.6'],
    ['signs', 'c/o L-sided pain', 'c o l sided pain'],
  ])('have a key that makes no difference of %s', (_, text, keys) => {
    expect(
      readWords(text)
        .map(({ key }) => key)
        .join(' '),
    ).toBe(keys);
  });
});

describe('the words between two places', () => {
  it('are those that lie there whole, wherever the places are', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
        const all = readWords(text);
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        );
        expect(wordsBetween(all, start, end)).toEqual(
          all.filter((word) => word.start >= start && word.end <= end),
        );
      }),
    );
  });
});

describe('cutsWord', () => {
  it.each([
    ['within a word', 'gouty', 4, true],
    ['at its end', 'gout, acute', 4, false],
    ['at the beginning of the text', 'gout', 0, false],
    ['at the end of the text', 'gout', 4, false],
    ['before a mark', 'cafe\u0301', 4, true],
    ['between letters of two units each', '𐐀𐐁', 2, true],
    ['behind a sign of two units', '🩺gout', 2, false],
  ])('tells a place %s', (_, text, place, expected) => {
    expect(cutsWord(text, place)).toBe(expected);
  });

  it('is false at both ends of every word that stands alone', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end } of readWords(text)) {
          const before = text.slice(0, start);
          if (!/[\p{L}\p{N}\p{M}]$/u.test(before)) expect(cutsWord(text, start)).toBe(false);
          if (!/^[\p{L}\p{N}\p{M}]/u.test(text.slice(end))) expect(cutsWord(text, end)).toBe(false);
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readNotes } from '../../bench/read-notes.ts';
import { suggestCodes } from '../../functions/coding/suggest-codes.ts';
import { Letters } from '../../functions/coding/words/may-say.ts';
import { surelyGrowsTooFast } from './cost.ts';

const dateOfService = '2026-03-02';

const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/**
 * Milliseconds below which a measurement says nothing, since compiling and collecting take as long. A pattern that takes
 * less on 4,000 characters takes no time on a statement, which has 2,000 at most.
 */
const measurable = { pattern: 10, note: 80 };

/** Shorter texts are parts that the reader has cut to a length. */
const uncut = 100;

/**
 * The patterns that reading some notes tries, with the longest text that each is tried on; those, too, that are not
 * tried because a note has not the letters that they need: another note will have them.
 */
const patternsTried = (notes: readonly string[]): ReadonlyMap<string, { pattern: RegExp; on: number }> => {
  // The dictionary is read once, from descriptions of codes and not from notes.
  suggestCodes(notes[0] ?? '', { dateOfService });
  const tried = new Map<string, { pattern: RegExp; on: number }>();
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (text) {
    const name = String(this);
    const on = Math.max(tried.get(name)?.on ?? 0, text.length);
    tried.set(name, { pattern: this, on });
    return exec.call(this, text);
  };
  const { mayHave } = Letters.prototype;
  Letters.prototype.mayHave = function (pattern) {
    const name = String(pattern);
    tried.set(name, { pattern, on: Math.max(tried.get(name)?.on ?? 0, uncut) });
    return mayHave.call(this, pattern);
  };
  try {
    for (const note of notes) suggestCodes(note, { dateOfService });
  } finally {
    RegExp.prototype.exec = exec;
    Letters.prototype.mayHave = mayHave;
  }
  return tried;
};

const runs = [
  ' ',
  'a',
  '1',
  'a ',
  '1 ',
  '-',
  ', ',
  '(',
  ' \n',
  '\t',
  '1.',
  'A ',
  '*',
  '/',
  'a-',
  'a, ',
  '(a',
];
const wordsOf = (pattern: RegExp): readonly string[] =>
  (pattern.source.replace(/\\[a-zA-Z]/g, ' ').match(/[a-z]{2,}/gi) ?? []).slice(0, 8);

/** Texts of one thing over and over, and of a word of the pattern with a run behind it. */
const attacksOn = (pattern: RegExp): readonly (readonly [word: string, unit: string])[] => [
  ...runs.map((run) => ['', run] as const),
  ...wordsOf(pattern).flatMap((word) => [['', `${word} `] as const, [word, ' '] as const]),
];

const tryAll = (pattern: RegExp, text: string): unknown =>
  pattern.global ? text.replace(pattern, '') : text.search(pattern);

describe('the time that reading takes', () => {
  const notes = readNotes('tuning').map(({ note }) => note);

  it('grows with the text for every pattern that is tried on one', () => {
    const tried = [...patternsTried(notes).values()].filter(({ on }) => on >= uncut);
    expect(tried.length).toBeGreaterThan(500);
    const slow = tried.flatMap(({ pattern: { source, flags } }) => {
      const pattern = new RegExp(source, flags.replace('y', ''));
      return attacksOn(pattern)
        .filter(([word, unit]) =>
          surelyGrowsTooFast(
            (length) => tryAll(pattern, word + filled(unit, length)),
            1000,
            measurable.pattern,
          ),
        )
        .slice(0, 1)
        .map((attack) => ({ pattern: source.slice(0, 120), attack }));
    });
    expect(slow).toEqual([]);
  }, 120_000);

  it.each([
    ['prose', notes.join('\n\n')],
    ['one line of prose', notes.join(' ').replace(/\s+/g, ' ')],
    ['denials', 'no fever, denies cough, no pain. '],
    ['denials without a stop', 'no fever, no cough, '],
    ['problems', 'Assessment:\n1. Hypertension, stable.\n'],
    ['a list without an end', '1. pain\n'],
    ['wounds', '2.5 cm x 1.2 cm laceration of the left arm '],
    ['injections', 'injected 2 cc into the left knee '],
    ['pasted notes', 'Previous visit:\nAssessment: gout\n\n'],
    ['empty lines', 'a\n\n\n\n'],
    ['blanks', 'Nurse      '],
    ['digits', '1'],
  ])(
    'grows with a note of %s',
    (_, unit) => {
      const read = (length: number) =>
        suggestCodes(filled(unit, length), { dateOfService }, { setting: 'visit' });
      read(10_000);
      expect(surelyGrowsTooFast(read, 15_000, measurable.note)).toBe(false);
    },
    60_000,
  );
});

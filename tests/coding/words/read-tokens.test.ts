import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import { keysOfTerm, readTokens } from '../../../functions/coding/words/read-tokens.ts';
import { readPassage } from '../../../functions/coding/words/read-words.ts';
import { textsWith } from './any-text.ts';

const keysOf = (text: string): string =>
  readTokens(readPassage(text))
    .map(({ key }) => key)
    .join(' ');

describe('tokens', () => {
  it.each([
    ['an adjective and its noun', 'diabetic', 'diabetes'],
    ['a plural', 'fractures', 'fracture'],
    ['British spelling', 'anaemia', 'anemia'],
    ['a hyphen', 'post-traumatic', 'posttraumatic'],
    ['a Roman numeral', 'type II', 'type 2'],
    ['an abbreviation', 'HTN', 'hypertension'],
    ['a possessive', 'Crohn’s', 'Crohn'],
    ['a malignant neoplasm', 'malignant neoplasm of colon', 'cancer of colon'],
    ['a lower limb', 'lower extremity', 'leg'],
  ])('are the same with %s', (_, one, other) => {
    expect(keysOf(one)).toBe(keysOf(other));
  });

  it('keep their places in the text', () => {
    const text = 'Left-sided pain (HTN).';
    for (const { start, end } of readTokens(readPassage(text))) {
      expect(text.slice(start, end)).toMatch(/^[\w-]+$/);
    }
  });

  it('read abbreviations in capitals only where not everything is in capitals', () => {
    expect(keysOf('PE')).toBe(keysOf('pulmonary embolism'));
    expect(readTokens(readPassage('NORMAL PE TODAY')).map(({ key }) => key)).not.toContain('embol');
  });

  it('have another sense in a note, never in a term of the dictionary', () => {
    const noted = readTokens(readPassage('hearing aids')).map(({ key }) => key);
    expect(noted).toContain('-');
    expect(keysOfTerm('hearing aids')).not.toContain('-');
  });

  it('begin and end where words of the note do, whatever the text', () => {
    const texts = textsWith(
      ...['post-', 'non-', 'traumatic ', 'HTN ', '’s ', 'lower ', 'limbs ', '. ', '\n', 'Plan: ', 'T2DM'],
    );
    fc.assert(
      fc.property(texts, (note) => {
        for (const statement of readStatements(note)) {
          const starts = new Set(statement.words.map(({ start }) => start));
          const ends = new Set(statement.words.map(({ end }) => end));
          const astray = readTokens(statement).filter(
            ({ start, end }) => !starts.has(start) || !ends.has(end),
          );
          expect(astray).toEqual([]);
        }
      }),
    );
  });
});

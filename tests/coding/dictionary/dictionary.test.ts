import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../functions/coding/diagnoses/find-mentions.ts';
import { termsOfDescriptions, termsOfIndex } from '../../../functions/coding/dictionary/collect-terms.ts';
import { buildDictionary, type DictionaryTerm } from '../../../functions/coding/dictionary/dictionary.ts';
import {
  decodeDictionary,
  encodeDictionary,
  isImageOf,
} from '../../../functions/coding/dictionary/dictionary-image.ts';
import { noteWords } from '../../../functions/coding/dictionary/note-words.ts';
import { readPassage } from '../../../functions/coding/words/read-words.ts';

const codes = [
  { code: 'M54.2', description: 'Cervicalgia', billable: true },
  { code: 'M25.56', description: 'Pain in knee', billable: false },
  { code: 'M25.561', description: 'Pain in right knee', billable: true },
  { code: 'M25.55', description: 'Pain in hip', billable: false },
  { code: 'S60.02', description: 'Contusion of index finger without damage to nail', billable: false },
  { code: 'S60.22', description: 'Contusion of hand', billable: false },
];

const term = (words: string, code: string): DictionaryTerm => ({ words, code, source: 'index' });
const terms = [
  term('pain knee', 'M25.56'),
  term('pain hip', 'M25.55'),
  term('contusion index finger', 'S60.02'),
  term('contusion hand', 'S60.22'),
];
const dictionary = buildDictionary('2026', codes, terms);

const found = (text: string): readonly (string | undefined)[] =>
  findMentions(dictionary, noteWords(dictionary, readPassage(text))).map(
    ({ term: at }) => dictionary.codes[dictionary.termCode[at] ?? -1],
  );

describe('terms in a statement', () => {
  it.each([
    ['in any order', 'knee pain', ['M25.56']],
    ['once for each part of a list', 'knee and hip pain', ['M25.56', 'M25.55']],
    ['not twice for one place', 'right hand index finger contusion', ['S60.02']],
    ['not across a denial', 'knee swelling without pain', []],
    ['not far apart', 'knee was examined and later on there was some pain', []],
  ])('are found %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('the image of a dictionary', () => {
  const origin = { edition: '2026', fingerprint: 'abc' };

  it('reads back as what was written', () => {
    const image = decodeDictionary(encodeDictionary(dictionary, origin));
    expect(image).toEqual(dictionary);
  });

  it('is known to be outdated when its origin is another', () => {
    const image = encodeDictionary(dictionary, origin);
    expect(isImageOf(image, origin)).toBe(true);
    expect(isImageOf(image, { ...origin, fingerprint: 'abd' })).toBe(false);
  });
});

describe('terms of the code set', () => {
  const title = (text: string) => ({ title: text, optional: '' });

  it('are the paths of the index, with references followed', () => {
    const lines = [
      { path: [title('Pain'), title('limb'), title('upper')], code: 'M79.60-' },
      { path: [title('Pain'), title('arm')], see: 'Pain, limb, upper' },
      { path: [title('Pain'), title('specified site NEC')], code: 'R52' },
    ];
    expect([...termsOfIndex(lines)].map(({ words, code }) => [words.trim(), code])).toEqual([
      ['Pain arm', 'M79.60'],
      ['Pain limb upper', 'M79.60'],
    ]);
  });

  it('are no descriptions that only say "other"', () => {
    const descriptions = [
      { code: 'R07.89', description: 'Other chest pain', billable: true },
      { code: 'I10', description: 'Essential (primary) hypertension', billable: true },
    ];
    expect([...termsOfDescriptions(descriptions)]).toEqual([
      expect.objectContaining({ code: 'I10', optional: 'primary' }),
    ]);
  });
});

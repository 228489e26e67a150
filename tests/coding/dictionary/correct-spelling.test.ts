import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctSpelling, slipBetween } from '../../../functions/coding/dictionary/correct-spelling.ts';
import { buildDictionary } from '../../../functions/coding/dictionary/dictionary.ts';
import { dictionaryOn } from '../../../functions/coding/dictionary/load-dictionary.ts';
import { wordKey } from '../../../functions/coding/words/word-key.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

const codes = [{ code: 'J18.9', description: 'Pneumonia', billable: true }];
const small = buildDictionary('2026', codes, [{ words: 'pneumonia', code: 'J18.9', source: 'index' }]);

describe('a slip of the pen', () => {
  it.each([
    ['exchanged', 'pnuemonia', 'pneumonia'],
    ['letter', 'hypothyrodism', 'hypothyroidism'],
    ['letter', 'diverrticulitis', 'diverticulitis'],
    ['sound', 'bronchitus', 'bronchitis'],
    ['sound', 'hypertention', 'hypertension'],
  ])('%s makes "%s" of "%s"', (slip, written, meant) => {
    expect(slipBetween(written, meant)).toBe(slip);
  });

  it.each([
    ['resection', 'rejection'],
    ['loculated', 'lobulated'],
    ['pnuemmonia', 'pneumonia'],
  ])('does not make "%s" of "%s"', (written, meant) => {
    expect(slipBetween(written, meant)).toBeUndefined();
  });

  it('leads to the word of the dictionary that is meant, and a missing sound does too', () => {
    expect(correctSpelling(small, 'pnuemonia')).toBe('pneumonia');
    expect(correctSpelling(small, 'neumonia')).toBe('pneumonia');
    expect(correctSpelling(small, 'pancreatitis')).toBeUndefined();
  });
});

needingOfficialCodeSets().describe('spelling in the official ICD-10-CM', () => {
  const dictionary = dictionaryOn('2026-03-02');
  const words = dictionary.spellings.filter((word) => word.length >= 8);

  it.each([
    ['anxeity', 'anxiety'],
    ['osteoperosis', 'osteoporosis'],
    ['athritis', 'arthritis'],
    ['ezcema', 'eczema'],
    ['hemmoroids', 'hemorrhoids'],
    ['tonsilitis', 'tonsillitis'],
    ['migrane', 'migraine'],
    ['fibromialgia', 'fibromyalgia'],
  ])('of "%s" is that of "%s"', (written, meant) => {
    expect(wordKey(correctSpelling(dictionary, written) ?? '')).toBe(wordKey(meant));
  });

  it.each(
    'mellitus resection hypogastrium hemithorax loculated codon stenting lisinopril metformin amlodipine sertraline nutting wisteria terrier sister addition crashing belong'.split(
      ' ',
    ),
  )('leaves "%s" as it is', (word) => {
    expect(correctSpelling(dictionary, word)).toBeUndefined();
  });

  it('takes a word with one letter exchanged, dropped or doubled for no other word', () => {
    const slips = [
      (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
      (word: string, at: number) => word.slice(0, at) + word[at] + word.slice(at),
      (word: string, at: number) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
    ];
    let [right, read] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom(...slips), fc.nat(), (word, slip, place) => {
        const written = slip(word, 1 + (place % (word.length - 2)));
        // What is now another word of the code set is that word.
        if (written === word || dictionary.vocabulary.has(wordKey(written))) return;
        const meant = correctSpelling(dictionary, written);
        read += 1;
        if (meant !== undefined && wordKey(meant) === wordKey(word)) right += 1;
      }),
      { numRuns: 3000, seed: 11 },
    );
    expect(right / read).toBeGreaterThan(0.95);
  });
});

import { describe, expect, it } from 'vitest';
import { correctSpelling, isOneSlipAway } from '../../../functions/coding/dictionary/correct-spelling.ts';
import { buildDictionary } from '../../../functions/coding/dictionary/dictionary.ts';
import { wordKey } from '../../../functions/coding/words/word-key.ts';

const codes = [{ code: 'J18.9', description: 'Pneumonia', billable: true }];
const dictionary = buildDictionary('2026', codes, [{ words: 'pneumonia', code: 'J18.9', source: 'index' }]);

describe('spelling', () => {
  it.each([
    ['exchanged letters', 'pnuemon', 'pneumon'],
    ['a letter left out', 'hypothyrod', 'hypothyroid'],
    ['a letter put in', 'diverrticul', 'diverticul'],
  ])('forgives %s', (_, one, other) => {
    expect(isOneSlipAway(one, other)).toBe(true);
  });

  it.each([
    ['another letter', 'hypodens', 'hypotens'],
    ['a missing end', 'perform', 'perfor'],
    ['a short word', 'creatin', 'cretin'],
    ['two slips', 'pnuemmon', 'pneumon'],
  ])('takes no word for another with %s', (_, one, other) => {
    expect(isOneSlipAway(one, other)).toBe(false);
  });

  it('finds the word of the dictionary that is meant', () => {
    expect(correctSpelling(dictionary, wordKey('pnuemonia'))).toBe(dictionary.vocabulary.get('pneumon'));
    expect(correctSpelling(dictionary, wordKey('pancreatitis'))).toBe(-1);
  });
});

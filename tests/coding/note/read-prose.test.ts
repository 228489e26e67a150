import { expect, it } from 'vitest';
import { readProse } from '../../../functions/coding/note/read-prose.ts';
import { settingOf } from '../../../functions/coding/note/read-setting.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';

/** The part of the visit to which the sentence belongs that has the words. */
const partOf = (note: string, words: string) =>
  readProse(readStatements(note)).find(({ text }) => text.includes(words))?.section;

const letter = `Dear Dr. Quillon,

It was a pleasure to see Mr. Sorrel today, whom I have followed for angina. Since spring his ankles have been swollen. I gave him torsemide then.
On examination the blood pressure was 128/70, the lungs were clear and there was no edema. The electrocardiogram shows sinus rhythm.
I have raised torsemide. Her flutter is permanent. As to the gout, he is to keep allopurinol. I take his cough for bronchitis.
With kind regards,`;

it.each([
  ['what was so before the examination is told, not judged', 'ankles', 'history'],
  ['an order of then is no plan', 'gave him torsemide', 'history'],
  ['a courtesy judges nothing', 'pleasure', 'history'],
  ['what is done after it is planned', 'have raised', 'plan'],
  ['how a condition stands is judged', 'flutter', 'assessment'],
  ['what a sentence takes up is judged', 'As to the gout', 'assessment'],
  ['what something is taken for is judged', 'his cough', 'assessment'],
])('%s', (_, words, part) => {
  expect(partOf(letter, words)).toBe(part);
});

it('a word spoken as a heading opens its part', () => {
  const dictated =
    'Mr. Hale is back for his knee. EXAMINATION. Quiet knee. OPINION. Gout in the knee. PLAN. Colchicine.';
  expect(partOf(dictated, 'Gout')).toBe('assessment');
  expect(partOf(dictated, 'Quiet')).toBe('exam');
});

it('a paragraph behind a labelled one is its own', () => {
  const note = `She comes for her six-month check.

Laboratory: hemoglobin 13, all normal.

Her osteoporosis is stable and she continues alendronate. In six months again.`;
  expect(settingOf(readStatements(note))).toBe('visit');
  expect(partOf(note, 'osteoporosis')).toBe('assessment');
});

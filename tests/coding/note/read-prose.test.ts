import { expect, it } from 'vitest';
import { readProse } from '../../../functions/coding/note/prose/read-prose.ts';
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

const assessedIn = (text: string): readonly string[] =>
  readProse(readStatements(text))
    .filter(({ section }) => section === 'assessment')
    .map(({ text: said }) => said.trim());

const seen =
  'Mrs. Ade Rowntree came for her hip. She has had pain on the stairs since May. She walks with a cane. On examination the hip is stiff and tender. ';

it.each([
  ['Advanced arthritis of the left hip. I ordered a film.', ['Advanced arthritis of the left hip.']],
  [
    'So trochanteric bursitis of the left hip that is not settling. I injected it.',
    ['So trochanteric bursitis of the left hip that is not settling.'],
  ],
  [
    'Her limp is most likely due to the hip. She will return in a month.',
    ['Her limp is most likely due to the hip.'],
  ],
  [
    'He has not been to the gym. I asked her to use the cane. Healed sprain; bursitis, left hip; osteoarthritis.',
    ['Healed sprain;', 'bursitis, left hip;', 'osteoarthritis.'],
  ],
])('what a clinician names in prose behind the examination is assessed: %s', (end, named) => {
  expect(assessedIn(seen + end)).toEqual(named);
});

it('the story of a hospital stay is not assessed, whatever opens it', () => {
  const text =
    'Mr. Okonjo came today. In brief, he was in hospital with pancreatitis in January. He is well and eats. On examination the abdomen is soft. I asked him to return in a month.';
  expect(assessedIn(text)).not.toContainEqual(expect.stringContaining('pancreatitis'));
});

it.each([
  ['A: 1 Gout of the left foot, better  2 Asthma, mild\nP: return', 2],
  ['PE: lungs clear\n1 COPD, stable. 2 Gout, cont allopurinol. 3 Insomnia.\n6 mo', 3],
])('numbers without a sign list the problems of one line: %s', (text, count) => {
  const leading = readStatements(text).filter(({ section, leads }) => section === 'assessment' && leads);
  expect(leading).toHaveLength(count);
});

it.each(['Bupropion 150 mg. 2 refills', 'BP 130/80. 1 view of the chest. 2 views of the hand'])(
  'numbers that count something list nothing: %s',
  (text) => {
    expect(readStatements(`Assessment: ${text}`).filter(({ leads }) => leads)).toHaveLength(1);
  },
);

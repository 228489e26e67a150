import { expect, it } from 'vitest';
import { readProse } from '../../../functions/coding/note/read-prose.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';

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

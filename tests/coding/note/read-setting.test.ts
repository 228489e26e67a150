import { expect, it } from 'vitest';
import { settingOf } from '../../../functions/coding/note/read-setting.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';

const settingOfText = (text: string) => settingOf(readStatements(text));

it.each([
  'Diet counseling, 30 min (2:00-2:30). Mother and Ruben. Celiac disease. Label reading, two recipes tried. Weight even.',
  'Domiciliary round at Elm House. Mr. Osei bumped his elbow on the door a week ago. There is a bruise, no warmth. Bursitis of the left elbow. Padding, rest.',
  'POSTOPERATIVE VISIT. Ms. Ilves is nine days out from a thyroidectomy. Scar closed, voice clear. Calcium normal. No charge.',
  'Physical for college. No c/o. Dad with gout. Exam nl. Hep B #2 today. Form signed. Healthy adult.',
  'Forklift recert exam. Vision 20/20. Whisper 10 ft. Certified 2 yr.',
])('a text that tells no case is of a visit: %s', (text) => {
  expect(settingOfText(text)).toBe('visit');
});

it.each([
  'A 44-year-old man consulted for a painless mass of the left testis of two months. Markers were raised. A seminoma was found and he underwent orchiectomy.',
  '61-year-old woman, hypertension and dialysis since 2009. A renal transplant failed. Transaminases rose and hepatitis was diagnosed.',
  'The patient presented with fever and was admitted. Blood cultures were requested and grew a streptococcus.',
])('a text that is told as a case is a report: %s', (text) => {
  expect(settingOfText(text)).toBe('report');
});

it('tells nothing from a word', () => {
  expect(settingOfText('xyzzy')).toBe('report');
});

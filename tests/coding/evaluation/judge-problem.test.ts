import { describe, expect, it } from 'vitest';
import { natureOfCode, saysWorsening } from '../../../codesets/clinical-terms/problem-natures.ts';
import { judgeProblem } from '../../../functions/coding/evaluation/judge-problem.ts';
import { natureOf } from '../../../functions/coding/evaluation/problem-nature.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';

const judge = (name: string, text: string, codes: readonly string[] = []) =>
  judgeProblem({
    name,
    codes,
    evidence: { start: 0, end: name.length, quote: name },
    about: readStatements(`Plan: ${text}`),
  }).status;

describe('natureOf', () => {
  it.each([
    ['E11.9', 'chronic'],
    ['I10', 'chronic'],
    ['J02.9', 'acute'],
    ['J06.9', 'self-limited'],
    ['J18.9', 'systemic'],
    ['S93.401A', 'injury'],
    ['R07.9', 'uncertain'],
    ['R05.9', 'symptom'],
    ['I20.0', 'threat'],
    ['I20.9', 'chronic'],
    ['Z79.4', 'status'],
    ['W19.XXXA', 'external-cause'],
  ])('takes %s as %s', (code, nature) => {
    expect(natureOfCode(code)).toBe(nature);
  });

  it('lets the heaviest of several codes count', () => {
    expect(natureOf('Cough with pneumonia', ['R05.9', 'J18.9'])).toBe('systemic');
  });

  it('takes a chronic symptom as chronic', () => {
    expect(natureOf('Chronic low back pain', ['M54.50'])).toBe('chronic');
  });

  it.each([
    ['Polycystic kidney disease', 'chronic'],
    ['Wrist fracture', 'injury'],
    ['Thyroid nodule', 'uncertain'],
    ['Something nobody knows', 'acute'],
  ])('reads %s by its words as %s', (name, nature) => {
    expect(natureOf(name, [])).toBe(nature);
  });

  it('knows the codes that say exacerbation themselves', () => {
    expect(saysWorsening('J44.1')).toBe(true);
    expect(saysWorsening('J44.9')).toBe(false);
  });
});

describe('judgeProblem', () => {
  it.each([
    ['a chronic illness called stable', 'Asthma', 'Stable on the inhaler.', 'chronic-stable'],
    ['a chronic illness without a word on its course', 'Asthma', 'Return in spring.', 'chronic-stable'],
    ['a chronic illness above goal', 'Hypertension', 'Still above goal.', 'chronic-worsening'],
    ['a chronic illness that does not worsen', 'Asthma', 'No worsening.', 'chronic-stable'],
    ['a chronic illness stepped up', 'Asthma', 'Add montelukast 10 mg.', 'chronic-worsening'],
    ['a stable illness with a further drug', 'Angina', 'Stable. Add atorvastatin 40 mg.', 'chronic-stable'],
    ['an acute illness that is over', 'Sinusitis', 'Completely resolved.', 'self-limited'],
    ['an injury', 'Ankle sprain', 'Ice.', 'acute'],
    [
      'an injury that may need an operation',
      'Meniscus tear',
      'We discussed arthroscopy.',
      'complicated-injury',
    ],
    ['a nondisplaced fracture', 'Toe fracture', 'Non-displaced. Buddy tape.', 'acute'],
    ['a suspected grave cause', 'Fatigue', 'Concern for leukemia.', 'uncertain-prognosis'],
    ['a grave cause that nobody suspects', 'Fatigue', 'No concern for leukemia.', 'acute'],
    ['a threat to a function', 'Back pain', 'Signs fit cauda equina.', 'severe'],
  ])('judges %s', (_, name, text, status) => {
    expect(judge(name, text)).toBe(status);
  });
});

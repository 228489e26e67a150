import { expect } from 'vitest';
import { flatten } from '../../../functions/coding/flatten-suggestions.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

const { it } = needingOfficialCodeSets();

const codesOf = (line: string): readonly string[] =>
  flatten(
    'line',
    suggestCodes(`Assessment:\n1. ${line}\nPlan: continue.`, {
      dateOfService: '2026-03-02',
      ageInYears: 67,
    }),
  ).dx;

it.each([
  // The index leads to the code without behaviors; the line says more.
  ['Vascular dementia, moderate, with agitation', ['F01.B11']],
  ['Vascular dementia, moderate, without agitation', ['F01.B0']],
  // Words that the term itself used have had their say, and a denial is never jumped.
  ['Migraine without aura, not intractable', ['G43.009']],
  // Two places that a code names together are met by one.
  ['Gout, idiopathic, left ankle', ['M10.072']],
  ['Squamous cell carcinoma of skin of left ear', ['C44.229']],
  // One name within another of its chapter.
  ['NS cataracts OU', ['H25.13']],
])('%s', (line, codes) => {
  expect(codesOf(line)).toEqual(codes);
});

it.each([
  'Possible harms named: hives, hepatitis, low platelets.',
  'Ruled out: DVT, cellulitis.',
  'She fears dementia because of her mother.',
  'The biopsy in 2019 was negative for celiac disease.',
  'Gestational diabetes with her second child.',
  'The COPD label was taken off last year.',
])('of hypertension alone: %s', (said) => {
  expect(
    codesOf(`Hypertension - at goal, continue lisinopril 20. ${said}`).filter(
      (code) => !code.startsWith('Z'),
    ),
  ).toEqual(['I10']);
});

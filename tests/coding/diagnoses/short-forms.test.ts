import { expect, it } from 'vitest';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';
import shortForms from './short-forms.json' with { type: 'json' };

const codesIn = (note: string): readonly string[] =>
  suggestCodes(note, { dateOfService: '2026-03-02', patientType: 'established' })
    .suggestions.filter(({ system }) => system === 'ICD-10-CM')
    .map(({ code }) => code);

const assessed = (problem: string): string => `Assessment:\n1. ${problem}\nPlan: return as needed`;

needingOfficialCodeSets().describe('problems as clinicians of the specialties shorten them', () => {
  it.each(Object.entries(shortForms))('"%s" is %s', (problem, codes) => {
    expect(codesIn(assessed(problem)).toSorted()).toEqual(codes.split(' ').toSorted());
  });

  it.each([
    ['the hour of sleep', 'Trazodone 50 mg HS'],
    ['a stent', 'DES to LAD placed in 2023'],
    ['a muscle test', 'Strength: MMT 5/5 in both legs'],
    ['a vaccine', 'HAV vaccine series complete'],
    ['millimeters of mercury', 'Pressure 124/80 MM HG'],
    ['milligrams', 'Take 20 MG once daily'],
    ['an assessment of a nursing home', 'MDS assessment due next week'],
    ['a flag of the record', 'Care plan for the year (HCC) reviewed'],
    ['equipment', 'New mask Rx to DME'],
    ['a joint', 'No tenderness over the SI joint'],
    ['a tumor marker', 'CA 125 was 12'],
    ['an amputation', 'AK amputation prosthesis fits well'],
    ['furniture', 'Head of BED raised'],
    ['an abbreviation inside a sentence', 'Discussed with HS nurse about POI form'],
  ])('are not read into %s', (_, sentence) => {
    expect(codesIn(`Assessment:\n1. Hypertension, at goal\n${sentence}.\nPlan: return as needed`)).toEqual([
      'I10',
    ]);
  });

  it.each([
    ['COPD, moderate (HCC)', ['J44.9']],
    ['Permanent A-fib', ['I48.21']],
    ['Severe calcific aortic stenosis', ['I35.0']],
  ])('%s', (problem, codes) => {
    expect(codesIn(assessed(problem))).toEqual(codes);
  });

  it('are found in prose with a label for one sentence, and no signature names a problem', () => {
    const seen =
      'Seen for a sore chest for a week, worse with cough. PE today: tender left third rib, lungs clear. ';
    expect(
      codesIn(`${seen}I think this is costochondritis. Naproxen 500 mg twice a day for ten days.`),
    ).toEqual(['M94.0']);
    const signed =
      'Burning with urination for two days. Dip positive. Acute cystitis. Nitrofurantoin 100 mg bid. 6 mo.';
    expect(codesIn(signed)).toContain('N30.00');
  });

  it.each([
    ['1. Annual physical exam', ['Z00.00']],
    ['1. Tobacco use', ['Z72.0']],
    ['1. Hypertension\n2. Tobacco use', ['I10', 'Z72.0']],
  ])('stand in a list where a heading could: %s', (list, codes) => {
    expect(codesIn(`Assessment:\n${list}\nPlan: return as needed`)).toEqual(codes);
  });

  it.each([
    ['Foot drop, right, since surgery in 2019', 'M21.371'],
    ['Residual aphasia from a stroke in 2020', 'I69.320'],
  ])('are there today when the date is that of their cause: %s', (problem, code) => {
    expect(codesIn(assessed(problem))).toContain(code);
  });
});

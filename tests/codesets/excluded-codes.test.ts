import { describe, expect, it } from 'vitest';
import { readExcludedCodes } from '../../codesets/code-book/excluded-codes.ts';

const other = 'A00.0';

describe('an Excludes1 note', () => {
  it.each([
    ['acquired cardiac septal defect (I51.0)', ['I51.0'], ['I51.1']],
    ['diabetes mellitus (E08-E13 with .42)', ['E11.42', 'E08.42'], ['E11.9', 'E11.40']],
    ['diabetic angiopathy (E08-E13 with .51-.52)', ['E11.51', 'E11.52'], ['E11.59', 'E11.9']],
    ['arthropathy in diabetes (E08-E13 with .61-)', ['E11.610', 'E11.618'], ['E11.620']],
    ['aphasia (I69. with final characters -20)', ['I69.320', 'I69.920'], ['I69.321', 'I69.30']],
    ['amnestic syndrome (F10-F19 with 5th character .6)', ['F10.96', 'F13.26'], ['F10.20']],
    ['hallucinations (F11-F19 with fifth to sixth characters 51)', ['F11.151'], ['F11.150', 'F10.151']],
    ['open skull fracture (S02.- with 7th character B)', ['S02.0XXB'], ['S02.0XXA']],
    ['pneumoconiosis with tuberculosis, any type in A15 (J65)', ['J65'], ['A15.0']],
    ['congenital torticollis Q68.0', ['Q68.0'], ['Q68.1']],
    ['injuries classified in S06.1- to S06.6-, S06.81-', ['S06.3X0A', 'S06.815A'], ['S06.0X0A', 'S06.9X0A']],
    ['glucose-6-phosphate dehydrogenase (G6PD) deficiency without anemia (D75.A)', ['D75.A'], ['D55.0']],
  ])('names its codes: %s', (note, excluded, allowed) => {
    const excludes = readExcludedCodes(note);
    expect(excluded.filter((code) => !excludes(other, code))).toEqual([]);
    expect(allowed.filter((code) => excludes(other, code))).toEqual([]);
  });

  it.each([
    'diabetic acidosis - see categories E08-E10, E13 with ketoacidosis',
    'open fracture of elbow and forearm (S52.- with open fracture 7th character)',
    'chronic rheumatic diseases (I05-I09) unless rheumatic fever is also present',
    'birth injury - see chapter 16',
  ])('excludes nothing under a condition in words: %s', (note) => {
    const excludes = readExcludedCodes(note);
    const named = ['E10.9', 'E13.10', 'S52.501B', 'I05.0', 'P10.0'];
    expect(named.filter((code) => excludes(other, code))).toEqual([]);
  });

  it('is not about the codes that it names', () => {
    const excludes = readExcludedCodes('three-wheeled motor vehicle (V30-V39)');
    expect(excludes('V20.0XXA', 'V30.0XXA')).toBe(true);
    expect(excludes('V31.0XXA', 'V30.0XXA')).toBe(false);
  });

  it('may be about some of the codes below it only', () => {
    const excludes = readExcludedCodes('any condition in I51.4-I51.9 due to hypertension (I11.-)');
    expect(excludes('I51.7', 'I11.9')).toBe(true);
    expect(excludes('I51.0', 'I11.9')).toBe(false);
  });
});

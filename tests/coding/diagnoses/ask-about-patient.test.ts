import { describe, expect, it } from 'vitest';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

needingOfficialCodeSets();

const suggest = (problem: string, patient: { sex?: 'female' | 'male' | 'other'; ageInYears?: number }) =>
  suggestCodes(`Assessment:\n1. ${problem}\nPlan: return as needed`, {
    dateOfService: '2026-03-02',
    patientType: 'established',
    ...patient,
  });

describe('sex and age against a diagnosis', () => {
  it('become a question, and the code stays', () => {
    const { suggestions, questions } = suggest('Benign prostatic hyperplasia.', { sex: 'female' });
    expect(suggestions.find(({ code }) => code.startsWith('N40'))?.status).toBe('needs-query');
    expect(questions.some(({ text }) => text.includes('registered as female'))).toBe(true);
  });

  it.each([
    ['Benign prostatic hyperplasia.', { sex: 'male' }],
    ['Benign prostatic hyperplasia.', { sex: 'other' }],
    ['Benign prostatic hyperplasia.', {}],
    ['Essential hypertension.', { sex: 'female', ageInYears: 8 }],
  ] as const)('raise none for "%s" of %j', (problem, patient) => {
    const { suggestions, questions } = suggest(problem, patient);
    expect(suggestions.find(({ system }) => system === 'ICD-10-CM')?.status).toBe('suggested');
    expect(questions.filter(({ text }) => /registered as|at the age of/.test(text))).toEqual([]);
  });
});

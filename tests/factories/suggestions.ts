import type { CodeSuggestion } from '../../functions/domain/coding.ts';

/** A suggestion of a code; diagnoses are told from procedures by the form of the code. */
export const aSuggestion = (code: string, change: Partial<CodeSuggestion> = {}): CodeSuggestion => ({
  system: /^[A-Z]\d[0-9A-Z](\.|$)/.test(code) ? 'ICD-10-CM' : 'CPT',
  code,
  description: code,
  confidence: 0.9,
  evidence: [{ start: 0, end: 1, quote: 'x' }],
  rules: ['named in the assessment'],
  modifiers: [],
  units: 1,
  ...change,
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { suggestCodes } from '../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../shared-material.ts';

const sentences = readFileSync(join(import.meta.dirname, 'sets', 'harmless.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

const codesWith = (sentence: string): readonly string[] =>
  suggestCodes(`Assessment:\n1. Hypertension, stable.\nContinue lisinopril.\n${sentence}\n`, {
    dateOfService: '2026-03-02',
    patientType: 'established',
    ageInYears: 50,
  })
    .suggestions.filter(({ system }) => system === 'ICD-10-CM')
    .map(({ code }) => code);

needingOfficialCodeSets().describe('harmless sentences', () => {
  it('are at least a thousand', () => {
    expect(new Set(sentences).size).toBeGreaterThanOrEqual(1000);
  });

  it('add no code to the problem that the note assesses', () => {
    const wrong = sentences.flatMap((sentence) => {
      const others = codesWith(sentence).filter((code) => code !== 'I10');
      return others.length > 0 ? [`${sentence} => ${others.join(' ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

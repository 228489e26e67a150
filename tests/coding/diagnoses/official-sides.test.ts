import { expect, it } from 'vitest';
import { diagnosisEditionOn } from '../../../codesets/diagnosis-edition.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

const dateOfService = '2026-03-02';

const diagnosesOf = (problem: string): readonly { code: string; description: string }[] =>
  suggestCodes(`Assessment:\n1. ${problem}\n`, {
    dateOfService,
    patientType: 'established',
  }).suggestions.filter(({ system }) => system === 'ICD-10-CM');

const saysSide = (text: string): boolean => /\b(right|left)\b/i.test(text);

/** A quadrant, a lobe or a part of the bowel that is named by its side has no other one to be taken for. */
const sidedByNature =
  /\[left\]|left (during|in body)|right.*\bleft\b|left.*\bright\b|\b(quadrant|heart|bundle|ventric\w+|colon)\b/i;

needingOfficialCodeSets().describe('sides in the official ICD-10-CM', () => {
  const edition = diagnosisEditionOn(dateOfService);
  if (!edition) throw new Error('No edition is installed');
  const { codes, descriptions, billable } = edition.set;
  const sided = codes.flatMap((_, at) => {
    const description = descriptions[at] ?? '';
    return billable[at] === 1 && saysSide(description) && !sidedByNature.test(description)
      ? [description]
      : [];
  });
  // Every eleventh of some 27,000: a few thousand of all chapters.
  const sample = sided.filter((_, at) => at % 11 === 3);

  it('are coded for no description without one', () => {
    expect(sample.length).toBeGreaterThan(2000);
    const invented = sample.flatMap((description) =>
      diagnosesOf(description.replace(/\b(right|left)\b ?/gi, ''))
        .filter((one) => saysSide(one.description) && !sidedByNature.test(one.description))
        .map(({ code }) => `${code}: ${description}`),
    );
    expect(invented).toEqual([]);
  });

  it('are never the other side', () => {
    const wrong = sample.flatMap((description) => {
      const isRight = /\bright\b/i.test(description);
      const other = description.replace(/\b(right|left)\b/gi, isRight ? 'left' : 'right');
      return diagnosesOf(other)
        .filter((one) => new RegExp(`\\b${isRight ? 'right' : 'left'}\\b`, 'i').test(one.description))
        .map(({ code }) => `${code}: ${other}`);
    });
    expect(wrong).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import conditions from '../../../codesets/clinical-terms/conditions.json' with { type: 'json' };
import exceptions from '../../../codesets/clinical-terms/index-exceptions.json' with { type: 'json' };
import { diagnosisEditionOn } from '../../../codesets/diagnosis-edition.ts';
import { indexTermCodes } from '../../../functions/coding/dictionary/read-edition.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

type Contradiction = { readonly phrase: string; readonly index: string };

needingOfficialCodeSets().describe('our own terms', () => {
  const edition = diagnosisEditionOn('2026-03-02');
  if (!edition) throw new Error('No edition is installed');
  const indexed = indexTermCodes(edition.set);

  /** Where the Alphabetic Index has just these words under another code. */
  const contradictions = Object.entries(conditions).flatMap(([code, phrases]) =>
    phrases.flatMap((phrase): readonly Contradiction[] => {
      const index = indexed(phrase);
      const agrees = index === undefined || index.startsWith(code) || code.startsWith(index);
      return agrees ? [] : [{ phrase, index }];
    }),
  );

  it('say what the Alphabetic Index says, or the data tells why not', () => {
    const told = Object.entries(exceptions).map(([phrase, { index }]) => ({ phrase, index }));
    const byPhrase = (one: Contradiction, other: Contradiction) => one.phrase.localeCompare(other.phrase);
    expect(contradictions.toSorted(byPhrase)).toEqual(told.toSorted(byPhrase));
  });

  it('lead to codes that the edition has', () => {
    const codes = new Set(edition.set.codes);
    expect(Object.keys(conditions).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('give a reason in words for each exception', () => {
    for (const { reason } of Object.values(exceptions)) expect(reason.split(' ').length).toBeGreaterThan(4);
  });
});

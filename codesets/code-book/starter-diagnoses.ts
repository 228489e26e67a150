import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { isWithin } from '../code-notation.ts';
import { type DiagnosisCode, starterDiagnosis } from '../code-set.ts';
import { coversDate } from '../edition.ts';
import type { DiagnosisBook, DiagnosisEntry, DiagnosisFacts, Exclusion } from './diagnosis-book.ts';
import { neverFirstByTitle } from './never-first.ts';
import { noSequencing } from './sequencing.ts';

const edition = 'starter';

const entryOf = (known: DiagnosisCode): DiagnosisEntry => {
  const { terms, excludes1, neverFirst, ...told } = known;
  const why = neverFirstByTitle(known.code, known.description);
  return { ...told, edition, ...(why && { neverFirst: why }) };
};

const excludes = (one: string, other: string): Exclusion | undefined =>
  isWithin(other, starterDiagnosis(one)?.excludes1 ?? [])
    ? { owner: one, note: 'as far as the starter set has it' }
    : undefined;

/** Excludes1 as far as the starter set has it. */
export const starterExclusion = (one: string, other: string): Exclusion | undefined =>
  excludes(one, other) ?? excludes(other, one);

/** The diagnoses of the starter set, where no edition is installed. It knows no headings and no replacements. */
export const starterDiagnoses = (dateOfService: CalendarDate): DiagnosisBook => {
  const find = (code: string): DiagnosisFacts => {
    const known = starterDiagnosis(code);
    const told = { code, edition, inForce: false, below: [], replacements: [] };
    if (!known) return { ...told, standing: 'unknown' };
    const standing = coversDate(known, dateOfService) ? 'billable' : 'not-in-force';
    return { ...told, standing, description: known.description };
  };
  return {
    find,
    entry: (code) => {
      const known = starterDiagnosis(code);
      return known && find(code).standing === 'billable' ? entryOf(known) : undefined;
    },
    neverFirst: (code) => neverFirstByTitle(code, starterDiagnosis(code)?.description ?? ''),
    exclusion: starterExclusion,
    sequencing: noSequencing,
    seventhCharacters: () => new Map(),
    drug: () => undefined,
  };
};

import combinations from '../../../codesets/clinical-terms/combinations.json' with { type: 'json' };
import { codeBookOn } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** Two conditions that ICD-10-CM reports by one combination code, which stands before the second one. */
type Combination = (typeof combinations)[number];

/** A diabetes code with a complication says something of its own beside another one; E11.9 and I10 do not. */
const staysBeside = (code: string): boolean => /^E1[01]\.(?!9)/.test(code);

/** Any code of the same diabetes takes the place of the plain one: as many as describe all complications (I.C.4.a). */
const firstOf = (found: readonly DiagnosisCandidate[], row: Combination): DiagnosisCandidate | undefined =>
  found.find(({ entry }) => row.first.includes(entry.code)) ??
  found.find(({ entry }) => staysBeside(entry.code) && entry.code.slice(0, 3) === row.code.slice(0, 3));

const combine = (
  found: readonly DiagnosisCandidate[],
  row: Combination,
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const first = firstOf(found, row);
  const second = found.find(({ entry }) => isWithin(entry.code, row.second));
  const entry = codeBookOn(dateOfService).diagnoses.entry(row.code);
  if (!first || !second || !entry || found.some((one) => one.entry.code === row.code)) return found;
  const combined: DiagnosisCandidate = {
    ...first,
    entry,
    confidence: Math.min(first.confidence, second.confidence),
    evidence: [...first.evidence, ...second.evidence],
    rules: [...first.rules, row.rule],
  };
  const rest = found.filter((one) => one !== second && (one !== first || staysBeside(first.entry.code)));
  const at = Math.min(found.indexOf(first), found.indexOf(second));
  const after = row.keepsSecond ? [combined, second] : [combined];
  return [...rest.slice(0, at), ...after, ...rest.slice(at)];
};

/** Replaces conditions that ICD-10-CM reports together by their combination code; what comes out of one row may go into a later one. */
export const combineDiagnoses = (
  found: readonly DiagnosisCandidate[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] =>
  combinations.reduce((codes, row) => combine(codes, row, dateOfService), found);

import { findDiagnosis, isWithin } from '../../codesets/code-set.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** Two conditions that ICD-10-CM reports by one combination code, which stands before the second one. */
type Combination = {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly code: string;
  readonly keepsSecond: boolean;
  readonly rule: string;
};

/** In the order in which they apply; the code that comes out of one row may go into a later one. */
const combinations: readonly Combination[] = [
  {
    first: ['I10'],
    second: ['I50'],
    code: 'I11.0',
    keepsSecond: true,
    rule: 'I.C.9.a.1: hypertension with heart failure',
  },
  {
    first: ['I11.0'],
    second: ['N18.1', 'N18.2', 'N18.3', 'N18.4', 'N18.9'],
    code: 'I13.0',
    keepsSecond: true,
    rule: 'I.C.9.a.3: hypertension with heart failure and chronic kidney disease',
  },
  {
    first: ['I10'],
    second: ['N18.5', 'N18.6'],
    code: 'I12.0',
    keepsSecond: true,
    rule: 'I.C.9.a.2: hypertension with chronic kidney disease',
  },
  {
    first: ['I10'],
    second: ['N18'],
    code: 'I12.9',
    keepsSecond: true,
    rule: 'I.C.9.a.2: hypertension with chronic kidney disease',
  },
  {
    first: ['E11.9', 'E11.65'],
    second: ['N18'],
    code: 'E11.22',
    keepsSecond: true,
    rule: 'I.A.15: diabetes "with" chronic kidney disease',
  },
  {
    first: ['E11.9', 'E11.65'],
    second: ['G62.9'],
    code: 'E11.42',
    keepsSecond: false,
    rule: 'I.A.15: diabetes "with" polyneuropathy',
  },
  {
    first: ['J44.9'],
    second: ['J20.9', 'J18.9'],
    code: 'J44.0',
    keepsSecond: true,
    rule: 'J44.0: COPD with acute lower respiratory infection',
  },
];

/** E11.65 says something of its own beside a complication; E11.9 and I10 do not. */
const staysBeside = (code: string): boolean => code === 'E11.65';

const combine = (
  found: readonly DiagnosisCandidate[],
  row: Combination,
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const first = found.find(({ entry }) => row.first.includes(entry.code));
  const second = found.find(({ entry }) => isWithin(entry.code, row.second));
  const entry = findDiagnosis(row.code, dateOfService);
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

/** Replaces conditions that ICD-10-CM reports together by their combination code, in the order of the note. */
export const combineDiagnoses = (
  found: readonly DiagnosisCandidate[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] =>
  combinations.reduce((codes, row) => combine(codes, row, dateOfService), found);

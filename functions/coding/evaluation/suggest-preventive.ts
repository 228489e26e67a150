import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CodeSuggestion, EvidenceSpan } from '../../domain/coding.ts';
import { phrasesIn } from '../note/find-phrases.ts';
import { readAge } from '../note/read-age.ts';
import { readPatientType } from '../note/read-patient-type.ts';
import type { Statement } from '../note/read-statements.ts';
import type { Visit } from '../note/visit.ts';

const preventive =
  /\b(annual (physical|exam(ination)?|wellness|visit|check-?up)|yearly (physical|exam(ination)?|check-?up)|well[- ](child|woman|adult|baby|male|female)( (visit|exam|check))?|preventive (visit|exam|medicine)|(routine|complete) physical( exam)?|physical exam visit|medicare wellness|health maintenance (visit|exam)|(school|sports) physical|camp physical)\b/gi;

/** Youngest age of each preventive visit, with its codes for new and established patients. */
const byAge: readonly { readonly from: number; readonly new: string; readonly established: string }[] = [
  { from: 65, new: '99387', established: '99397' },
  { from: 40, new: '99386', established: '99396' },
  { from: 18, new: '99385', established: '99395' },
  { from: 12, new: '99384', established: '99394' },
  { from: 5, new: '99383', established: '99393' },
  { from: 1, new: '99382', established: '99392' },
  { from: 0, new: '99381', established: '99391' },
];

/** The words by which the reason for the visit calls it preventive. */
export const preventiveReason = (statements: readonly Statement[]): readonly EvidenceSpan[] => {
  const about = statements.filter(({ section }) => section === 'reason' || section === 'assessment');
  const opening = statements.filter(({ section }) => section === 'history').slice(0, 2);
  return [...about, ...opening].flatMap((statement) => phrasesIn(statement, preventive)).slice(0, 2);
};

export type PreventiveVisit = {
  readonly suggestions: readonly CodeSuggestion[];
  readonly questions: readonly string[];
};

const confidence = 0.7;

/** The preventive visit by age and new or established patient; a question where the age is not known. */
export const suggestPreventive = (
  statements: readonly Statement[],
  evidence: readonly EvidenceSpan[],
  visit: Visit,
): PreventiveVisit => {
  const age = visit.ageInYears ?? readAge(statements);
  const row = age === undefined ? undefined : byAge.find(({ from }) => age >= from);
  const type = visit.patientType ?? readPatientType(statements) ?? 'established';
  const code = row && codeBookOn(visit.dateOfService).procedures.entry(row[type]);
  if (!code) {
    return { suggestions: [], questions: ['This looks like a preventive visit, which needs a coder.'] };
  }
  const { system, description } = code;
  const rules = [`preventive visit, ${type} patient, ${age} years`];
  const suggestion = { system, code: code.code, description, confidence, evidence: [...evidence], rules };
  return { suggestions: [{ ...suggestion, modifiers: [], units: 1 }], questions: [] };
};

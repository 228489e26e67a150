import { findProcedure } from '../../codesets/code-set.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { CodeSuggestion } from '../domain/coding.ts';
import { addUseAdditional } from './add-use-additional.ts';
import { combineDiagnoses } from './combine-diagnoses.ts';
import { readStatements } from './read-statements.ts';
import { settleDiagnoses } from './settle-diagnoses.ts';
import { type DiagnosisCandidate, suggestDiagnoses, unknownProblems } from './suggest-diagnoses.ts';
import { suggestEvaluation } from './suggest-evaluation.ts';
import { suggestProcedures } from './suggest-procedures.ts';
import type { Visit } from './visit.ts';

/** Something that only the clinician or a coder can answer before the encounter is coded. */
export type CodingQuestion = { readonly text: string };

export type CodingSuggestions = {
  readonly suggestions: readonly CodeSuggestion[];
  readonly questions: readonly CodingQuestion[];
};

const suggestionOf = ({ entry, confidence, evidence, rules }: DiagnosisCandidate): CodeSuggestion => ({
  system: 'ICD-10-CM',
  code: entry.code,
  description: entry.description,
  confidence,
  evidence: [...evidence],
  rules: [...rules],
  modifiers: [],
  units: 1,
});

/** Claims list the visit first, then what was done, then what was measured. */
const serviceOrder = [
  'evaluation',
  'preventive',
  'procedure',
  'drug',
  'immunization',
  'imaging',
  'monitoring',
  'laboratory',
  'supply',
  'collection',
];

const placeInOrder = (suggestion: CodeSuggestion, dateOfService: CalendarDate): number =>
  serviceOrder.indexOf(findProcedure(suggestion.code, dateOfService)?.kind ?? 'collection');

/**
 * Suggests the codes that a visit note supports, each with the words that support it and the rules applied,
 * and asks about what the note leaves open. Pure and deterministic: the same note gives the same codes.
 * It knows the starter code set only; what it does not recognise it leaves to a coder.
 */
export const suggestCodes = (note: string, visit: Visit): CodingSuggestions => {
  const statements = readStatements(note);
  const named = suggestDiagnoses(statements, visit.dateOfService);
  const combined = combineDiagnoses(named, visit.dateOfService);
  const settled = settleDiagnoses(addUseAdditional(combined, statements, visit.dateOfService));
  const procedures = suggestProcedures(statements, settled.diagnoses, visit.dateOfService);
  const done = procedures.map(({ suggestion }) => suggestion);
  const addressed = settleDiagnoses(named).diagnoses;
  const evaluation = suggestEvaluation({ statements, addressed, done }, visit);
  const services = [...evaluation.suggestions, ...done].sort(
    (a, b) => placeInOrder(a, visit.dateOfService) - placeInOrder(b, visit.dateOfService),
  );
  const questions = [
    ...(settled.diagnoses.length === 0
      ? ['The note names no condition that is known here: which diagnosis was assessed?']
      : unknownProblems(statements).map(
          (at) => `Problem ${at} of the assessment is not known here: which code applies?`,
        )),
    ...settled.questions,
    ...procedures.flatMap((procedure) => procedure.questions),
    ...evaluation.questions,
  ];
  return {
    suggestions: [...settled.diagnoses.map(suggestionOf), ...services],
    questions: questions.map((text) => ({ text })),
  };
};

import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { CodeSuggestion, EvidenceSpan } from '../../domain/coding.ts';
import { readPatientType } from '../note/read-patient-type.ts';
import type { Statement } from '../note/read-statements.ts';
import type { PatientType, Visit } from '../note/visit.ts';
import type { AddressedDiagnosis } from './addressed-problem.ts';
import { determineEmLevel } from './em-level.ts';
import { type DocumentedDecision, evidenceOf, levelsOf, readDecision, rulesOf } from './read-decision.ts';
import { readTotalTime, type TotalTime } from './read-time.ts';

/** What an E/M is weighed from: the note, the diagnoses found in it, and what was done at the visit. */
export type Reading = {
  readonly statements: readonly Statement[];
  readonly addressed: readonly AddressedDiagnosis[];
  readonly done: readonly CodeSuggestion[];
};

/** `decision` tells what the note documents for each element; absent where no office visit was weighed. */
export type SuggestedEvaluation = {
  readonly suggestions: readonly CodeSuggestion[];
  readonly questions: readonly string[];
  readonly decision?: DocumentedDecision;
};

const confidences = { decided: 0.9, assumedType: 0.6, undetermined: 0.3 };

/** Evidence beyond this many places tells a reader nothing more. */
const evidenceLimit = 16;

type Told = {
  readonly confidence: number;
  readonly rules: readonly string[];
  readonly time: readonly EvidenceSpan[];
};

const suggestionOf = (
  code: ProcedureCode,
  decision: DocumentedDecision,
  { confidence, rules, time }: Told,
): readonly CodeSuggestion[] => {
  const evidence = [...time, ...evidenceOf(decision)].slice(0, evidenceLimit);
  if (evidence.length === 0 || decision.problems.level === undefined) return [];
  return [
    {
      system: code.system,
      code: code.code,
      description: code.description,
      confidence,
      evidence,
      rules: [...rules, ...rulesOf(decision)],
      modifiers: [],
      units: 1,
    },
  ];
};

const timeSpans = (time: TotalTime | undefined): readonly EvidenceSpan[] => (time ? [time.evidence] : []);

const evaluateAs = (reading: Reading, visit: Visit & { patientType: PatientType }): SuggestedEvaluation => {
  const decision = readDecision(reading, visit.dateOfService);
  const total = readTotalTime(reading.statements);
  const time = timeSpans(total);
  const level = determineEmLevel(levelsOf(decision), total?.minutes, visit);
  if (level.outcome === 'determined') {
    const told = { confidence: confidences.decided, rules: level.rules, time };
    return { suggestions: suggestionOf(level.code, decision, told), questions: [], decision };
  }
  const open = level.missing.join(' and ');
  const told = { confidence: confidences.undetermined, rules: [`not settled by the note: ${open}`], time };
  return {
    suggestions: level.code ? suggestionOf(level.code, decision, told) : [],
    questions: [`The level of the visit is open: the note does not settle ${open} and states no total time.`],
    decision,
  };
};

/**
 * The office visit by what the note documents. A patient whom neither registration nor note calls new or
 * established is taken as established, whose levels are worth less, and a question asks.
 */
export const evaluateVisit = (reading: Reading, visit: Visit): SuggestedEvaluation => {
  const patientType = visit.patientType ?? readPatientType(reading.statements);
  if (patientType) return evaluateAs(reading, { ...visit, patientType });
  const assumed = evaluateAs(reading, { ...visit, patientType: 'established' });
  return {
    ...assumed,
    suggestions: assumed.suggestions.map((one) => ({
      ...one,
      confidence: Math.min(one.confidence, confidences.assumedType),
    })),
    questions: [...assumed.questions, 'Is the patient new or established? The note does not tell.'],
  };
};

import { codeBookOn } from '../../../codesets/code-book.ts';
import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { CodeSuggestion, EvidenceSpan, RejectedCode } from '../../domain/coding.ts';
import type { NoteFrame } from '../note/read-frame.ts';
import { readPatientType } from '../note/read-patient-type.ts';
import type { Statement } from '../note/read-statements.ts';
import type { Visit } from '../note/visit.ts';
import type { AddressedDiagnosis } from './addressed-problem.ts';
import { type DecisionMaking, determineEmLevel, type EvaluatedVisit, type Level } from './em-level.ts';
import { type DocumentedDecision, evidenceOf, levelsOf, readDecision, rulesOf } from './read-decision.ts';
import { readTotalTime, type TotalTime } from './read-time.ts';

/** What an E/M is weighed from: the note, the diagnoses found in it, and what was done at the visit. */
export type Reading = {
  readonly frame: NoteFrame;
  readonly statements: readonly Statement[];
  readonly addressed: readonly AddressedDiagnosis[];
  readonly done: readonly CodeSuggestion[];
};

/**
 * `decision` tells what the note documents for each element, `minutes` the total time it states; absent where no visit
 * was weighed. `rejected` are visits that the note would support if a rule did not keep them off the claim.
 */
export type SuggestedEvaluation = {
  readonly suggestions: readonly CodeSuggestion[];
  readonly questions: readonly string[];
  readonly rejected?: readonly RejectedCode[];
  readonly decision?: DocumentedDecision;
  readonly minutes?: number;
};

const confidences = { decided: 0.9, assumedType: 0.6, leastRisk: 0.5, undetermined: 0.3 };

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

/** What it takes to look after a problem that is more than minor has at least low risk, whatever the words for it. */
const usualRisk = ({ problems, risk }: DecisionMaking): Level | undefined =>
  risk ?? (problems === undefined || problems === 'straightforward' ? 'straightforward' : 'low');

/** Where a service was done and nothing else decided, the visit may be no more than that service. */
const isPaidByService = ({ done }: Reading, { dateOfService, patientType }: EvaluatedVisit): boolean =>
  patientType === 'established' &&
  done.some(({ code }) =>
    ['procedure', 'drug', 'immunization'].includes(
      codeBookOn(dateOfService).procedures.entry(code)?.kind ?? 'procedure',
    ),
  );

const evaluateAs = (reading: Reading, visit: EvaluatedVisit): SuggestedEvaluation => {
  const decision = readDecision(reading, visit.dateOfService);
  const total = readTotalTime(reading.statements);
  const minutes = total && { minutes: total.minutes };
  const time = timeSpans(total);
  const read = levelsOf(decision);
  const level = determineEmLevel(read, total?.minutes, visit);
  if (level.outcome === 'determined') {
    const told = { confidence: confidences.decided, rules: level.rules, time };
    return { suggestions: suggestionOf(level.code, decision, told), questions: [], decision, ...minutes };
  }
  const open = level.missing.join(' and ');
  const confidence =
    decision.problems.level && !isPaidByService(reading, visit)
      ? confidences.leastRisk
      : confidences.undetermined;
  const told = { confidence, rules: [`not settled by the note: ${open}`], time };
  const usual = determineEmLevel({ ...read, risk: usualRisk(read) }, undefined, visit);
  const code = usual.code ?? level.code;
  return {
    suggestions: code ? suggestionOf(code, decision, told) : [],
    questions: [`The level of the visit is open: the note does not settle ${open} and states no total time.`],
    decision,
    ...minutes,
  };
};

const firstOfStay =
  /\b(initial|admission|admitted|new admission|h ?& ?p|history and physical|first visit)\b/i;

/** In a facility the first visit of the stay has codes of its own, whether or not the patient is known. */
const typeInFacility = ({ titles, opening }: NoteFrame): EvaluatedVisit['patientType'] =>
  [...titles, ...opening.slice(0, 3)].some(({ text }) => firstOfStay.test(text)) ? 'new' : 'established';

/**
 * The office visit by what the note documents. A patient whom neither registration nor note calls new or
 * established is taken as established, whose levels are worth less, and a question asks.
 */
export const evaluateVisit = (
  reading: Reading,
  visit: Visit & Pick<EvaluatedVisit, 'family'>,
): SuggestedEvaluation => {
  if (visit.family === 'nursing-facility' || visit.family === 'hospital') {
    return evaluateAs(reading, { ...visit, patientType: typeInFacility(reading.frame) });
  }
  const patientType = visit.patientType ?? readPatientType(reading.statements, reading.frame);
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

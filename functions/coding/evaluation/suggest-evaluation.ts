import { natureOfCode } from '../../../codesets/clinical-terms/problem-natures.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
import type { ProcedureCode } from '../../../codesets/code-set.ts';
import { readableStatements } from '../note/readable-statements.ts';
import type { Visit } from '../note/visit.ts';
import type { AddressedDiagnosis } from './addressed-problem.ts';
import { type Level, levelOf, levels } from './em-level.ts';
import { evaluateVisit, type Reading, type SuggestedEvaluation } from './evaluate-visit.ts';
import { levelsOf } from './read-decision.ts';
import { preventiveReason, suggestPreventive } from './suggest-preventive.ts';

/** Offices, clinics and telehealth (POS 02, 10): where 99202 to 99215 are reported. */
const officePlaces = new Set(['02', '10', '11', '19', '20', '22', '49', '50', '71', '72']);

const hospitalDocument =
  /\b(discharge summary|operative (report|note)|admission history|inpatient (progress|consult)\w*|hospital course|emergency department (note|visit note))\b/i;

const plannedProcedure =
  /\b(scheduled|planned|here|presents?|presenting|returns?|coming in|comes in|in today)\b[^.]{0,60}\b(injection|procedure|removal|repair|drainage|cryotherapy|insertion|biopsy)\b/i;
const cameForMore =
  /\b(evaluation|evaluate|follow[- ]?up|discuss\w*|consult\w*|after|since|following|status post|s\/p|post|pain|worse\w*)\b/i;

const minorProcedures = ({ done }: Reading, visit: Visit): readonly ProcedureCode[] =>
  done.flatMap(({ code }) => {
    const known = codeBookOn(visit.dateOfService).procedures.entry(code);
    return known?.minorProcedure ? [known] : [];
  });

/** What the visit was for besides the procedure decides whether an E/M may stand beside it (modifier 25). */
const besides = (reading: Reading, procedures: readonly ProcedureCode[]): readonly AddressedDiagnosis[] =>
  reading.addressed.filter(
    ({ entry }) =>
      natureOfCode(entry.code) !== 'status' &&
      !procedures.some((procedure) => isWithin(entry.code, procedure.treats)),
  );

const cameForProcedure = ({ statements }: Reading): boolean =>
  statements
    .filter(({ section }) => section === 'reason' || section === 'history')
    .some(({ text }) => plannedProcedure.test(text) && !cameForMore.test(text));

const confidences = { withProcedure: 0.85, besidePreventive: 0.7, questioned: 0.5 };

const withModifier25 = (
  { suggestions, ...rest }: SuggestedEvaluation,
  rule: string,
  ceiling: number,
): SuggestedEvaluation => ({
  ...rest,
  suggestions: suggestions.map((suggestion) => ({
    ...suggestion,
    modifiers: ['25'],
    confidence: Math.min(suggestion.confidence, ceiling),
    rules: [...suggestion.rules, rule],
  })),
});

const besideProcedures = (
  reading: Reading,
  visit: Visit,
  procedures: readonly ProcedureCode[],
): SuggestedEvaluation => {
  const others = besides(reading, procedures);
  if (others.length === 0 && cameForProcedure(reading)) return { suggestions: [], questions: [] };
  const evaluation = evaluateVisit(reading, visit);
  if (others.length > 0) {
    const rule = `modifier 25: ${others[0]?.entry.code} was managed besides the procedure`;
    return withModifier25(evaluation, rule, confidences.withProcedure);
  }
  const doubt = 'Is the visit significant and separate from the procedure (modifier 25)?';
  const doubted = withModifier25(evaluation, 'modifier 25: in doubt', confidences.questioned);
  return { ...doubted, questions: [...doubted.questions, doubt] };
};

const isAtLeast = (level: Level | undefined, least: Level): boolean =>
  level !== undefined && levels.indexOf(level) >= levels.indexOf(least);

/** Beside a preventive visit, problems that are managed by a decision of their own are a visit of their own. */
const besidePreventive = (reading: Reading, visit: Visit): SuggestedEvaluation => {
  const evaluation = evaluateVisit(reading, visit);
  const decision = evaluation.decision && levelsOf(evaluation.decision);
  const isSignificant =
    decision !== undefined && isAtLeast(levelOf(decision), 'low') && isAtLeast(decision.risk, 'moderate');
  if (!isSignificant) return { suggestions: [], questions: [] };
  const rule = 'modifier 25: problems were managed beside the preventive visit';
  return withModifier25(evaluation, rule, confidences.besidePreventive);
};

const leftToCoder = (question: string): SuggestedEvaluation => ({ suggestions: [], questions: [question] });

/** What is reported when the patient came for prevention: that visit, and beside it what was managed. */
const evaluatePreventive = (reading: Reading, visit: Visit): SuggestedEvaluation | undefined => {
  const routine = preventiveReason(reading.statements);
  if (routine.length === 0) return undefined;
  const preventive = suggestPreventive(reading.statements, routine, visit);
  const evaluation = besidePreventive(reading, visit);
  return {
    ...evaluation,
    suggestions: [...preventive.suggestions, ...evaluation.suggestions],
    questions: [...preventive.questions, ...evaluation.questions],
  };
};

/**
 * The office visit of the encounter, at the level the note documents. None when the patient came for a planned
 * procedure only; other places of service and hospital documents are left to a coder.
 */
export const suggestEvaluation = (note: Reading, visit: Visit): SuggestedEvaluation => {
  const reading = { ...note, statements: readableStatements(note.statements) };
  if (visit.placeOfService !== undefined && !officePlaces.has(visit.placeOfService)) {
    return leftToCoder(`Visits at place of service ${visit.placeOfService} need a coder.`);
  }
  if (reading.statements.slice(0, 3).some(({ text }) => hospitalDocument.test(text))) {
    return leftToCoder('This looks like a document of a hospital stay, which is no office visit.');
  }
  const preventive = evaluatePreventive(reading, visit);
  if (preventive) return preventive;
  const procedures = minorProcedures(reading, visit);
  if (procedures.length > 0) return besideProcedures(reading, visit, procedures);
  const evaluation = evaluateVisit(reading, visit);
  const given = reading.done.find(
    ({ code }) => codeBookOn(visit.dateOfService).procedures.entry(code)?.separateVisit,
  );
  if (!given) return evaluation;
  const rule = `modifier 25: NCCI pairs ${given.code} with a visit`;
  return withModifier25(evaluation, rule, confidences.withProcedure);
};

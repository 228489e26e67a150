import { findProcedure, isWithin, type ProcedureCode } from '../../codesets/code-set.ts';
import type { CodeSuggestion } from '../domain/coding.ts';
import { type DecisionMaking, determineEmLevel } from './em-level.ts';
import { readData } from './read-data.ts';
import { readProblems } from './read-problems.ts';
import { readRisk } from './read-risk.ts';
import type { Statement } from './read-statements.ts';
import { readTotalMinutes } from './read-time.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';
import type { Visit } from './visit.ts';

type Reading = {
  readonly statements: readonly Statement[];
  readonly addressed: readonly DiagnosisCandidate[];
  readonly done: readonly CodeSuggestion[];
};

export type SuggestedEvaluation = {
  readonly suggestions: readonly CodeSuggestion[];
  readonly questions: readonly string[];
};

/** Offices, clinics and telehealth (POS 02, 10): where 99202 to 99215 are reported. */
const officePlaces = new Set(['02', '10', '11', '19', '20', '22', '49', '50', '71', '72']);

const preventive =
  /\b(annual (physical|exam|wellness)|well[- ](child|woman|adult|baby)|preventive (visit|exam|medicine)|(routine )?physical exam visit|medicare wellness)\b/i;
const planned =
  /\b(scheduled|planned|here|presents?|returns?|coming in|comes in|in today)\b[^.]{0,40}\b(for|injection|procedure)\b/i;

const about = (statements: readonly Statement[], ...sections: readonly Statement['section'][]): string =>
  statements
    .filter(({ section }) => sections.includes(section))
    .map(({ text }) => text)
    .join('. ');

const minorProcedures = ({ done }: Reading, visit: Visit): readonly ProcedureCode[] =>
  done.flatMap(({ code }) => {
    const known = findProcedure(code, visit.dateOfService);
    return known?.minorProcedure ? [known] : [];
  });

/** What the visit was for besides the procedure decides whether an E/M may stand beside it (modifier 25). */
const besides = (reading: Reading, procedures: readonly ProcedureCode[]): readonly DiagnosisCandidate[] =>
  reading.addressed.filter(
    ({ entry }) =>
      entry.kind !== 'status' && !procedures.some((procedure) => isWithin(entry.code, procedure.treats)),
  );

const cameForProcedure = (reading: Reading, procedures: readonly ProcedureCode[]): boolean => {
  const reason = about(reading.statements, 'reason', 'history');
  const words = /\b(injection|procedure|removal|repair|drainage|cryotherapy)\b/i;
  return procedures.length > 0 && planned.test(reason) && words.test(reason);
};

const confidences = { decided: 0.9, withProcedure: 0.85, questioned: 0.5, undetermined: 0.3 };

const suggestionOf = (
  code: ProcedureCode,
  reading: Reading,
  told: { confidence: number; rules: readonly string[] },
): CodeSuggestion[] => {
  const evidence = reading.addressed.flatMap((one) => one.evidence.slice(0, 1));
  if (evidence.length === 0) return [];
  const { system, description } = code;
  return [
    {
      system,
      code: code.code,
      description,
      evidence,
      modifiers: [],
      units: 1,
      ...told,
      rules: [...told.rules],
    },
  ];
};

const withModifier25 = (
  suggestions: readonly CodeSuggestion[],
  rule: string,
  ceiling: number,
): readonly CodeSuggestion[] =>
  suggestions.map((suggestion) => ({
    ...suggestion,
    modifiers: ['25'],
    confidence: Math.min(suggestion.confidence, ceiling),
    rules: [...suggestion.rules, rule],
  }));

const readDecision = (reading: Reading, visit: Visit): DecisionMaking => ({
  problems: readProblems(reading.addressed, reading.statements),
  data: readData(reading.statements, {
    procedures: reading.done.map(({ code }) => code),
    dateOfService: visit.dateOfService,
  }),
  risk: readRisk(reading.statements),
});

const evaluate = (reading: Reading, visit: Visit): SuggestedEvaluation => {
  const level = determineEmLevel(readDecision(reading, visit), readTotalMinutes(reading.statements), visit);
  if (level.outcome === 'determined') {
    return {
      suggestions: suggestionOf(level.code, reading, { confidence: confidences.decided, rules: level.rules }),
      questions: [],
    };
  }
  const open = level.missing.join(' and ');
  const rules = [`not settled by the note: ${open}`];
  return {
    suggestions: level.code
      ? suggestionOf(level.code, reading, { confidence: confidences.undetermined, rules })
      : [],
    questions: [`The level of the visit is open: the note does not settle ${open} and states no total time.`],
  };
};

const besideProcedures = (
  reading: Reading,
  visit: Visit,
  procedures: readonly ProcedureCode[],
): SuggestedEvaluation => {
  const others = besides(reading, procedures);
  if (others.length === 0 && cameForProcedure(reading, procedures)) return { suggestions: [], questions: [] };
  const { suggestions, questions } = evaluate(reading, visit);
  if (others.length > 0) {
    const rule = `modifier 25: ${others[0]?.entry.code} was managed besides the procedure`;
    return { suggestions: withModifier25(suggestions, rule, confidences.withProcedure), questions };
  }
  const doubt = 'Is the visit significant and separate from the procedure (modifier 25)?';
  return {
    suggestions: withModifier25(suggestions, 'modifier 25: in doubt', confidences.questioned),
    questions: [...questions, doubt],
  };
};

/**
 * The office visit of the encounter. None when the patient came for a planned procedure only; preventive
 * visits and other places of service are left to a coder.
 */
export const suggestEvaluation = (reading: Reading, visit: Visit): SuggestedEvaluation => {
  if (visit.placeOfService !== undefined && !officePlaces.has(visit.placeOfService)) {
    return {
      suggestions: [],
      questions: [`Visits at place of service ${visit.placeOfService} need a coder.`],
    };
  }
  if (preventive.test(about(reading.statements, 'reason', 'assessment'))) {
    return { suggestions: [], questions: ['This looks like a preventive visit, which needs a coder.'] };
  }
  const procedures = minorProcedures(reading, visit);
  if (procedures.length > 0) return besideProcedures(reading, visit, procedures);
  const given = reading.done.find(({ code }) => findProcedure(code, visit.dateOfService)?.separateVisit);
  const { suggestions, questions } = evaluate(reading, visit);
  if (!given) return { suggestions, questions };
  const rule = `modifier 25: NCCI pairs ${given.code} with a visit`;
  return { suggestions: withModifier25(suggestions, rule, confidences.withProcedure), questions };
};

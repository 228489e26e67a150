import type { Visit } from '../../note/visit.ts';
import type { Reading, SuggestedEvaluation } from '../evaluate-visit.ts';
import { suggestionOf } from '../visit-suggestion.ts';
import { readMedicare } from './read-coverage.ts';

/**
 * Minutes from which each full quarter of an hour counts: CPT adds it to the time that the highest level needs, and
 * Medicare to the highest time of that level (99205: 60 to 74 minutes, 99215: 40 to 54).
 */
const beyond = {
  '99205': { cpt: 60, medicare: 74 },
  '99215': { cpt: 40, medicare: 54 },
} as const;

const isHighest = (code: string): code is keyof typeof beyond => code in beyond;
const quarters = (minutes: number, from: number): number => Math.floor((minutes - from) / 15);
/** Nobody prolongs a visit for longer, and a larger number would be a misreading. */
const mostQuarters = 12;

/** Prolonged service beside the highest level that was chosen by time: 99417, or G2212 where Medicare pays. */
export const addProlonged = (
  evaluation: SuggestedEvaluation,
  { frame, statements }: Reading,
  visit: Visit,
): SuggestedEvaluation => {
  const { minutes, suggestions, questions } = evaluation;
  const office = suggestions.find(({ code }) => isHighest(code));
  if (minutes === undefined || !office || !isHighest(office.code)) return evaluation;
  const coverage = readMedicare(frame, statements, visit.ageInYears);
  const from = beyond[office.code];
  const [code, least] = coverage ? (['G2212', from.medicare] as const) : (['99417', from.cpt] as const);
  const units = Math.min(quarters(minutes, least), mostQuarters);
  if (units < 1) return evaluation;
  const rules = [`prolonged: ${minutes} minutes are ${units} full quarters of an hour beyond ${least}`];
  const told = {
    code,
    confidence: coverage === 'told' ? 0.85 : 0.6,
    evidence: office.evidence.slice(0, 1),
    rules,
    units,
  };
  return {
    ...evaluation,
    suggestions: [...suggestions, ...suggestionOf(told, visit.dateOfService)],
    questions:
      coverage === 'told'
        ? questions
        : [...questions, 'Who pays for the prolonged time: Medicare (G2212) or another payer (99417)?'],
  };
};

import { visitsOfFamily } from '../../../../codesets/clinical-terms/visits.ts';
import { findInLines } from '../../note/read-frame.ts';
import type { Visit } from '../../note/visit.ts';
import { levelOf } from '../em-level.ts';
import type { Reading, SuggestedEvaluation } from '../evaluate-visit.ts';
import { levelsOf } from '../read-decision.ts';
import { readMedicare } from './read-coverage.ts';

const consultation =
  /\b((seen |here )?in consultation|consultation (note|for|requested|at)|at the request of|requested (a |this )?consult\w*|thank you for (the |this |your )?(consult\w*|referr\w+|asking)|(kindly )?refer(red|ring) (by|from) (dr|doctor)|initial consult\w*|consult(ation)? (visit|note))\b/i;

/** A consultation has codes of its own that Medicare and many payers no longer take. */
const askAboutConsultation = (evaluation: SuggestedEvaluation, { frame }: Reading): readonly string[] => {
  const { decision, suggestions } = evaluation;
  if (!decision || suggestions.length === 0) return [];
  if (!findInLines([...frame.titles, ...frame.opening], consultation)) return [];
  const level = levelOf(levelsOf(decision));
  const code = visitsOfFamily('consultation', 'new').find((visit) => visit.level === level)?.code;
  return code === undefined
    ? []
    : [`This reads as a consultation: does the payer still take ${code}? The office code is suggested.`];
};

const longTerm = 'stable chronic illness';

/** Medicare's add-on for care over years goes with an office visit without modifier 25. */
const askAboutContinuity = (
  { decision, suggestions }: SuggestedEvaluation,
  { frame, statements }: Reading,
  visit: Visit,
): readonly string[] => {
  const isOffice = suggestions.some(
    ({ code, modifiers }) => /^99(20[2-5]|21[2-5])$/.test(code) && !modifiers.includes('25'),
  );
  const isChronic = decision?.problems.reasons.some(
    ({ text }) => text.includes('chronic') || text === longTerm,
  );
  if (!isOffice || !isChronic || readMedicare(frame, statements, visit.ageInYears) !== 'told') return [];
  return ['Does the practice care for this patient’s chronic illness over time (G2211 for Medicare)?'];
};

/** What depends on the payer or on the relation to the patient, which no note settles. */
export const askAboutCodes = (
  evaluation: SuggestedEvaluation,
  reading: Reading,
  visit: Visit,
): SuggestedEvaluation => ({
  ...evaluation,
  questions: [
    ...evaluation.questions,
    ...askAboutConsultation(evaluation, reading),
    ...askAboutContinuity(evaluation, reading, visit),
  ],
});

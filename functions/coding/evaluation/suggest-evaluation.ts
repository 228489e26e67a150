import { codeBookOn } from '../../../codesets/code-book.ts';
import { readableStatements } from '../note/readable-statements.ts';
import type { Visit } from '../note/visit.ts';
import type { EvaluatedVisit } from './em-level.ts';
import { addDistance } from './encounter/add-distance.ts';
import { addProlonged } from './encounter/add-prolonged.ts';
import { askAboutCodes } from './encounter/ask-about-codes.ts';
import { besideVisit } from './encounter/beside-visit.ts';
import { evaluateNoVisit } from './encounter/evaluate-no-visit.ts';
import { evaluatePreventive } from './encounter/evaluate-preventive.ts';
import { evaluateWithProcedures } from './encounter/evaluate-with-procedures.ts';
import { readPlace } from './encounter/read-place.ts';
import { suggestTransition } from './encounter/suggest-transition.ts';
import { withModifier } from './encounter/with-modifier.ts';
import { evaluateVisit, type Reading, type SuggestedEvaluation } from './evaluate-visit.ts';
import { suggestionOf } from './visit-suggestion.ts';

const besideService = 0.85;

/** Closed care of fractures, with ninety days after it. */
const isFractureCare =
  /^(23500|23600|245[03]0|24650|255\d\d|256[02]\d|266\d\d|267[25]\d|277[58]\d|28400|284[79]0|28510)$/;

/** The visit beside what NCCI pairs with one: injections and the like. */
const evaluateOffice = (reading: Reading, visit: EvaluatedOffice): SuggestedEvaluation => {
  const evaluation = suggestTransition(evaluateVisit(reading, visit), reading, visit);
  const { procedures } = codeBookOn(visit.dateOfService);
  if (reading.done.some(({ code }) => isFractureCare.test(code)))
    return withModifier(
      evaluation,
      '57',
      'modifier 57: the care of the fracture was decided on',
      besideService,
    );
  const given = reading.done.find(({ code }) => procedures.entry(code)?.separateVisit);
  if (!given) return evaluation;
  return withModifier(evaluation, '25', `modifier 25: NCCI pairs ${given.code} with a visit`, besideService);
};

type EvaluatedOffice = Visit & Pick<EvaluatedVisit, 'family'>;

const modifierFor: Readonly<Record<string, string>> = { '99497': '33' };

/** The planning talk beside the visit. */
const addBeside = (evaluation: SuggestedEvaluation, reading: Reading, visit: Visit): SuggestedEvaluation => {
  const isWellness = evaluation.suggestions.some(({ code }) => code === 'G0438' || code === 'G0439');
  const beside = besideVisit(reading).map((told) => ({
    ...told,
    // Beside the wellness visit the planning talk costs the patient nothing.
    ...(isWellness && modifierFor[told.code] && { modifiers: [modifierFor[told.code] ?? ''] }),
  }));
  const suggested = beside.flatMap((told) => suggestionOf(told, visit.dateOfService));
  return { ...evaluation, suggestions: [...evaluation.suggestions, ...suggested] };
};

/** No visit, prevention, a procedure, or a visit by level, in this order. */
const evaluateEncounter = (reading: Reading, visit: EvaluatedOffice): SuggestedEvaluation => {
  const other = visit.family === undefined ? evaluateNoVisit(reading, visit) : undefined;
  if (other) {
    return other.sign.isFirm ? other.evaluation : addBeside(other.evaluation, reading, visit);
  }
  const evaluation =
    evaluatePreventive(reading, visit) ??
    evaluateWithProcedures(reading, visit) ??
    evaluateOffice(reading, visit);
  return addBeside(addProlonged(evaluation, reading, visit), reading, visit);
};

/**
 * What is reported for the encounter itself: first what kind it was, then its code or none, with the reason. A visit
 * that a rule keeps off the claim is in `rejected`; places at which the practice reports no visit are left to a coder.
 */
export const suggestEvaluation = (read: Reading, visit: Visit): SuggestedEvaluation => {
  const reading = { ...read, statements: readableStatements(read.statements) };
  const { family, question } = readPlace(reading.frame, visit);
  if (family === undefined) return { suggestions: [], questions: [question] };
  const evaluation = evaluateEncounter(reading, { ...visit, ...(family !== 'office' && { family }) });
  return askAboutCodes(addDistance(evaluation, reading, visit), reading, visit);
};

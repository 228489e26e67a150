import type { Visit } from '../../note/visit.ts';
import type { ProblemStatus } from '../addressed-problem.ts';
import { type Level, levelOf, levels } from '../em-level.ts';
import { evaluateVisit, type Reading, type SuggestedEvaluation } from '../evaluate-visit.ts';
import { prescriptionDecisions, separateWords } from '../own-management.ts';
import { readAddressed } from '../read-addressed.ts';
import { levelsOf } from '../read-decision.ts';
import { preventiveReason, suggestPreventive } from './suggest-preventive.ts';
import { rejecting, withModifier } from './with-modifier.ts';

const confidence = 0.7;

const isAtLeast = (level: Level | undefined, least: Level): boolean =>
  level !== undefined && levels.indexOf(level) >= levels.indexOf(least);

/** Looking at what is stable belongs to the preventive visit; what is new, acute or off its goal is more. */
const belongsToPrevention: readonly ProblemStatus[] = ['self-limited', 'chronic-stable'];

/** Contraception that is talked over or gone on with is counselled within the preventive visit. */
const planning = /\b(contracepti\w+|birth control|family planning|ocps?)\b/i;

/** Whether a problem was managed by a decision of its own: its treatment changed, not merely continued. */
const isSignificant = (reading: Reading, { decision }: SuggestedEvaluation): boolean => {
  const weighed = decision && levelsOf(decision);
  if (!weighed || !isAtLeast(levelOf(weighed), 'low')) return false;
  if (separateWords(reading.statements).length > 0) return true;
  const problems = readAddressed(reading.addressed, reading.statements);
  const isMore = problems.some(
    ({ name, status }) => !belongsToPrevention.includes(status) && !planning.test(name),
  );
  const isChanged = prescriptionDecisions(reading.statements).some(({ decision: how }) => how === 'changed');
  return isAtLeast(weighed.risk, 'moderate') && (isMore || (isChanged && problems.length > 0));
};

const besidePreventive = (reading: Reading, visit: Visit): SuggestedEvaluation => {
  const evaluation = evaluateVisit(reading, visit);
  if (isSignificant(reading, evaluation)) {
    const rule = 'modifier 25: problems were managed beside the preventive visit';
    return withModifier(evaluation, '25', rule, confidence);
  }
  // Only where medicines were looked after as well is it open whether more was done than prevention.
  const isOpen = isAtLeast(evaluation.decision?.risk.level, 'moderate');
  return rejecting(
    evaluation,
    'the preventive visit includes a look at stable problems',
    isOpen
      ? 'Was a problem managed that is significant and separate from the preventive visit (modifier 25)?'
      : undefined,
  );
};

/** What is reported when the patient came for prevention: that visit, and beside it what was managed. */
export const evaluatePreventive = (reading: Reading, visit: Visit): SuggestedEvaluation | undefined => {
  const routine = preventiveReason(reading);
  if (routine.length === 0) return undefined;
  const preventive = suggestPreventive(reading, routine, visit);
  const evaluation = besidePreventive(reading, visit);
  return {
    ...evaluation,
    suggestions: [...preventive.suggestions, ...evaluation.suggestions],
    questions: [...preventive.questions, ...evaluation.questions],
  };
};

import integralSymptoms from '../../../codesets/clinical-terms/integral-symptoms.json' with { type: 'json' };
import { isWithin } from '../../../codesets/code-notation.ts';
import type { ConditionMention } from './find-conditions.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** Whether a code answers what the patient came with: the same category, or a condition that the symptom belongs to. */
const answers = (code: string, complaint: string): boolean =>
  code.slice(0, 3) === complaint.slice(0, 3) ||
  integralSymptoms.some(
    ({ conditions, symptoms }) => isWithin(code, conditions) && isWithin(complaint, symptoms),
  );

/**
 * Guideline IV.G: first the condition chiefly responsible for the visit. That is the first one assessed, unless it has
 * nothing to do with the chief complaint and another one has.
 */
export const chooseFirstListed = (
  found: readonly DiagnosisCandidate[],
  mentions: readonly ConditionMention[],
): readonly DiagnosisCandidate[] => {
  const complaints = mentions.filter(
    ({ statement, qualification }) =>
      statement.section === 'reason' && qualification !== 'negated' && qualification !== 'family',
  );
  const isAsked = ({ entry }: DiagnosisCandidate): boolean =>
    complaints.some(({ code }) => answers(entry.code, code));
  const [first] = found;
  const chief = found.find((one) => isAsked(one) && !one.entry.neverFirst);
  if (!first || !chief || isAsked(first)) return found;
  const rule = 'IV.G: listed first, it answers the chief complaint';
  return [{ ...chief, rules: [...chief.rules, rule] }, ...found.filter((one) => one !== chief)];
};

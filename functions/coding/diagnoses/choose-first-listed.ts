import integralSymptoms from '../../../codesets/clinical-terms/integral-symptoms.json' with { type: 'json' };
import { isWithin } from '../../../codesets/code-notation.ts';
import type { Qualification } from '../note/qualify-mention.ts';
import type { ConditionMention } from './find-conditions.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** Words that many conditions share and that say nothing of what one of them is. */
const commonWords = new Set(
  'acute chronic disease disorder syndrome pain right left both type unspecified'.split(' '),
);

const sharesWord = (term: string | undefined, complaint: string): boolean => {
  const words = new Set(complaint.split(' '));
  return (
    term?.split(' ').some((word) => word.length > 4 && words.has(word) && !commonWords.has(word)) ?? false
  );
};

/**
 * Whether a code answers what the patient came with: the same category, the same illness in other words ("bronchitis",
 * then "acute bronchitis"), or a condition that the symptom belongs to.
 */
const answers = ({ entry, term }: DiagnosisCandidate, complaint: ConditionMention): boolean =>
  entry.code.slice(0, 3) === complaint.code.slice(0, 3) ||
  sharesWord(term, complaint.term) ||
  integralSymptoms.some(
    ({ conditions, symptoms }) => isWithin(entry.code, conditions) && isWithin(complaint.code, symptoms),
  );

const notOfPatient: ReadonlySet<Qualification> = new Set([
  'negated',
  'family',
  'exposed',
  'named',
  'deferred',
]);

/** What the patient came with. */
const complaintsIn = (mentions: readonly ConditionMention[]): readonly ConditionMention[] =>
  mentions.filter(
    ({ statement, qualification }) => statement.section === 'reason' && !notOfPatient.has(qualification),
  );

/**
 * Guideline IV.G: first the condition chiefly responsible for the visit. That is the first one assessed, unless it has
 * nothing to do with the chief complaint and another one has.
 */
export const chooseFirstListed = (
  found: readonly DiagnosisCandidate[],
  mentions: readonly ConditionMention[],
): readonly DiagnosisCandidate[] => {
  const complaints = complaintsIn(mentions);
  const isAsked = (one: DiagnosisCandidate): boolean =>
    complaints.some((complaint) => answers(one, complaint));
  const [first] = found;
  const chief = found.find((one) => isAsked(one) && !one.entry.neverFirst);
  if (!first || !chief || isAsked(first)) return found;
  const rule = 'IV.G: listed first, it answers the chief complaint';
  return [{ ...chief, rules: [...chief.rules, rule] }, ...found.filter((one) => one !== chief)];
};

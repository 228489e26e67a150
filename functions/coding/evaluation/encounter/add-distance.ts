import type { Visit } from '../../note/visit.ts';
import type { Reading, SuggestedEvaluation } from '../evaluate-visit.ts';
import { readTelehealth, type Telehealth } from './read-telehealth.ts';

/** Services that are reported with the modifier of a visit at a distance. */
const atDistance = /^(9920[2-5]|9921[1-5]|9924[2-5]|9083[2-8]|9079[12]|9084[67]|99406|99407)$/;

const ruleOf = ({ modifier }: Telehealth): string =>
  modifier === '93' ? 'modifier 93: by sound only' : 'modifier 95: by picture and sound';

const questionOf = ({ modifier }: Telehealth): string =>
  modifier === '93'
    ? 'By telephone: does the payer take office codes with modifier 93, or 98008 to 98015?'
    : 'By video: does the payer take office codes with modifier 95, or 98000 to 98007? Medicare wants the place of service only.';

/** Marks the visit at a distance. Office codes are the default, since Medicare takes no others; a question asks. */
export const addDistance = (
  evaluation: SuggestedEvaluation,
  { frame, statements }: Reading,
  visit: Visit,
): SuggestedEvaluation => {
  const telehealth = readTelehealth(frame, statements, visit);
  if (!telehealth || !evaluation.suggestions.some(({ code }) => atDistance.test(code))) return evaluation;
  return {
    ...evaluation,
    suggestions: evaluation.suggestions.map((suggestion) =>
      atDistance.test(suggestion.code)
        ? {
            ...suggestion,
            evidence: [...suggestion.evidence, ...telehealth.evidence],
            modifiers: [...suggestion.modifiers, telehealth.modifier],
            rules: [...suggestion.rules, ruleOf(telehealth)],
          }
        : suggestion,
    ),
    questions: [...evaluation.questions, questionOf(telehealth)],
  };
};

import type { CodeSuggestion } from '../domain/coding.ts';
import type { CodingSuggestions } from './suggestions.ts';

/** The office visits by level; a nurse's visit (99211) has none and stands among the services. */
const visitCode = /^99(20[2-5]|21[2-5])$/;

/** Below this a diagnosis is a question for the coder, and the one-line form leaves it out. */
export const leastConfidence = { diagnosis: 0.4, procedure: 0.5, visit: 0.5 };

export const isDiagnosis = ({ system }: CodeSuggestion): boolean => system === 'ICD-10-CM';

/** One line of codes as the scorers of the evaluation sets read them. */
export const flatten = (id: string, { suggestions }: CodingSuggestions) => {
  const visit = suggestions.find(({ code }) => visitCode.test(code));
  const isSettled = visit !== undefined && visit.confidence >= leastConfidence.visit;
  const services = suggestions.filter(
    (one) => !isDiagnosis(one) && one !== visit && one.confidence >= leastConfidence.procedure,
  );
  return {
    id,
    dx: suggestions
      .filter((one) => isDiagnosis(one) && one.confidence >= leastConfidence.diagnosis)
      .map(({ code }) => code),
    em: isSettled ? visit.code : null,
    procedures: services.map(({ code }) => code),
    services: services.map(({ code, modifiers, units }) => ({ procedure: code, modifiers, units })),
  };
};

import type { CodeSuggestion } from '../domain/coding.ts';
import type { CodingSuggestions } from './suggestions.ts';

/** The office visits by level; a nurse's visit (99211) has none and stands among the services. */
const visitCode = /^99(20[2-5]|21[2-5])$/;

export const isDiagnosis = ({ system }: CodeSuggestion): boolean => system === 'ICD-10-CM';

/** One line of codes as the scorers of the evaluation sets read them; what is weak is a question and no code. */
export const flatten = (id: string, { suggestions }: CodingSuggestions) => {
  const codes = suggestions.filter(({ weak }) => !weak);
  const visit = codes.find(({ code }) => visitCode.test(code));
  const services = codes.filter((one) => !isDiagnosis(one) && one !== visit);
  return {
    id,
    dx: codes.filter(isDiagnosis).map(({ code }) => code),
    em: visit?.code ?? null,
    procedures: services.map(({ code }) => code),
    services: services.map(({ code, modifiers, units }) => ({ procedure: code, modifiers, units })),
  };
};

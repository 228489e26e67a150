import type { Statement } from './read-statements.ts';

const years = /\b(\d{1,3})[- ]?(?:years?|yrs?)[- ]?old\b|\b(\d{1,3})[- ]?(?:y\/?o|yo[mf]?)\b/i;
const youngerThanAYear = /\b\d{1,2}[- ]?(?:days?|weeks?|months?)[- ]?old\b/i;

/** The patient's age in whole years as the reason or history tells it first; undefined when it does not. */
export const readAge = (statements: readonly Statement[]): number | undefined => {
  for (const { section, text } of statements) {
    if (!['reason', 'history', 'other', 'assessment'].includes(section)) continue;
    const found = years.exec(text);
    const age = Number(found?.[1] ?? found?.[2]);
    if (found && age <= 120) return age;
    if (youngerThanAYear.test(text)) return 0;
  }
  return undefined;
};

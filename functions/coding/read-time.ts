import type { Statement } from './read-statements.ts';

const totalFirst = /\btotal time\b[^.]{0,80}?\b(\d{1,3})\s*(?:min\b|minutes?\b)/i;
const minutesFirst =
  /\b(\d{1,3})\s*(?:min\b|minutes?\b)[^.]{0,60}\b(?:total time|in total|on the date of (?:the |this )?(?:encounter|service|visit))/i;
const alone = /\b(\d{1,3})\s*(?:min\b|minutes?\b)/i;

/**
 * Total minutes of the practitioner on the date of the encounter, where the note states them as such. Time of
 * counseling or of a procedure alone is not total time and yields undefined.
 */
export const readTotalMinutes = (statements: readonly Statement[]): number | undefined => {
  for (const { section, text } of statements) {
    const found =
      totalFirst.exec(text) ?? minutesFirst.exec(text) ?? (section === 'time' ? alone.exec(text) : null);
    if (found?.[1]) return Number(found[1]);
  }
  return undefined;
};

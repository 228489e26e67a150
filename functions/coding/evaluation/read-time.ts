import type { EvidenceSpan } from '../../domain/coding.ts';
import { wholeOf } from '../note/find-phrases.ts';
import type { Statement } from '../note/read-statements.ts';

/** Total minutes of the practitioner on the date of the encounter, with the sentence that states them. */
export type TotalTime = { readonly minutes: number; readonly evidence: EvidenceSpan };

const number = '(\\d{1,3})\\s*(?:min\\b|minutes?\\b)';
const totalFirst = new RegExp(`\\btotal (?:visit |encounter )?time\\b[^.]{0,80}?\\b${number}`, 'i');
const totalOf = new RegExp(`\\btotal of (?:approximately |about )?${number}`, 'i');
const minutesFirst = new RegExp(
  `\\b${number}[^.]{0,60}\\b(?:total time|in total|on the date of (?:the |this )?(?:encounter|service|visit))`,
  'i',
);
const spent = new RegExp(
  `\\bI (?:have )?(?:personally )?spent (?:approximately |about |over |at least |more than )?${number}`,
  'i',
);
const alone = new RegExp(`\\b${number}`, 'i');

/** Time that is no total time: of counseling, of a procedure or a service that is reported by itself. */
const ofSomethingElse =
  /\b(smoking|tobacco|cessation|procedure|injection|infusion|advance care|psychotherapy|counsel\w*|staff|nurse|physical therapy|exercis\w+|walk\w*|ice|icing|reading|screening)\b/i;

const minutesIn = ({ section, text }: Statement): string | undefined => {
  const total = totalFirst.exec(text) ?? totalOf.exec(text) ?? minutesFirst.exec(text);
  if (total) return total[1];
  if (section === 'time') return alone.exec(text)?.[1];
  return ofSomethingElse.test(text) ? undefined : spent.exec(text)?.[1];
};

/**
 * The total time that the note states as such. Time of counseling or of a procedure alone is not total time
 * (AMA's guideline since 2021) and yields undefined.
 */
export const readTotalTime = (statements: readonly Statement[]): TotalTime | undefined => {
  for (const statement of statements) {
    const minutes = minutesIn(statement);
    if (minutes === undefined) continue;
    return { minutes: Number(minutes), evidence: wholeOf(statement) };
  }
  return undefined;
};

import type { ConditionMention } from './find-conditions.ts';
import { courseWords, headOf } from './head-of-line.ts';

/** Beyond this many words a first line is prose about the patient and not the name of a problem. */
const namingWords = 10;

/**
 * Whether the line that names a problem says more than its matches explain: "contusion of the hand and thumb".
 * Then the note may be more specific than the code, which a coder has to see.
 */
export const hasUnexplainedWords = (
  match: ConditionMention,
  beside: readonly ConditionMention[],
): boolean => {
  const { statement } = match;
  if (!statement.leads) return false;
  const end = statement.start + headOf(statement.text).length;
  const head = statement.words.filter((word) => word.end <= end);
  if (head.length > namingWords || match.start >= end) return false;
  const explained = new Set(beside.flatMap(({ words }) => words.map(({ start }) => start)));
  return head.some(
    (word) => !explained.has(word.start) && !courseWords.has(word.key) && !/^\d/.test(word.key),
  );
};

import type { ConditionMention } from './find-conditions.ts';

/** Words beside a condition that tell its course, its side or who has it, but ask for no other code. */
export const courseWords = new Set(
  `of the a an in with and to due for on by is at as or from her his this that after since no not without mellitu mellitus
  right left bilateral both rt lt r l essential primary acute chronic subacute stable well poorly controlled uncontrolled
  new onset mild moderate severe symptomatic improving improved worsening persistent uncomplicated unchanged known simple
  current currently today ongoing intermittent exacerbation flare day week month year old male female visit patient early
  likely suspected possible probable continued doing remain appear very somewhat
  type stage grade status`.split(/\s+/),
);

/** Condition words end where the clinician goes on to reason: at a comma, a dash between spaces, or a full stop. */
export const headOf = (text: string): string => text.split(/[,;:.(]|\s[-–—]\s/)[0] ?? '';

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

import { type Dictionary, fillers } from '../dictionary/dictionary.ts';
import type { Statement } from '../note/read-statements.ts';
import { readTokens, type Token } from '../words/read-tokens.ts';
import type { ConditionMention } from './find-conditions.ts';

/** A few words of the note that could be a term of an index, and where they stand. */
export type Phrase = {
  readonly phrase: string;
  readonly statement: Statement;
  readonly start: number;
  readonly end: number;
};

const longestPhrase = 3;

/** Nothing is learned from what a note denies. */
const denied = /\b(no|not|without|denie[sd]|denying|absence of|negative for)\b[^.,;]*$/i;
const reachOfDenial = 40;

/** Words that the code set itself uses: names, dates and numbers are not among them, so that no phrase tells of a person. */
const indexWords = (dictionary: Dictionary, statement: Statement): readonly Token[] =>
  readTokens(statement).filter(
    ({ key }) => key.length > 2 && !fillers.has(key) && /\p{L}/u.test(key) && dictionary.vocabulary.has(key),
  );

const phrasesAt = (statement: Statement, words: readonly Token[], first: number): readonly Phrase[] => {
  const opening = words[first];
  if (!opening) return [];
  const at = opening.start - statement.start;
  const before = statement.text.slice(Math.max(0, at - reachOfDenial), at);
  if (denied.test(before)) return [];
  return words.slice(first, first + longestPhrase).map((closing, more) => ({
    phrase: words
      .slice(first, first + more + 1)
      .map(({ key }) => key)
      .join(' '),
    statement,
    start: opening.start,
    end: closing.end,
  }));
};

/** A dictionary term of a mention as a phrase; the sign keeps it apart from words that merely stand together. */
export const termPhrase = (term: string): string => `= ${term}`;

/** What of a note can be learned from: its terms, and one to three words of the code set's vocabulary in a row. */
export const readPhrases = (
  dictionary: Dictionary,
  statements: readonly Statement[],
  mentions: readonly ConditionMention[],
): readonly Phrase[] => [
  ...mentions
    .filter(({ qualification }) => qualification !== 'negated' && qualification !== 'family')
    .map(({ term, statement, start, end }) => ({ phrase: termPhrase(term), statement, start, end })),
  ...statements.flatMap((statement) => {
    const words = indexWords(dictionary, statement);
    return words.flatMap((_, first) => phrasesAt(statement, words, first));
  }),
];

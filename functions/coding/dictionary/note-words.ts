import { correctSpelling } from './correct-spelling.ts';
import { type Dictionary, fillers } from './dictionary.ts';
import type { Token } from './read-tokens.ts';

/** A word of a statement with its number in the vocabulary (-1 when no term has it) and what parts it from the last. */
export type NotedWord = Token & { readonly id: number; readonly gap: number; readonly filler: boolean };

const commaGap = 1.2;

/** How much a sign between two words parts them; words that a term would have to jump count one each. */
const gapOf = (between: string): number => {
  if (/[;:\n]|\s[-–—]\s/.test(between)) return 3;
  if (between.includes(',')) return commaGap;
  return /[()[\]/]/.test(between) ? 0.4 : 0;
};

/** Words that join conditions to a list. */
export const connecting = new Set(['and', 'or', 'but', 'then']);

/** Prepares the words of a statement for matching; `text` is where the tokens were read from. */
export const noteWords = (
  dictionary: Dictionary,
  text: string,
  tokens: readonly Token[],
): readonly NotedWord[] =>
  tokens.map((token, at) => {
    const before = tokens[at - 1];
    return {
      ...token,
      id: dictionary.vocabulary.get(token.key) ?? correctSpelling(dictionary, token.key),
      gap: before && before.end < token.start ? gapOf(text.slice(before.end, token.start)) : 0,
      filler: fillers.has(token.key),
    };
  });

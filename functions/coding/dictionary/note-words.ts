import { readTokens, type Token } from '../words/read-tokens.ts';
import type { Passage } from '../words/read-words.ts';
import { correctSpelling } from './correct-spelling.ts';
import { type Dictionary, fillers } from './dictionary.ts';

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

/** Prepares the words of a passage for matching. */
export const noteWords = (dictionary: Dictionary, passage: Passage): readonly NotedWord[] => {
  const { text, start } = passage;
  let last = start;
  return readTokens(passage).map((token, at) => {
    const parted = at > 0 && last < token.start;
    const gap = parted ? gapOf(text.slice(last - start, token.start - start)) : 0;
    last = token.end;
    const id = dictionary.vocabulary.get(token.key) ?? correctSpelling(dictionary, token.key);
    return { ...token, id, gap, filler: fillers.has(token.key) };
  });
};

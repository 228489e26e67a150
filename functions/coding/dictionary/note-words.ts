import { readTokens, type Token } from '../words/read-tokens.ts';
import type { Passage } from '../words/read-words.ts';
import { wordKey } from '../words/word-key.ts';
import { correctSpelling } from './correct-spelling.ts';
import { type Dictionary, fillers } from './dictionary.ts';

/** A word of a statement with its number in the vocabulary (-1 when no term has it) and what parts it from the last. */
export type NotedWord = Token & { readonly id: number; readonly gap: number; readonly filler: boolean };

/** What a comma parts two words by. */
export const commaGap = 1.2;

/** How much a sign between two words parts them; words that a term would have to jump count one each. */
const gapOf = (between: string): number => {
  if (between === ' ') return 0;
  if (/[;:\n]|\s[-–—]\s/.test(between)) return 3;
  if (between.includes(',')) return commaGap;
  return /[()[\]/+&]/.test(between) ? 0.4 : 0;
};

/** Words that join conditions to a list. */
export const connecting = new Set(['and', 'or', 'but', 'then']);

/** "Bronson" behind a word in small letters, and "PANCR", are names and acronyms, not misspelt. */
const isName = ({ text, start }: Passage, token: Token): boolean => {
  const [from, to] = [token.start - start, token.end - start];
  if (!/^\p{Lu}/u.test(text.slice(from, to)) || text === text.toUpperCase()) return false;
  return (
    /^\p{Lu}+$/u.test(text.slice(from, to)) ||
    /(?<=\p{Ll}\s|\b(Dr|Mr|Mrs|Ms)\.?\s)$/u.test(text.slice(0, from))
  );
};

const spelledRight = (dictionary: Dictionary, passage: Passage, token: Token): string => {
  const written = passage.text.slice(token.start - passage.start, token.end - passage.start);
  const meant = correctSpelling(dictionary, written.toLowerCase().replaceAll('-', ''));
  return meant === undefined || isName(passage, token) ? token.key : wordKey(meant);
};

/** Prepares the words of a passage for matching. */
export const noteWords = (dictionary: Dictionary, passage: Passage): readonly NotedWord[] => {
  const { text, start } = passage;
  let last = start;
  return readTokens(passage).map((token, at) => {
    const parted = at > 0 && last < token.start;
    const gap = parted ? gapOf(text.slice(last - start, token.start - start)) : 0;
    last = token.end;
    const key = fillers.has(token.key) ? token.key : spelledRight(dictionary, passage, token);
    return { ...token, key, id: dictionary.vocabulary.get(key) ?? -1, gap, filler: fillers.has(key) };
  });
};

/** A word as a text writes it; offsets are into the text that was read first, which for a note is the whole note. */
export type Word = {
  /** In lower case and without diacritics. */
  readonly plain: string;
  /** The same in the singular: the key by which the terms of our own tables find it. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
};

/** A stretch of a text with the words in it. */
export type Passage = { readonly text: string; readonly start: number; readonly words: readonly Word[] };

/** A number with its decimals is one word, and so are letters with digits; a mark belongs to the letter before it. */
const wordPattern = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Small letters of ASCII, digits and full stops, of which most words are made. */
const isPlain = (word: string): boolean => {
  for (let at = 0; at < word.length; at += 1) {
    const sign = word.charCodeAt(at);
    if ((sign < 97 || sign > 122) && (sign < 48 || sign > 57) && sign !== 46) return false;
  }
  return true;
};

const isAscii = (word: string): boolean => {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 127) return false;
  return true;
};

const plainOf = (word: string): string => {
  if (isPlain(word)) return word;
  return (isAscii(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
};

/** Without the plural's "s"; "abscess", "virus" and "arthritis" end as they are. */
export const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !'sui'.includes(word.charAt(word.length - 2))
    ? word.slice(0, -1)
    : word;

/** The words of a text in reading order: the one place where a text is cut into words. */
export const readWords = (text: string): readonly Word[] => {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const plain = plainOf(word);
    words.push({ plain, key: singular(plain), start: index, end: index + word.length });
  }
  return words;
};

/** A text as one passage, for a term or a phrase that is no part of a note. */
export const readPassage = (text: string): Passage => ({ text, start: 0, words: readWords(text) });

/** How many of the words, which stand in order, begin before a place. */
const countBefore = (words: readonly Word[], place: number): number => {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The words, which stand in order, that lie wholly between two places of their text. */
export const wordsBetween = (words: readonly Word[], start: number, end: number): readonly Word[] => {
  const within = words.slice(countBefore(words, start), countBefore(words, end));
  // Only a word that goes on beyond the end can be cut, and that is the last one.
  return (within.at(-1)?.end ?? end) > end ? within.slice(0, -1) : within;
};

const endsInWord = /[\p{L}\p{N}\p{M}]$/u;
const beginsWithWord = /^[\p{L}\p{N}\p{M}]/u;

/** Whether a place cuts a word in two: "gout" is no quote of "gouty". A character has two units at most. */
export const cutsWord = (text: string, place: number): boolean =>
  endsInWord.test(text.slice(Math.max(0, place - 2), place)) &&
  beginsWithWord.test(text.slice(place, place + 2));

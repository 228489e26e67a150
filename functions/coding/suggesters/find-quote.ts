import type { EvidenceSpan } from '../../domain/coding.ts';

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether the place cuts a word in two: "gout" is no quote of "gouty". */
const cutsWord = (note: string, at: number): boolean => isWordPart(note[at - 1]) && isWordPart(note[at]);

/** Where a note says the words, exactly and as whole words; undefined when it does not. */
export const findQuote = (note: string, quote: string): EvidenceSpan | undefined => {
  if (quote.trim() === '') return undefined;
  for (let start = note.indexOf(quote); start >= 0; start = note.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    if (!cutsWord(note, start) && !cutsWord(note, end)) return { start, end, quote };
  }
  return undefined;
};

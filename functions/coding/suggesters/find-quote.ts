import type { EvidenceSpan } from '../../domain/coding.ts';
import { cutsWord } from '../words/read-words.ts';

/** Where a note says the words, exactly and as whole words; undefined when it does not. */
export const findQuote = (note: string, quote: string): EvidenceSpan | undefined => {
  if (quote.trim() === '') return undefined;
  for (let start = note.indexOf(quote); start >= 0; start = note.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    if (!cutsWord(note, start) && !cutsWord(note, end)) return { start, end, quote };
  }
  return undefined;
};

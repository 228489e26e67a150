import type { CodeSuggestion } from '../../domain/coding.ts';
import { type Html, html } from '../html.ts';

type Mark = { readonly start: number; readonly end: number; readonly codes: readonly string[] };

/** The note with the words marked that support a code, and the codes that they support behind them. */
export const highlightEvidence = (note: string, suggestions: readonly CodeSuggestion[]): Html => {
  const marks = mergeOverlaps(marksOf(note, suggestions));
  const pieces = marks.map(({ start, end, codes }, index) => [
    note.slice(marks[index - 1]?.end ?? 0, start),
    html`<mark>${note.slice(start, end)}<sup>${codes.join(' ')}</sup></mark>`,
  ]);
  return html`${pieces.flat()}${note.slice(marks.at(-1)?.end ?? 0)}`;
};

/** A span counts only where the note still says what it quotes; a newer document may have come since. */
const marksOf = (note: string, suggestions: readonly CodeSuggestion[]): Mark[] =>
  suggestions
    .flatMap(({ code, evidence }) => evidence.map((span) => ({ ...span, codes: [code] })))
    .filter(({ start, end, quote }) => start < end && note.slice(start, end) === quote)
    .sort((a, b) => a.start - b.start || b.end - a.end);

const mergeOverlaps = (marks: readonly Mark[]): Mark[] => {
  const merged: Mark[] = [];
  for (const mark of marks) {
    const last = merged.at(-1);
    if (!last || mark.start >= last.end) merged.push(mark);
    else merged.splice(-1, 1, union(last, mark));
  }
  return merged;
};

const union = (a: Mark, b: Mark): Mark => ({
  start: a.start,
  end: Math.max(a.end, b.end),
  codes: [...new Set([...a.codes, ...b.codes])],
});

import type { EvidenceSpan } from '../../domain/coding.ts';
import type { Statement } from './read-statements.ts';

/** A line of the note as it stands there, headings included. */
export type NoteLine = { readonly start: number; readonly text: string };

/**
 * How a note introduces itself and who signs it. Headings are no statements, so that "POSTOPERATIVE VISIT" over a
 * note is found here only.
 */
export type NoteFrame = {
  /** The first lines and their first sentences, as far as they are no longer than a title. */
  readonly titles: readonly NoteLine[];
  /** The stated reason for the visit, wherever it stands. */
  readonly reasons: readonly NoteLine[];
  /** The sentences before examination and assessment that tell what the patient came for. */
  readonly opening: readonly NoteLine[];
  /** The last lines, where a note is signed. */
  readonly closing: readonly NoteLine[];
};

/** Characters from either end that are looked at: a note says there what it is, or nowhere. */
const reach = { opening: 900, closing: 300 };
const longestTitle = 120;

/** Lines of a stretch of the note that say something. */
const linesIn = (note: string, from: number, to: number): readonly NoteLine[] => {
  let at = from;
  return note
    .slice(from, to)
    .split('\n')
    .map((text) => {
      const line = { start: at, text };
      at += text.length + 1;
      return line;
    })
    .filter(({ text }) => /[\p{L}\p{N}]{2}/u.test(text));
};

const sentencesOf = ({ start, text }: NoteLine): readonly NoteLine[] =>
  [...text.matchAll(/(?:[^.;!?]|[.;!?](?!\s|$))+[.;!?]*/gu)].map((found) => ({
    start: start + found.index,
    text: found[0],
  }));

const introducing = new Set<Statement['section']>(['other', 'reason', 'history', 'time']);

/** A note told without headings may judge in its first line, which introduces it all the same. */
const endOfFirstLine = (note: string): number => {
  const from = note.search(/\S/);
  const end = note.indexOf('\n', Math.max(0, from));
  return Math.min(end < 0 ? note.length : end, reach.opening);
};

/** Where the introduction ends: at the first statement of an examination, a result, an assessment or a plan. */
const endOfIntroduction = (note: string, statements: readonly Statement[]): number => {
  const found = statements.find(({ section }) => !introducing.has(section))?.start ?? note.length;
  return Math.min(Math.max(found, endOfFirstLine(note)), reach.opening);
};

/** Lines among which a title stands. */
const titleLines = 4;

/** A line and its first sentence, whichever is no longer than a title. */
const titleOf = (line: NoteLine): readonly NoteLine[] =>
  [line, ...sentencesOf(line).slice(0, 1)].filter(({ text }) => text.trim().length <= longestTitle);

/** Sentences of the introduction that are looked at. */
const openingSentences = 8;

/** The last lines, and of the very last its last sentences: a note of one line is signed behind its text. */
const closingOf = (note: string): readonly NoteLine[] => {
  const lines = linesIn(note, Math.max(0, note.length - reach.closing), note.length).slice(-4);
  return [...lines, ...lines.slice(-1).flatMap((line) => sentencesOf(line).slice(1).slice(-2))];
};

/** Reads a note's first and last lines and the reason for the visit wherever it stands. */
export const readFrame = (note: string, statements: readonly Statement[]): NoteFrame => {
  const end = endOfIntroduction(note, statements);
  const lines = linesIn(note, 0, end);
  const reasons = statements.filter(({ section }) => section === 'reason').slice(0, 2);
  const later = reasons.filter(({ start }) => start >= end);
  return {
    titles: lines.slice(0, titleLines).flatMap(titleOf),
    reasons,
    opening: [...lines.flatMap(sentencesOf).slice(0, openingSentences), ...later],
    closing: closingOf(note),
  };
};

/** The first place in the lines where a pattern fits, as evidence. */
export const findInLines = (lines: readonly NoteLine[], pattern: RegExp): EvidenceSpan | undefined => {
  for (const { start, text } of lines) {
    const found = pattern.exec(text);
    if (!found || found[0].trim() === '') continue;
    const from = start + found.index;
    return { start: from, end: from + found[0].length, quote: found[0] };
  }
  return undefined;
};

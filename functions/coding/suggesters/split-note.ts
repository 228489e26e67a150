/** A piece of a note, and where in it the piece begins, counted as JavaScript counts. */
export type NotePiece = { readonly start: number; readonly text: string };

const encoder = new TextEncoder();

/** How much of the text fits into a number of bytes of UTF-8; no character is cut in two. */
const fitting = (text: string, bytes: number): number =>
  // One unit more than could fit, so that a pair of surrogates at the limit is seen whole.
  encoder.encodeInto(text.slice(0, bytes + 1), new Uint8Array(bytes)).read;

const sentenceEnd = /[.!?]["')\]]*\s+|\n/g;

/** The last place at which a sentence or a line ends; else the last space; else the end. */
const lastBreak = (text: string): number => {
  const ends = [...text.matchAll(sentenceEnd)].at(-1);
  if (ends) return ends.index + ends[0].length;
  const space = text.search(/\s\S*$/);
  return space > 0 ? space + 1 : text.length;
};

/**
 * Cuts a note where sentences end into pieces of at most so many bytes of UTF-8; together they are the note. Time is
 * linear in its length.
 */
export const splitNote = (note: string, bytes: number): readonly NotePiece[] => {
  const pieces: NotePiece[] = [];
  for (let start = 0; start < note.length; ) {
    const window = note.slice(start, start + bytes + 1);
    const fits = fitting(window, bytes);
    const length = start + fits >= note.length ? fits : lastBreak(window.slice(0, fits));
    pieces.push({ start, text: note.slice(start, start + length) });
    start += length;
  }
  return pieces;
};

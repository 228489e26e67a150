import { syntaxNotes } from '../standard/segment-elements.ts';

/** Elements as bits, so that a note costs an `and`. */
export type SyntaxNote = {
  readonly kind: string;
  readonly first: number;
  readonly others: number;
  readonly all: number;
  readonly elements: readonly number[];
};

/** An element as a bit. */
export const bitOf = (element: number): number => 1 << element;

const noteOf = (note: string): SyntaxNote => {
  const elements = (note.slice(1).match(/\d\d/g) ?? []).map(Number);
  const [first = 0, ...rest] = elements;
  const others = rest.reduce((bits, element) => bits | bitOf(element), 0);
  return { kind: note.charAt(0), first: bitOf(first), others, all: bitOf(first) | others, elements };
};

/** What X12 says of elements of a segment that depend on each other. */
export const notesOf = (segment: string): SyntaxNote[] =>
  (syntaxNotes[segment]?.split(' ') ?? []).map(noteOf);

/** Whether a segment with these elements, as bits, is not as the note wants it. */
export const isBroken = ({ kind, first, others, all }: SyntaxNote, present: number): boolean => {
  const found = present & all;
  switch (kind) {
    case 'P':
      return found !== 0 && found !== all;
    case 'R':
      return found === 0;
    case 'E':
      return (found & (found - 1)) !== 0;
    case 'C':
      return (found & first) !== 0 && (found & others) !== others;
    default:
      return (found & first) !== 0 && (found & others) === 0;
  }
};

import type { Finding } from '../../domain/finding.ts';

/**
 * What a field takes: words may be cut, as the form's instructions have it; of a value (a code, number, date or mark)
 * a part would be another value; an amount is a value that stands at the right.
 */
type Takes = 'words' | 'value' | 'amount';

/** Where a box takes its text: line from 1, six an inch; column from 1 and length, ten characters an inch. */
export type FormField = {
  readonly box: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly takes: Takes;
};

/** A text for a field; `of` says in findings which line of the claim it belongs to. */
type Entry = { readonly field: FormField; readonly text: string; readonly of?: string };

/** What a box is filled with, and what it could not tell. */
export type Filled = readonly (Entry | Finding)[];

/** A text at its place on a page. */
export type PlacedText = Pick<FormField, 'box' | 'line' | 'column'> & { readonly text: string };

/** The texts of one page of the form, and what was cut or left out of it. */
export type FilledPage = { readonly texts: readonly PlacedText[]; readonly findings: readonly Finding[] };

/** A text for a field; nothing where there is none. */
export const put = (field: FormField, text: string | undefined, of?: string): Filled =>
  text ? [{ field, text, ...(of && { of }) }] : [];

/** A cross in a box to mark. */
export const mark = (field: FormField | undefined): Filled => (field ? put(field, 'X') : []);

/** Something that a box has no room for beside what stands there. */
export const oneOnly = (box: string, detail: string): Finding => ({
  code: 'one-only',
  path: `box ${box}`,
  detail,
});

/** Something that the form has no box for. */
export const noBox = (path: string, detail = 'The form has no box for this'): Finding => ({
  code: 'no-box',
  path,
  detail,
});

const isEntry = (one: Entry | Finding): one is Entry => 'field' in one;

/** Puts texts to their places. What is longer than its box is cut where that is words, else left out; both are told. */
export const fillPage = (filled: Filled): FilledPage => ({
  texts: filled.filter(isEntry).flatMap(placesOf),
  findings: filled.flatMap((one) => (isEntry(one) ? lossOf(one) : [one])),
});

const placesOf = ({ field, text }: Entry): PlacedText[] => {
  const { box, line, column, length, takes } = field;
  if (text.length > length && takes !== 'words') return [];
  const indent = takes === 'amount' ? length - text.length : 0;
  return [{ box, line, column: column + indent, text: text.slice(0, length).trimEnd() }];
};

const lossOf = ({ field, text, of }: Entry): Finding[] => {
  const { box, length, takes } = field;
  if (text.length <= length) return [];
  const path = `box ${box}${of ? `, ${of}` : ''}`;
  const room = `It has room for ${length} of ${text.length} characters`;
  return takes === 'words'
    ? [{ code: 'cut', path, detail: `${room}: the end is cut` }]
    : [{ code: 'no-room', path, detail: `${room}: it is left empty, for a part would be wrong` }];
};

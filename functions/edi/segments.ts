import type { Delimiters } from './delimiters.ts';

/** One segment as it stands in a file; its elements are cut into parts when somebody asks for them. */
export type Segment = {
  id: string;
  elements: string[]; // without the id: element 1 stands first
  position: number; // in the interchange, ISA = 1
  delimiters: Delimiters;
};

/** Cuts text into segments. Line breaks around a segment are transport, not data, and go. */
export const splitSegments = (text: string, delimiters: Delimiters): Segment[] =>
  text
    .split(delimiters.segment)
    .map((piece) => piece.replace(/^\s+|[\r\n]+$/g, ''))
    .filter((piece) => piece !== '')
    .map((piece, index) => {
      const [id = '', ...elements] = piece.split(delimiters.element);
      return { id, elements, position: index + 1, delimiters };
    });

/** X12 suppresses trailing spaces, so they are no data; an empty value is an absent one. */
const present = (value: string | undefined): string | undefined => value?.trimEnd() || undefined;

/** The element at a place counted from 1, as in "CLM02". */
export const elementOf = (segment: Segment | undefined, at: number): string | undefined =>
  present(segment?.elements[at - 1]);

export const repetitionsOf = (segment: Segment | undefined, at: number): string[] =>
  (elementOf(segment, at) ?? '')
    .split(segment?.delimiters.repetition ?? '')
    .map((one) => one.trimEnd())
    .filter((one) => one !== '');

/** The components of a composite element; absent ones are undefined. */
export const componentsOf = (segment: Segment | undefined, at: number): (string | undefined)[] =>
  segment === undefined ? [] : partsOf(segment, elementOf(segment, at) ?? '');

/** The components of one repetition of a composite element. */
export const partsOf = (segment: Segment, composite: string): (string | undefined)[] =>
  composite.split(segment.delimiters.component).map(present);

export const isSegmentId = (id: string): boolean => /^[A-Z][A-Z0-9]{1,2}$/.test(id);

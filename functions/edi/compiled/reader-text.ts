import type { ElementGuide, SegmentGuide } from '../guide/declare.ts';
import { isPadded, isSpecial } from '../text/segment-cutter.ts';

/**
 * Names of the generated text: what a statement declares beforehand, and what it then calls. `isQualified`: the first
 * element is what the scanner takes for the qualifier, which of an HL is the third.
 */
export type ReaderText = { before: string[]; count: number; readonly isQualified: boolean };

export const emptyText = ({ id }: SegmentGuide): ReaderText => ({
  before: [],
  count: 0,
  isQualified: id !== 'HL',
});

export const fresh = (text: ReaderText, prefix: string): string => {
  text.count += 1;
  return `${prefix}${text.count}`;
};

export const missing = (guide: ElementGuide, place: string, component?: string): string =>
  guide.usage === 'R' ? ` ?? missing(s, ${place}${component === undefined ? '' : `, ${component}`})` : '';

/** What generated readers look at: where the elements are and how many (see segment-cutter.ts), and the text. */
export const looking = `const r = s.records, a = s.starts, n = s.count, x = s.text, b = s.bytes,
  odd = (s.flags & ${isPadded | isSpecial}) !== 0;`;

const next = (place: string): string => (/^\d+$/.test(place) ? String(Number(place) + 1) : `${place} + 1`);

/** Where an element begins, and where it ends. */
export const from = (place: string): string => `r[a + ${place}]`;
export const to = (place: string): string => `r[a + ${next(place)}] - 1`;

/** Whether an element is there, which is not empty then. */
export const there = (place: string): string =>
  `n >= ${place} && r[a + ${next(place)}] - r[a + ${place}] > 1`;

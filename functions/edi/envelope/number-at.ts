import { textAt } from '../text/element-values.ts';
import type { Scanner } from '../text/scanner.ts';

/** The number in an element of the envelope, which has nine digits at most; undefined when that is none. */
export const numberAt = (scanner: Scanner, place: number): number | undefined => {
  const text = textAt(scanner, place);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

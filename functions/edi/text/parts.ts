import { byteAt } from './bytes.ts';
import { pack } from './pack.ts';
import type { Scanner } from './scanner.ts';

const until = (bytes: Uint8Array, separator: number, from: number, to: number): number => {
  let index = from;
  while (index < to && byteAt(bytes, index) !== separator) index += 1;
  return index;
};

/** The end of the component that begins at `from`, within the element that ends at `to`. */
export const componentEnd = ({ bytes, component }: Scanner, from: number, to: number): number =>
  until(bytes, component, from, to);

/** The end of the repetition that begins at `from`, within the element that ends at `to`. */
export const repetitionEnd = ({ bytes, repetition }: Scanner, from: number, to: number): number =>
  until(bytes, repetition, from, to);

/** Whether a component separator stands at an offset. */
export const isComponentEnd = ({ bytes, component }: Scanner, offset: number): boolean =>
  byteAt(bytes, offset) === component;

/** The first component of an element as one number (see `pack`). */
export const firstComponent = (scanner: Scanner, place: number): number => {
  const from = scanner.startOf(place);
  return pack(scanner.bytes, from, componentEnd(scanner, from, scanner.endOf(place)));
};

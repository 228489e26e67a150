import { byteAt } from './bytes.ts';

const point = 46;
const zero = 48;

const isDigit = (byte: number): boolean => byte >= zero && byte <= 57;

/** Longer amounts are rare, and their cents are no small integers for a JavaScript engine. */
const plainLength = 8;

/** Cents of an amount as we would write it, if it is positive and not long; undefined for anything else. */
export const plainAmount = (bytes: Uint8Array, from: number, to: number): number | undefined => {
  const length = to - from;
  if (length < 1 || length > plainLength) return undefined;
  const first = byteAt(bytes, from);
  let pointAt = to;
  if (length > 3 && byteAt(bytes, to - 3) === point) pointAt = to - 3;
  else if (length > 2 && byteAt(bytes, to - 2) === point) pointAt = to - 2;
  let value = 0;
  let seen = 0;
  for (let index = from; index < pointAt; index += 1) {
    const digit = byteAt(bytes, index) - zero;
    seen |= digit | (digit + 6); // more than four bits where it is none
    value = value * 10 + digit;
  }
  if (first === zero && pointAt - from > 1) return undefined;
  if (pointAt === to) return seen >> 4 === 0 ? value * 100 : undefined;
  const last = byteAt(bytes, to - 1) - zero;
  const tenths = byteAt(bytes, pointAt + 1) - zero;
  seen |= tenths | (tenths + 6) | last | (last + 6);
  if (last === 0 || seen >> 4 !== 0) return undefined;
  return value * 100 + (pointAt === to - 2 ? last * 10 : tenths * 10 + last);
};

/** Where an amount begins without idle zeros: 0100 at the 1, 0.5 at the 0. */
export const withoutLeadingZeros = (bytes: Uint8Array, from: number, to: number): number => {
  let first = from;
  while (first + 1 < to && byteAt(bytes, first) === zero && isDigit(byteAt(bytes, first + 1))) first += 1;
  return first;
};

/** Where an amount ends without zeros after its point that mean nothing, and without the point if nothing is left. */
export const withoutTrailingZeros = (bytes: Uint8Array, from: number, to: number): number => {
  let end = to;
  while (end > from && byteAt(bytes, end - 1) === zero) end -= 1;
  if (end - 1 > from && byteAt(bytes, end - 1) === point) return end - 1;
  for (let index = end - 1; index >= from; index -= 1) if (byteAt(bytes, index) === point) return end;
  return to;
};

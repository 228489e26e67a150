import { byteAt, toBytes } from './bytes.ts';

/** Up to four ASCII characters as one number, so that ids and codes compare without text; others are 0. */
export const pack = (bytes: Uint8Array, from: number, to: number): number => {
  const length = to - from;
  if (length < 1 || length > 4) return 0;
  const first = byteAt(bytes, from);
  const second = length > 1 ? byteAt(bytes, from + 1) : 0;
  const third = length > 2 ? byteAt(bytes, from + 2) : 0;
  const fourth = length > 3 ? byteAt(bytes, from + 3) : 0;
  if ((first | second | third | fourth) > 127) return 0;
  return ((((((first << 8) | second) << 8) | third) << 8) | fourth) >> ((4 - length) * 8);
};

/** The same of a text that is not of a file. */
export const packText = (text: string): number => pack(toBytes(text), 0, text.length);

import { byteAt } from './bytes.ts';

/** Codes of up to three characters repeat all over a file; one string stands for all that say the same. */
const slots = 4096;
const keys = new Int32Array(slots).fill(-1);
const texts: string[] = new Array(slots).fill('');

/** The text between two offsets, at most three characters apart. */
export const shared = (text: string, bytes: Uint8Array, from: number, to: number): string => {
  const first = byteAt(bytes, from);
  const second = to - from > 1 ? byteAt(bytes, from + 1) : 0;
  const third = to - from > 2 ? byteAt(bytes, from + 2) : 0;
  if ((first | second | third) > 127) return text.slice(from, to);
  const key = ((((((to - from) << 7) | first) << 7) | second) << 7) | third;
  const slot = (key ^ (key >> 9) ^ (key >> 5)) & (slots - 1);
  if (keys[slot] === key) return texts[slot] ?? '';
  const value = text.slice(from, to);
  keys[slot] = key;
  texts[slot] = value;
  return value;
};

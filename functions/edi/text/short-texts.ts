import { byteAt } from './bytes.ts';

/** Codes of up to three characters repeat all over a file; one string stands for all that say the same. */
const singles = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const pairs: (string | undefined)[] = new Array(1 << 14).fill(undefined);

const slots = 4096;
const keys = new Int32Array(slots).fill(-1);
const triples: string[] = new Array(slots).fill('');

/** The text between two offsets, one to three characters apart. */
export const shortText = (text: string, bytes: Uint8Array, from: number, to: number): string => {
  const first = byteAt(bytes, from);
  if (to - from === 1) return singles[first] ?? text.slice(from, to);
  const second = byteAt(bytes, from + 1);
  if (to - from === 3) return triple(text, bytes, from);
  if ((first | second) > 127) return text.slice(from, to);
  return pairs[(first << 7) | second] ?? keepPair(text.slice(from, to), (first << 7) | second);
};

const keepPair = (value: string, key: number): string => {
  pairs[key] = value;
  return value;
};

const triple = (text: string, bytes: Uint8Array, from: number): string => {
  const first = byteAt(bytes, from);
  const second = byteAt(bytes, from + 1);
  const third = byteAt(bytes, from + 2);
  if ((first | second | third) > 127) return text.slice(from, from + 3);
  const key = (((first << 7) | second) << 7) | third;
  const slot = (key ^ (key >> 9) ^ (key >> 5)) & (slots - 1);
  if (keys[slot] === key) return triples[slot] ?? '';
  const value = text.slice(from, from + 3);
  keys[slot] = key;
  triples[slot] = value;
  return value;
};

const codeSlots = 256;
const codes = new Int32Array(codeSlots);
const codeTexts: string[] = new Array(codeSlots).fill('');

/** The text of a packed code. */
export const codeText = (code: number): string => {
  const slot = (code ^ (code >> 8) ^ (code >> 16)) & (codeSlots - 1);
  return codes[slot] === code ? (codeTexts[slot] as string) : keepCode(code, slot);
};

const keepCode = (code: number, slot: number): string => {
  let text = '';
  for (let rest = code; rest !== 0; rest >>= 8) text = String.fromCharCode(rest & 0xff) + text;
  codes[slot] = code;
  codeTexts[slot] = text;
  return text;
};

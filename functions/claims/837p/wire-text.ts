import anyAscii from 'any-ascii';

/** Characters that end elements, components, repetitions and segments: prose can do without them. */
const delimiters: Readonly<Record<string, string>> = { '*': '+', ':': ';', '^': "'", '~': '-' };

/** Prose (notes, descriptions) as an 837P can carry it: letters of the basic set, no delimiters, one line. */
export const wireText = (text: string): string =>
  withoutDelimiters(anyAscii(text)).replace(/\s+/g, ' ').trim();

const withoutDelimiters = (text: string): string =>
  text.replace(/[*:^~]/g, (sign) => delimiters[sign] ?? sign);

/** How one letter is spelled: what stands for it ends no element, as ":" would that a full-width colon becomes. */
const spelledLetter = (letter: string): string => withoutDelimiters(anyAscii(letter));

/**
 * Spells all words of a set with letters that X12 takes: Peña is sent as Pena. Our records keep what the patient is
 * called. Only letters are spelled: signs that X12 cannot carry are refused when the set is written.
 */
export const spelled = <T>(value: T): T => spell(value) as T;

const spell = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/[^\p{ASCII}]/gu, spelledLetter);
  if (Array.isArray(value)) return value.map(spell);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spell(inner)]));
};

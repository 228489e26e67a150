/** A reference of an adjustment (PLB03-2) as it is compared: capitals, and words without what stands between them. */
export type Reference = { readonly text: string; readonly words: readonly string[] };

/** Reads a reference; undefined where the payer wrote none. A number is the same with and without leading zeros. */
export const readReference = (written: string | undefined): Reference | undefined => {
  const words = (written ?? '')
    .toUpperCase()
    .split(/[\s,;|]+/)
    .filter((word) => /[0-9A-Z]/.test(word))
    .map((word) => word.replace(/^0+(?=\d+$)/, ''));
  return words.length === 0 ? undefined : { text: words.join(' '), words };
};

/** A date of service names no claim. */
const isDate = (word: string): boolean => /^(19|20)\d\d[01]\d[0-3]\d$/.test(word);

/**
 * Whether two references name the same thing. Many payers write patient account, date of service and claim number in
 * one, and the claim number alone the next time: one word then is the other's, and no date.
 */
export const namesSame = (one: Reference | undefined, other: Reference | undefined): boolean => {
  if (one === undefined || other === undefined) return false;
  return one.text === other.text || isWordOf(one, other) || isWordOf(other, one);
};

const isWordOf = ({ words: [word, ...more] }: Reference, { words }: Reference): boolean =>
  word !== undefined && more.length === 0 && !isDate(word) && words.includes(word);

/** What of a reference may be a number under which something is kept, as it is written: all of it, or a word. */
export const numbersNamedBy = (reference = ''): readonly string[] => [
  ...new Set([reference, ...reference.split(/\s+/)].filter((word) => word !== '')),
];

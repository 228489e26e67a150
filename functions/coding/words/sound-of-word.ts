/** Spellings that sound alike, in the order in which they are replaced: "pn" of "pneumonia", "rrh" of "diarrhea". */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(pn|kn|gn|mn)/, 'n'],
  [/^ps/, 's'],
  [/^pt/, 't'],
  [/^(wr|rh)/, 'r'],
  [/^x/, 's'],
  [/rrh|rh/g, 'r'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/sch|sh/g, 's'],
  [/ch|ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/sc(?=[eiy])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/[ts]i(?=[oa])/g, 'si'],
  [/gh?(?=[eiy])/g, 'j'],
  [/h/g, ''],
  [/z/g, 's'],
  [/w/g, 'u'],
  [/[aeiouy]+/g, 'a'],
  [/(.)\1+/g, '$1'],
];

/** How a word sounds, roughly: consonants, and that there is a vowel, without telling which. */
export const soundOf = (word: string): string =>
  sounds.reduce((sound, [spelling, letter]) => sound.replace(spelling, letter), word);

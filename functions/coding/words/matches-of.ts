/**
 * Every match of a global pattern that most texts have none of. `matchAll` copies its pattern first, which takes longer
 * than to see that nothing is there.
 */
export const matchesOf = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];

/** What a letter does not know stands between double brackets, for a person to fill in. */
export const unknown = (what: string): string => `[[${what}]]`;

/** What is still unknown in a letter: what stands in each mark; half a mark counts, too. Nothing is sent while one is left. */
export const unknownsIn = (letter: string): readonly string[] => {
  const whole = [...letter.matchAll(/\[\[([\s\S]*?)\]\]/g)].map(([, what = '']) => what.trim());
  const rest = letter.replace(/\[\[[\s\S]*?\]\]/g, '');
  return [...whole, ...[...rest.matchAll(/\[\[|\]\]/g)].map(([half]) => half)];
};

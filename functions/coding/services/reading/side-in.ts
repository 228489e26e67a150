const bothSides = /\b(bilateral(ly)?|both sides|each side|b\/l)\b/i;

/** The modifier of the one side that a text names; undefined where it names none or more than one. */
export const sideIn = (text: string): 'RT' | 'LT' | '50' | undefined => {
  if (bothSides.test(text)) return '50';
  const [right, left] = [/\b(right|rt)\b|\bR\b/.test(text), /\b(left|lt)\b|\bL\b/.test(text)];
  if (right === left) return undefined;
  return right ? 'RT' : 'LT';
};

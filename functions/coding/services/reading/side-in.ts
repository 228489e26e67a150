const bothSides = /\b(bilateral(ly)?|both sides|each side|b\/l)\b/i;

/** The modifier of the one side that a text names; undefined where it names none or more than one. */
export const sideIn = (text: string): 'RT' | 'LT' | '50' | undefined => {
  if (bothSides.test(text)) return '50';
  const right = /\b(right|rt)\b/i.test(text) || /\bR\b/.test(text);
  const left = /\b(left|lt)\b/i.test(text) || /\bL\b/.test(text);
  if (right === left) return undefined;
  return right ? 'RT' : 'LT';
};

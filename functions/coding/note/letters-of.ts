import { Letters } from '../words/may-say.ts';
import type { Statement } from './read-statements.ts';

const known = new WeakMap<readonly Statement[], Letters>();

/** The letters of a note's statements, read when they are first asked about: most notes have nothing for most patterns. */
const lettersOf = (statements: readonly Statement[]): Letters => {
  const before = known.get(statements);
  if (before) return before;
  const letters = new Letters(statements.map(({ text }) => text));
  known.set(statements, letters);
  return letters;
};

/** Statements of which each is looked at sooner than the letters of all. */
const few = 4;

/** Whether a pattern may fit any of the statements: false is sure. */
export const mayTell = (statements: readonly Statement[], pattern: RegExp): boolean =>
  statements.length < few || lettersOf(statements).mayHave(pattern);

/** Whether a pattern, which has no flag "g", fits any of the statements. */
export const anyTells = (statements: readonly Statement[], pattern: RegExp): boolean =>
  mayTell(statements, pattern) && statements.some(({ text }) => pattern.test(text));

/** The statements that a pattern, which has no flag "g", fits. */
export const thatTell = (statements: readonly Statement[], pattern: RegExp): readonly Statement[] =>
  mayTell(statements, pattern) ? statements.filter(({ text }) => pattern.test(text)) : [];

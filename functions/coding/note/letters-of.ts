import { Letters } from '../words/may-say.ts';
import type { Statement } from './read-statements.ts';

/** The letters of a note's statements; undefined where they were asked about once. */
const known = new WeakMap<readonly Statement[], Letters | undefined>();

/** Read when they are asked about again: most lists of statements are made for one question. */
const lettersOf = (statements: readonly Statement[]): Letters | undefined => {
  const before = known.get(statements);
  if (before) return before;
  const letters = known.has(statements) ? new Letters(statements.map(({ text }) => text)) : undefined;
  known.set(statements, letters);
  return letters;
};

/** Statements of which each is looked at sooner than the letters of all. */
const few = 4;

/** Whether a pattern may fit any of the statements: false is sure. */
export const mayTell = (statements: readonly Statement[], pattern: RegExp): boolean =>
  statements.length < few || lettersOf(statements)?.mayHave(pattern) !== false;

/** Whether a pattern, which has no flag "g", fits any of the statements. */
export const anyTells = (statements: readonly Statement[], pattern: RegExp): boolean =>
  mayTell(statements, pattern) && statements.some(({ text }) => pattern.test(text));

/** The statements that a pattern, which has no flag "g", fits. */
export const thatTell = (statements: readonly Statement[], pattern: RegExp): readonly Statement[] =>
  mayTell(statements, pattern) ? statements.filter(({ text }) => pattern.test(text)) : [];

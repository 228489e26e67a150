import type { Statement } from './read-statements.ts';

/**
 * Characters beyond which a statement is no sentence any more: nothing in it tells which words belong together,
 * and looking for that would take time that grows with its square.
 */
const longestSentence = 4000;

/** The statements short enough to be read as sentences. */
export const readableStatements = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(({ text }) => text.length <= longestSentence);

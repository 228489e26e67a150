import type { Statement } from './read-statements.ts';

/**
 * Reads a statement when it is first asked about, however many ask: statements never change, and what was read of one
 * goes with it.
 */
export const oncePerStatement = <Read extends object>(
  read: (statement: Statement) => Read,
): ((statement: Statement) => Read) => {
  const known = new WeakMap<Statement, Read>();
  return (statement) => {
    const before = known.get(statement);
    if (before) return before;
    const found = read(statement);
    known.set(statement, found);
    return found;
  };
};

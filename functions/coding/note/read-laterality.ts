import type { Range } from './qualify-mention.ts';
import type { Statement } from './read-statements.ts';

export type Side = 'right' | 'left' | 'bilateral';

/** "R" and "L" count only as capitals of their own, so that "r/o" and "L4-5" name no side. */
const sidePattern = /\b(right|rt|left|lt|bilateral(?:ly)?|both|b\/l)\b|(?<![\w/])([RL])(?![\w/])/gi;

const sideOf = (word: string): Side | undefined => {
  if (word === 'r' || word === 'l') return undefined;
  const first = word.toLowerCase();
  if (first.startsWith('r')) return 'right';
  return first.startsWith('l') ? 'left' : 'bilateral';
};

const sidesIn = (statement: Statement): readonly { side: Side; at: number }[] =>
  [...statement.text.matchAll(sidePattern)].flatMap((found) => {
    const side = sideOf(found[0]);
    return side ? [{ side, at: statement.start + found.index }] : [];
  });

const distance = (at: number, range: Range): number => Math.max(0, range.start - at, at - range.end);

/** The side named nearest to a mention in its statement; undefined when none is. */
export const readSide = (statement: Statement, mention: Range): Side | undefined =>
  [...sidesIn(statement)].sort((a, b) => distance(a.at, mention) - distance(b.at, mention))[0]?.side;

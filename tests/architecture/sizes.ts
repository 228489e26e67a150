import { posix } from 'node:path';
import { type Node, Visitor } from 'oxc-parser';
import { lineAt, type SourceFile } from './source-files.ts';

/** One function and its length from first line to last, with all that stands within it. */
export type MeasuredFunction = {
  readonly file: string;
  readonly line: number;
  readonly lines: number;
};

/** Each function and method of a file. */
export const functionsOf = ({ path, text, program }: SourceFile): readonly MeasuredFunction[] => {
  const found: MeasuredFunction[] = [];
  const measure = ({ start, end }: Node): void => {
    const line = lineAt(text, start);
    found.push({ file: path, line, lines: lineAt(text, end) - line + 1 });
  };
  new Visitor({
    ArrowFunctionExpression: measure,
    FunctionDeclaration: measure,
    FunctionExpression: measure,
  }).visit(program);
  return found;
};

/** The value below which a share of the numbers lies. */
export const percentile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * share)] ?? 0;

/** How many modules each folder holds, of its own and not of those within it. */
export const modulesByFolder = (files: readonly SourceFile[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
};

export const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;

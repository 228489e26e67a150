import { parse } from 'csv-parse/sync';

/** A row of a table with the line in which it begins; `cells` is undefined where the line is no row. */
export type Row = { readonly line: number; readonly cells: readonly string[] | undefined };

const cellsOf = (text: string, delimiter: string): readonly string[] | undefined => {
  try {
    const [row, ...more] = parse(text, { delimiter, relax_column_count: true, trim: true });
    return more.length === 0 ? (row ?? []) : undefined;
  } catch {
    return undefined; // a quote that opens or closes where it may not
  }
};

/** More lines than a bank breaks one description into. */
const mostLines = 12;

/**
 * The rows of a table. Each is read by itself, so that a stray quotation mark costs its own row and no other; a cell
 * that is broken into lines is put together only where a row as wide as its neighbours comes of it.
 */
export const readRows = (text: string, delimiter: string): readonly Row[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const rows: Row[] = [];
  let width = 0;
  for (let at = 0; at < lines.length; ) {
    const { cells, taken } = rowAt(lines, at, { delimiter, width });
    if (cells === undefined || cells.some((cell) => cell !== '')) rows.push({ line: at + 1, cells });
    width = Math.max(width, cells?.length ?? 0);
    at += taken;
  }
  return rows;
};

const rowAt = (
  lines: readonly string[],
  at: number,
  { delimiter, width }: { readonly delimiter: string; readonly width: number },
): { readonly cells: readonly string[] | undefined; readonly taken: number } => {
  const [line = ''] = lines.slice(at, at + 1);
  if (line.trim() === '') return { cells: [], taken: 1 };
  const alone = cellsOf(line, delimiter);
  if (alone !== undefined) return { cells: alone, taken: 1 };
  for (let taken = 2; taken <= mostLines && at + taken <= lines.length; taken += 1) {
    const cells = cellsOf(lines.slice(at, at + taken).join('\n'), delimiter);
    if (cells && cells.length === width) return { cells, taken };
  }
  return { cells: undefined, taken: 1 };
};

import { parse } from 'csv-parse/sync';
import type { Finding } from '../domain/finding.ts';

/** A row of a table with the line in which it begins. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** The rows of a table that can be read, and the lines that cannot. */
export type Rows = { readonly rows: readonly Row[]; readonly findings: readonly Finding[] };

/** A finding against one line of a table: which line, never what stands in it. */
export const findingAtLine = (line: number, code: string, detail: string): Finding => ({
  code,
  path: `line ${line}`,
  detail,
});

/** Bytes of a spreadsheet: UTF-8, UTF-16 by its mark, or the code page of Windows, in which no byte is wrong. */
export const decodeTable = (content: Uint8Array): string => {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
};

const cellsOf = (text: string, delimiter: string): readonly string[] | undefined => {
  try {
    const [row, ...more] = parse(text, { delimiter, relax_column_count: true, trim: true });
    return more.length === 0 ? (row ?? []) : undefined;
  } catch {
    return undefined; // a quotation mark that opens or closes where it may not
  }
};

/** More lines than anybody writes an address or a remark in. */
const mostLines = 12;

/**
 * The rows of a table cut by a delimiter. Each is read by itself, so that a stray quotation mark costs its own row and no
 * other; a cell that is broken into lines is put together only where a row as wide as the headings comes of it.
 */
export const readRows = (text: string, delimiter: string): Rows => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const rows: Row[] = [];
  const findings: Finding[] = [];
  for (let at = 0; at < lines.length; ) {
    const { cells, taken } = rowAt(lines, at, { delimiter, width: rows[0]?.cells.length ?? 0 });
    if (cells === undefined)
      findings.push(
        findingAtLine(at + 1, 'row', 'A quotation mark opens or closes where it may not, or is never closed'),
      );
    else if (cells.some((cell) => cell !== '')) rows.push({ line: at + 1, cells });
    at += taken;
  }
  return { rows, findings };
};

const rowAt = (
  lines: readonly string[],
  at: number,
  { delimiter, width }: { readonly delimiter: string; readonly width: number },
): { readonly cells: readonly string[] | undefined; readonly taken: number } => {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { cells: [], taken: 1 };
  const alone = cellsOf(line, delimiter);
  if (alone !== undefined) return { cells: alone, taken: 1 };
  for (let taken = 2; taken <= mostLines && at + taken <= lines.length; taken += 1) {
    const cells = cellsOf(lines.slice(at, at + taken).join('\n'), delimiter);
    if (cells?.length === width) return { cells, taken };
  }
  return { cells: undefined, taken: 1 };
};

import { CodeSetError } from '../code-set-error.ts';
import { readText, type SourceFile } from './source-files.ts';

/** Splits comma- or tab-separated text into cells; within quotes a cell may hold separators and line feeds. */
export const readCells = (text: string, separator: ',' | '\t'): string[][] => {
  const cell =
    separator === ','
      ? /"([^"]*(?:""[^"]*)*)"|[^,\r\n"]*/y
      : /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    cell.lastIndex = at;
    const [whole = '', quoted] = cell.exec(text) ?? [];
    row.push((quoted === undefined ? whole : quoted.replaceAll('""', '"')).trim());
    at += whole.length;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    const lineEnd = /\r\n|\n|\r/y;
    lineEnd.lastIndex = at;
    // Anything between a closing quote and the separator is no CSV; it is passed over like a separator.
    at += lineEnd.exec(text)?.[0].length ?? 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
};

/** The columns that a reader wants, by what their heading looks like in capitals without punctuation. */
export type Columns = Readonly<Record<string, { readonly heading: RegExp; readonly optional?: true }>>;

/** A row by wanted column, absent columns as "", with the line it stands in. */
export type TableRow<C extends Columns> = Readonly<Record<keyof C, string>> & { readonly line: number };

const plain = (heading: string): string =>
  heading
    .toUpperCase()
    .replace(/[^A-Z0-9*=?]+/g, ' ')
    .trim();

/** CMS spreads some headings over several rows above each other: "WORK" over "RVU". */
const deepestHeading = 4;
/** Licences and titles come before the headings. */
const furthestHeading = 40;

const stacked = (rows: readonly string[][], last: number, depth: number): string[] => {
  const above = rows.slice(Math.max(0, last - depth + 1), last + 1);
  const width = Math.max(...above.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => plain(above.map((row) => row[column] ?? '').join(' ')));
};

const placeColumns = (headings: readonly string[], columns: Columns): Map<string, number> | undefined => {
  const places = new Map<string, number>();
  for (const [name, { heading, optional }] of Object.entries(columns)) {
    const place = headings.findIndex((text) => heading.test(text));
    if (place >= 0) places.set(name, place);
    else if (!optional) return undefined;
  }
  return places;
};

const findHeadings = (rows: readonly string[][], columns: Columns) => {
  for (let depth = 1; depth <= deepestHeading; depth++) {
    for (let last = 0; last < Math.min(rows.length, furthestHeading); last++) {
      const places = placeColumns(stacked(rows, last, depth), columns);
      if (places) return { places, first: last + 1 };
    }
  }
  return undefined;
};

/**
 * Reads a publisher's table by its headings, wherever they stand and in whatever order. Rows of another width than
 * the headings (footers, blank lines) stay out when their first wanted cell is empty.
 */
export const readTable = <const C extends Columns>(file: SourceFile, columns: C): TableRow<C>[] => {
  const text = readText(file);
  const rows = readCells(text, (text.slice(0, 4096).match(/\t/g)?.length ?? 0) > 3 ? '\t' : ',');
  const found = findHeadings(rows, columns);
  if (!found) {
    const wanted = Object.keys(columns).filter((name) => !columns[name]?.optional);
    throw new CodeSetError(
      `${file.name}: no row with the headings for ${wanted.join(', ')}; check that this is the publisher's file`,
    );
  }
  const names: (keyof C)[] = Object.keys(columns);
  return rows.slice(found.first).map((row, index) => {
    const cells = names.map((name) => [name, row[found.places.get(String(name)) ?? -1] ?? '']);
    // Object.fromEntries does not keep the names of its keys.
    return { ...Object.fromEntries(cells), line: found.first + index + 1 } as TableRow<C>;
  });
};

/** Throws for the row of a table that cannot be what its columns say. */
export const refuseRow = (file: SourceFile, line: number, problem: string): never => {
  throw new CodeSetError(`${file.name}, row ${line}: ${problem}; nothing was installed, check the file`);
};

import type { Finding } from '../domain/finding.ts';
import { type Headings, type Places, placesOf } from './headings.ts';
import { findingAtLine, readRows } from './rows.ts';

/** What a row gives a field, empty where there is no column or no value. */
export type CellOf<Field extends string> = (field: Field) => string;

/** A row of a table, by the names of its fields. */
export type TableRow<Field extends string> = { readonly line: number; readonly cell: CellOf<Field> };

/** A table as it was found: its rows, lines that cannot be read, and headings that mean nothing here. */
export type Table<Field extends string> = {
  readonly rows: readonly TableRow<Field>[];
  readonly findings: readonly Finding[];
  readonly ignored: readonly string[];
};

/** Systems put their name and a date above the headings. */
const furthestHeadings = 10;

type Found<Field extends string> = Places<Field> & {
  readonly delimiter: string;
  readonly at: number;
  readonly width: number;
};

/** The row with the most headings that are known, whichever delimiter shows it. */
const findHeadings = <Field extends string>(
  text: string,
  headings: Headings<Field>,
): Found<Field> | undefined => {
  const beginning = text.split(/\r\n|\n|\r/, furthestHeadings * 2).join('\n');
  const found = [',', ';', '\t', '|'].flatMap((delimiter) =>
    readRows(beginning, delimiter)
      .rows.slice(0, furthestHeadings)
      .map(({ cells }, at) => ({ ...placesOf(cells, headings), delimiter, at, width: cells.length })),
  );
  const size = ({ places }: Found<Field>): number => Object.keys(places).length;
  return found.sort((a, b) => size(b) - size(a))[0];
};

/**
 * Reads a table by its headings, in whatever order and spelling they stand. `required` lists fields of which each has to
 * have a column: of a list within it, one.
 */
export const readTable = <Field extends string>(
  text: string,
  headings: Headings<Field>,
  required: readonly (readonly Field[])[],
): Table<Field> => {
  const found = findHeadings(text, headings);
  const missing = required.filter((choice) => !choice.some((field) => found?.places[field] !== undefined));
  if (!found || missing.length > 0) return { rows: [], ignored: [], findings: missing.map(missingColumn) };
  const { delimiter, at, places, ignored, width } = found;
  const { rows, findings } = readRows(text, delimiter);
  const below = rows.slice(at + 1);
  const tooWide = below.filter(
    ({ cells }) => cells.length > width && cells.slice(width).some((cell) => cell !== ''),
  );
  const tooNarrow = below.filter(({ cells }) => cells.length < width);
  const odd = new Set([...tooWide, ...tooNarrow]);
  return {
    rows: below
      .filter((row) => !odd.has(row))
      .map(({ line, cells }) => ({ line, cell: (field) => cells[places[field] ?? -1] ?? '' })),
    findings: [
      ...findings,
      ...[...odd].map(({ line, cells }) =>
        findingAtLine(line, 'row', `The row has ${cells.length} cells and the headings are ${width}`),
      ),
    ],
    ignored,
  };
};

const missingColumn = (choice: readonly string[]): Finding => ({
  code: 'no-column',
  path: choice[0] ?? '',
  detail: `The table has no column for ${choice.join(' or ')}`,
});

/** A row as it is told: under which id, and what; or why nothing of it is taken. */
export type ReadRow<Value> = { readonly line: number } & (
  | { readonly id: string; readonly value: Value }
  | { readonly findings: readonly Finding[] }
);

/** The rows of a table and what is wrong with it as a whole. */
export type ReadRows<Value> = {
  readonly rows: readonly ReadRow<Value>[];
  readonly ignored: readonly string[];
  /** Against the table as a whole: nothing of it is read. */
  readonly findings: readonly Finding[];
};

/** Reads the rows of a table one by one, in the order of their lines; a line that is no row is refused as one. */
export const readEach = <Field extends string, Value>(
  { rows, findings, ignored }: Table<Field>,
  read: (row: TableRow<Field>) => ReadRow<Value>,
): ReadRows<Value> => {
  const refused = findings.flatMap((finding) => {
    const line = Number(/^line (\d+)$/.exec(finding.path)?.[1]);
    return line > 0 ? [{ line, findings: [finding] }] : [];
  });
  return {
    rows: [...rows.map(read), ...refused].sort((a, b) => a.line - b.line),
    ignored,
    findings: findings.filter(({ path }) => !path.startsWith('line ')),
  };
};

import { CodeSetError } from '../code-set-error.ts';
import { readText, type SourceFile } from '../install/source-files.ts';
import { readCells } from '../install/table.ts';

/** A row of a table of the Medicare Coverage Database by column; a column that is not there is "". */
export type McdRow = (column: string) => string;

/** The tables of one download, by name without ".csv". */
export type McdTables = ReadonlyMap<string, SourceFile>;

/** The files of one download: those of an archive, or those that lie in a folder without one. */
export const tablesByDownload = (files: readonly SourceFile[]): readonly McdTables[] => {
  const downloads = Map.groupBy(files, ({ archive }) => (/\.zip$/i.test(archive) ? archive : ''));
  return [...downloads.values()].map(
    (own) => new Map(own.map((file) => [file.name.toLowerCase().replace(/\.csv$/, ''), file])),
  );
};

const refuse = (name: string, problem: string): never => {
  throw new CodeSetError(
    `${name}.csv ${problem}; take all_article.zip or current_article.zip of the Medicare Coverage Database whole`,
  );
};

const rowsOf = (file: SourceFile, name: string, wanted: readonly string[]): McdRow[] => {
  // The headings stand in the first row, and the texts below hold tabs: no table whose shape has to be guessed.
  const [headings = [], ...rows] = readCells(readText(file), ',');
  const places = new Map(headings.map((heading, place) => [heading.toLowerCase(), place]));
  const absent = wanted.filter((column) => !places.has(column));
  if (absent.length > 0) refuse(name, `has no column ${absent.join(', ')}`);
  return rows
    .filter(({ length }) => length > 1)
    .map((row) => (column) => row[places.get(column) ?? -1] ?? '');
};

/** The rows of a table that has to be there, with the columns that it has to have. */
export const tableOf = (tables: McdTables, name: string, ...wanted: readonly string[]): McdRow[] => {
  const file = tables.get(name);
  return file ? rowsOf(file, name, wanted) : refuse(name, 'is not there');
};

/** The rows of a table that may be left out. */
export const tableIfAny = (tables: McdTables, name: string, ...wanted: readonly string[]): McdRow[] =>
  tables.has(name) ? tableOf(tables, name, ...wanted) : [];

/** Articles change from version to version: nothing is found by the id alone. */
export const versionOf = (row: McdRow): string => `${row('article_id')}/${row('article_version')}`;

export const byVersion = (rows: readonly McdRow[]): ReadonlyMap<string, readonly McdRow[]> =>
  Map.groupBy(rows, versionOf);

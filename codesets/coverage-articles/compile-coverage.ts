import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { CodeSetError } from '../code-set-error.ts';
import { always } from '../edition.ts';
import { readDate, readLastDay } from '../install/edition-dates.ts';
import type { SourceFile } from '../install/source-files.ts';
import type { EditionContent } from '../install/write-artefact.ts';
import { compileArticles } from './compile-articles.ts';
import { type McdTables, tableIfAny, tablesByDownload } from './mcd-tables.ts';

const tableName =
  /^(?:article(?:_x_\w+|_related_documents)?|contractor(?:_jurisdiction|_type_lookup)?|state_lookup|update_period)\.csv$/i;

/** Whether a file is one of the tables that coverage is read of. */
export const isCoverageTable = (fileName: string): boolean => tableName.test(fileName);

export const isCoverageFile = (fileName: string): boolean => /^article\.csv$/i.test(fileName);

/** The day as of which CMS made the download: it says so itself, else the last change of an article does. */
const dayOf = (tables: McdTables): CalendarDate => {
  const ends = tableIfAny(tables, 'update_period').flatMap((row) => readLastDay(row('end_date')) ?? []);
  const changes = tableIfAny(tables, 'article').flatMap((row) => readDate(row('last_updated')) ?? []);
  const day = ends.toSorted().at(-1) ?? changes.toSorted().at(-1);
  if (day) return day;
  throw new CodeSetError(
    'article.csv does not tell of what day it is: no update_period.csv, no last_updated',
  );
};

const compileDownload = (tables: McdTables): EditionContent => {
  const day = dayOf(tables);
  const { records, articles, notes } = compileArticles(tables);
  const [archive] = [...tables.values()].map((file) => file.archive);
  return {
    edition: {
      set: 'coverage',
      edition: day,
      // Each article has days of its own.
      validFrom: always,
      knownTo: day,
      rows: articles,
      source: tables.size > 0 && archive ? archive : 'article.csv',
      parts: {},
      notes: [...notes],
    },
    records,
  };
};

/** Compiles the articles of the Medicare Coverage Database; of two downloads of one day the larger one counts. */
export const compileCoverage = (files: readonly SourceFile[]): EditionContent[] => {
  const downloads = tablesByDownload(files.filter(({ name }) => isCoverageTable(name))).filter((tables) =>
    tables.has('article'),
  );
  if (downloads.length === 0)
    throw new CodeSetError(
      'No article.csv was found; take all_article.zip or current_article.zip of the Medicare Coverage Database',
    );
  const editions = new Map<string, EditionContent>();
  for (const content of downloads.map(compileDownload)) {
    const known = editions.get(content.edition.edition);
    if (!known || known.edition.rows < content.edition.rows) editions.set(content.edition.edition, content);
  }
  return [...editions.values()];
};

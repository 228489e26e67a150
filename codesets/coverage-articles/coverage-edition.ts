import { DatabaseSync } from 'node:sqlite';
import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { type Artefact, listArtefacts, oncePerArtefact } from '../artefact.ts';
import { CoverageArticle } from './coverage-fields.ts';

/** One download of the Medicare Coverage Database. */
export type CoverageEdition = {
  readonly edition: string;
  /** The day as of which it was made. */
  readonly knownTo: CalendarDate;
  /** All versions of articles that list a procedure. */
  readonly articlesOn: (procedure: string) => readonly CoverageArticle[];
};

/** Articles are read when one of their procedures is first asked for, and kept. */
const open = oncePerArtefact(({ path, edition }: Artefact): CoverageEdition => {
  const database = new DatabaseSync(path, { readOnly: true });
  const look = database.prepare('SELECT fields FROM record WHERE key = ? ORDER BY rowid');
  const fieldsOf = (key: string): readonly unknown[] =>
    look.all(key).map(({ fields }) => JSON.parse(String(fields)));
  const articles = new Map<string, CoverageArticle>();
  const byProcedure = new Map<string, readonly CoverageArticle[]>();
  const articleOf = (version: string): readonly CoverageArticle[] => {
    const known = articles.get(version);
    if (known) return [known];
    const read = fieldsOf(`article ${version}`).map((fields) => CoverageArticle.parse(fields));
    for (const article of read) articles.set(version, article);
    return read;
  };
  const articlesOn: CoverageEdition['articlesOn'] = (procedure) => {
    const known = byProcedure.get(procedure);
    if (known) return known;
    const found = fieldsOf(procedure).flatMap((fields) =>
      fields !== null && typeof fields === 'object' && 'version' in fields
        ? articleOf(String(fields.version))
        : [],
    );
    byProcedure.set(procedure, found);
    return found;
  };
  return { edition: edition.edition, knownTo: edition.knownTo ?? edition.validFrom, articlesOn };
});

/** What is installed, the newest first. */
export const coverageEditions = (): readonly CoverageEdition[] =>
  listArtefacts()
    .filter(({ edition }) => edition.set === 'coverage')
    .toSorted((one, other) => (one.edition.edition < other.edition.edition ? 1 : -1))
    .map(open);

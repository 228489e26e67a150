import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { CodeSetError } from '../code-set-error.ts';
import { type CodeSetName, cumulative } from '../edition.ts';
import { yearInName } from './edition-dates.ts';
import type { SourceFile } from './source-files.ts';
import type { CodeRecord, EditionContent } from './write-artefact.ts';

/** The first file of a name; a sentence when there is none. */
export const firstFile = (files: readonly SourceFile[], name: RegExp, wanted: string): SourceFile => {
  const file = files.find((candidate) => name.test(candidate.name));
  if (file) return file;
  throw new CodeSetError(`No ${wanted} was found; check --from`);
};

/** NUCC numbers its releases by year and half year: 25.1, in file names 251. */
const releaseIn = (name: string): string => {
  const [, year, half] = /(?<!\d)(\d\d)\.?([01])(?!\d)/.exec(name) ?? [];
  return year && half ? `${year}.${half}` : (yearInName(name)?.edition ?? 'undated');
};

/**
 * The edition of a list that keeps its ended codes, or dates none; `knownTo` is the day as of which it was made, where
 * that can be told.
 */
export const listEdition = (
  set: CodeSetName,
  file: SourceFile,
  records: readonly CodeRecord[],
  knownTo?: CalendarDate,
): EditionContent[] => {
  if (records.length === 0) throw new CodeSetError(`${file.name} has no code of ${set}; check the file`);
  const { edition, validFrom } = cumulative(releaseIn(file.name));
  const rows = records.length;
  const about = { set, edition, validFrom, ...(knownTo && { knownTo }), rows, source: file.name };
  return [{ edition: { ...about, parts: {}, notes: [] }, records }];
};

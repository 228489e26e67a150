import { CodeSetError } from '../code-set-error.ts';
import { readDate } from './edition-dates.ts';
import { readText, type SourceFile } from './source-files.ts';
import type { CodeRecord } from './write-artefact.ts';

/** CMS's HCPCS contractor record of 320 columns (HCPC2026_APR_ANWEB.txt); columns count from 0, ends exclusive. */
const columns = {
  code: [0, 5],
  recordKind: [10, 11],
  long: [11, 91],
  short: [91, 119],
  added: [268, 276],
  ended: [284, 292],
} as const;

/** How the first line of a record is marked, and its further lines of description. */
const kinds = { procedure: ['3', '4'], modifier: ['7', '8'] } as const;
const isRecord = (kind: string): boolean =>
  Object.values(kinds).some((marks) => marks.some((one) => one === kind));

const cut = (line: string, [from, to]: readonly [number, number]): string => line.slice(from, to).trim();

interface Draft extends CodeRecord {
  readonly fields: { description: string; shortDescription: string };
}

const draftOf = (line: string, fallback: string): Draft => ({
  key: cut(line, columns.code),
  validFrom: readDate(cut(line, columns.added)) ?? fallback,
  validTo: readDate(cut(line, columns.ended)),
  fields: { description: cut(line, columns.long), shortDescription: cut(line, columns.short) },
});

export const isHcpcsRecordFile = (name: string): boolean => /^hcpc20\d\d.*anweb.*\.txt$/i.test(name);

/** Reads the procedures or the modifiers of the HCPCS record file, each with the days it was added and ended. */
export const readHcpcsRecords = (
  file: SourceFile,
  validFrom: string,
  wanted: keyof typeof kinds = 'procedure',
): CodeRecord[] => {
  const [firstLine, furtherLine] = kinds[wanted];
  const records: Draft[] = [];
  readText(file)
    .split(/\r?\n/)
    .forEach((line, index) => {
      const kind = cut(line, columns.recordKind);
      const last = records.at(-1);
      if (kind === firstLine) records.push(draftOf(line, validFrom));
      else if (kind === furtherLine && last?.key === cut(line, columns.code)) {
        last.fields.description += ` ${cut(line, columns.long)}`;
      } else if (line.trim() !== '' && !isRecord(kind)) {
        throw new CodeSetError(
          `${file.name}, line ${index + 1}: this is no HCPCS record; take the ANWEB text file from CMS's quarterly archive`,
        );
      }
    });
  return records;
};

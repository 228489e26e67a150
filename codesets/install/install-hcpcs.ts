import { CodeSetError } from '../code-set-error.ts';
import type { EditionDates } from '../edition.ts';
import { quarterInName, yearInName } from './edition-dates.ts';
import { isHcpcsRecordFile, readHcpcsRecords } from './hcpcs-record-file.ts';
import type { SourceFile } from './source-files.ts';
import { readTable } from './table.ts';
import type { CodeRecord, EditionContent } from './write-artefact.ts';

const addendumName = /hcpcs.*addendum ?b.*\.csv$/i;
const longName = /hcpcs.*descri.*\.csv$/i;

export const isHcpcsFile = (name: string): boolean =>
  isHcpcsRecordFile(name) || addendumName.test(name) || longName.test(name);

const hcpcsCode = /^[A-V]\d{4}$/;

const editionOf = (
  dates: EditionDates,
  records: readonly CodeRecord[],
  source: string,
  set: 'hcpcs' | 'modifier' = 'hcpcs',
): EditionContent => ({
  edition: { set, ...dates, rows: records.length, source, parts: {}, notes: [] },
  records,
});

const datesOf = ({ name, archive }: SourceFile): EditionDates => {
  const dates = quarterInName(name) ?? quarterInName(archive) ?? yearInName(name);
  if (dates) return dates;
  throw new CodeSetError(`${name}: its name tells neither quarter nor year; keep CMS's file name`);
};

/** Long descriptions by code; a code's continued lines are joined. */
const readLong = (file: SourceFile): Map<string, string> => {
  const descriptions = new Map<string, string>();
  const rows = readTable(file, {
    code: { heading: /^HCPCS CODE$|^HCPC$/ },
    kind: { heading: /DESC TYPE/, optional: true },
    description: { heading: /^HCPCS DESCRIPTION$|^LONG DESC/ },
  });
  for (const { code, kind, description } of rows) {
    if (!hcpcsCode.test(code) || kind === 'Short') continue;
    const known = descriptions.get(code);
    descriptions.set(code, known ? `${known} ${description}` : description);
  }
  return descriptions;
};

/** Temporary codes of private payers and Medicaid, which Medicare's own lists leave out. */
const outsideMedicare = /^[HST]/;

const withoutAddendum = (long: ReadonlyMap<string, string>, dates: EditionDates): CodeRecord[] =>
  [...long].map(([key, description]) => ({ key, validFrom: dates.validFrom, fields: { description } }));

/** Addendum B tells which codes there are; an older long list describes them and tells which have ended. */
const compileAddendum = (addendum: SourceFile, longFile: SourceFile | undefined): EditionContent => {
  const dates = datesOf(addendum);
  const long = longFile ? readLong(longFile) : new Map<string, string>();
  const rows = readTable(addendum, {
    code: { heading: /^HCPCS ?CODE$/ },
    shortDescription: { heading: /SHORT ?DESCRIPTOR/ },
    status: { heading: /^STATUS ?INDICATOR$|^SI$/ },
  }).filter(({ code }) => hcpcsCode.test(code));
  const listed = rows.map(({ code, shortDescription, status }): CodeRecord => {
    const description = long.get(code) ?? shortDescription;
    return { key: code, validFrom: dates.validFrom, fields: { description, shortDescription, status } };
  });
  const known = new Set(rows.map(({ code }) => code));
  const unlisted = [...long].filter(([code]) => !known.has(code));
  const others = unlisted.map(([key, description]): CodeRecord => {
    const fields = outsideMedicare.test(key) ? { description } : { description, ended: true };
    return { key, validFrom: dates.validFrom, fields };
  });
  const source = [addendum, longFile].flatMap((file) => (file ? [file.name] : [])).join(', ');
  const content = editionOf(dates, [...listed, ...others], source);
  const notes = longFile
    ? [`long descriptions and the H, S and T codes are of ${longFile.name}`]
    : ['descriptions are the short ones, and H, S and T codes are missing'];
  return { ...content, edition: { ...content.edition, rows: listed.length, notes } };
};

/** Compiles HCPCS Level II from CMS's quarterly record file, or from Addendum B and a list of long descriptions. */
export const compileHcpcs = (files: readonly SourceFile[]): EditionContent[] => {
  const records = files.filter(({ name }) => isHcpcsRecordFile(name));
  const addenda = files.filter(({ name }) => addendumName.test(name));
  const long = files.find(({ name }) => longName.test(name));
  const fromRecords = records.map((file) => {
    const dates = datesOf(file);
    return editionOf(dates, readHcpcsRecords(file, dates.validFrom), file.name);
  });
  if (records.length > 0) return fromRecords;
  if (addenda.length > 0) return addenda.map((file) => compileAddendum(file, long));
  if (long) return [editionOf(datesOf(long), withoutAddendum(readLong(long), datesOf(long)), long.name)];
  throw new CodeSetError(
    "No HCPCS file was found; take CMS's quarterly archive (HCPC….txt) or Addendum B as CSV",
  );
};

/** Compiles the modifiers of HCPCS Level II, which CMS's quarterly record file has beside the codes. */
export const compileModifiers = (files: readonly SourceFile[]): EditionContent[] => {
  const sources = files.filter(({ name }) => isHcpcsRecordFile(name));
  if (sources.length === 0)
    throw new CodeSetError("No HCPCS record file was found; take CMS's quarterly archive (HCPC….txt)");
  return sources.map((file) => {
    const dates = datesOf(file);
    const records = readHcpcsRecords(file, dates.validFrom, 'modifier').map(
      ({ key, validFrom, validTo, fields }): CodeRecord => ({
        ...{ key, validFrom, validTo },
        fields: { description: descriptionOf(fields) },
      }),
    );
    if (records.length === 0) throw new CodeSetError(`${file.name} has no modifiers; check the file`);
    return editionOf(dates, records, file.name, 'modifier');
  });
};

const descriptionOf = (fields: object): string =>
  'description' in fields && typeof fields.description === 'string' ? fields.description : '';

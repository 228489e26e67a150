import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { always } from '../edition.ts';
import { readDate, readLastDay, yearInName } from './edition-dates.ts';
import { firstFile, listEdition } from './list-edition.ts';
import { readText, type SourceFile } from './source-files.ts';
import { readTable } from './table.ts';
import type { CodeRecord, EditionContent } from './write-artefact.ts';
import { elements, readXml, textOf } from './xml-tree.ts';

const adjustmentName = /(carc|rarc|adjustment|remark).*\.csv$/i;
const statusName = /^external-codes\.xml$|^codes\.xml$|status.*codes?.*\.csv$/i;

export const isAdjustmentFile = (name: string): boolean => adjustmentName.test(name);
export const isStatusFile = (name: string): boolean => statusName.test(name);

/**
 * The day as of which a list was made: the last on which it changed a code or on which one began; a list without dates
 * is at least of the beginning of the year that its name tells. X12 changes its lists three times a year.
 */
const asOf = (
  file: SourceFile,
  rows: readonly { readonly first: string; readonly changed: string }[],
): CalendarDate | undefined => {
  const days = rows.flatMap(({ first, changed }) => [first, changed]).flatMap((text) => readDate(text) ?? []);
  return days.toSorted().at(-1) ?? yearInName(file.name)?.validFrom;
};

const adjustmentCode = { carc: /^([A-Z]\d{0,2}|\d{1,3})$/, rarc: /^(M|N|MA)\d{1,3}$/ } as const;

/** Compiles claim adjustment reason or remittance remark codes from X12's list as a table. */
export const compileAdjustments =
  (set: 'carc' | 'rarc') =>
  (files: readonly SourceFile[]): EditionContent[] => {
    const file = firstFile(files, adjustmentName, `list of ${set.toUpperCase()} as CSV`);
    const rows = readTable(file, {
      code: { heading: /CODE$/ },
      kind: { heading: /TYPE$/, optional: true },
      description: { heading: /DESCRIPTION$/ },
      first: { heading: /START DATE|^START$|EFFECTIVE/, optional: true },
      last: { heading: /END DATE|STOP|DEACTIVATION/, optional: true },
      changed: { heading: /MODIFIED|CHANGED|UPDATED/, optional: true },
    });
    const records = rows.flatMap(({ code, kind, description, first, last }) => {
      if (kind ? kind.toLowerCase() !== set : !adjustmentCode[set].test(code)) return [];
      return [
        {
          key: code,
          validFrom: readDate(first) ?? always,
          validTo: readLastDay(last),
          fields: { description },
        },
      ];
    });
    return listEdition(set, file, records, asOf(file, rows));
  };

const statusKinds = new Map([
  ['claim_status_cat', 'category'],
  ['claim_status', 'status'],
]);

const statusFromXml = (file: SourceFile): CodeRecord[] =>
  elements(readXml(readText(file), file.name), 'codeset').flatMap((set) => {
    const kind = statusKinds.get(textOf(elements(set, 'id')[0]));
    if (!kind) return [];
    const codes = elements(set, 'version').flatMap((version) => elements(version, 'code'));
    return codes.map((code) => ({ key: textOf(code), validFrom: always, fields: { kind } }));
  });

const statusRows = (file: SourceFile) =>
  readTable(file, {
    code: { heading: /CODE$/ },
    description: { heading: /DESCRIPTION$/ },
    first: { heading: /START DATE|^START$/, optional: true },
    last: { heading: /END DATE|STOP/, optional: true },
    changed: { heading: /MODIFIED|CHANGED|UPDATED/, optional: true },
  });

const statusFromTable = (rows: ReturnType<typeof statusRows>): CodeRecord[] =>
  rows.flatMap(({ code, description, first, last }) => {
    if (!/^[A-Z]?\d{1,3}$/.test(code)) return [];
    const kind = /^[A-Z]/.test(code) ? 'category' : 'status';
    return [
      {
        key: code,
        validFrom: readDate(first) ?? always,
        validTo: readLastDay(last),
        fields: { kind, description },
      },
    ];
  });

/** Compiles claim status and status category codes from X12's list, as a table or as pyx12's XML, which has no dates. */
export const compileStatus = (files: readonly SourceFile[]): EditionContent[] => {
  const file = firstFile(files, statusName, 'list of claim status codes (external-codes.xml or CSV)');
  if (/\.xml$/i.test(file.name)) return listEdition('status', file, statusFromXml(file), asOf(file, []));
  const rows = statusRows(file);
  return listEdition('status', file, statusFromTable(rows), asOf(file, rows));
};

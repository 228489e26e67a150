import { CodeSetError } from '../code-set-error.ts';
import { quarterInName } from './edition-dates.ts';
import type { SourceFile } from './source-files.ts';
import { readTable, refuseRow } from './table.ts';
import type { CodeRecord, EditionContent } from './write-artefact.ts';

const mpfsName = /^pprrvu.*\.csv$/i;

export const isMpfsFile = (name: string): boolean => mpfsName.test(name);

// The headings of PPRRVU stand over two to four rows; what is matched is the column read downwards.
const columns = {
  code: { heading: /(^| )HCPCS$/ },
  modifier: { heading: /^MOD$/ },
  status: { heading: /^STATUS( CODE)?$/ },
  work: { heading: /^WORK RVU$/ },
  practiceNonFacility: { heading: /^NON ?FAC(ILITY)? PE RVU$/ },
  practiceFacility: { heading: /^FAC(ILITY)? PE RVU$/ },
  malpractice: { heading: /^MP RVU$/ },
  totalNonFacility: { heading: /^NON ?FAC(ILITY)? TOTAL$/ },
  totalFacility: { heading: /^FAC(ILITY)? TOTAL$/ },
  globalDays: { heading: /^GLOB DAYS$/ },
  multipleProcedure: { heading: /^MULT PROC$/ },
  bilateral: { heading: /^BILAT( SURG)?$/ },
  assistant: { heading: /^ASST( SURG)?$/, optional: true },
  coSurgeons: { heading: /^CO-? ?SURG$/, optional: true },
  team: { heading: /^TEAM( SURG)?$/, optional: true },
  conversionFactor: { heading: /^CONV FACTOR$/, optional: true },
} as const;

const readRelativeValues = (file: SourceFile, validFrom: string): CodeRecord[] =>
  readTable(file, columns).flatMap((row) => {
    if (!/^[0-9A-Z]{5}$/.test(row.code)) return [];
    const amount = (text: string): number =>
      /^\d*\.?\d+$/.test(text) ? Number(text) : refuseRow(file, row.line, `"${text}" is no relative value`);
    const fields = {
      modifier: row.modifier,
      status: row.status,
      work: amount(row.work),
      practiceNonFacility: amount(row.practiceNonFacility),
      practiceFacility: amount(row.practiceFacility),
      malpractice: amount(row.malpractice),
      totalNonFacility: amount(row.totalNonFacility),
      totalFacility: amount(row.totalFacility),
      globalDays: row.globalDays,
      bilateral: row.bilateral,
      multipleProcedure: row.multipleProcedure,
      ...(row.assistant && { assistant: row.assistant }),
      ...(row.coSurgeons && { coSurgeons: row.coSurgeons }),
      ...(row.team && { team: row.team }),
      ...(row.conversionFactor && { conversionFactor: amount(row.conversionFactor) }),
    };
    return [{ key: row.code, validFrom, fields }];
  });

/** Of the two files of a quarter since 2026 the one for practices outside advanced payment models. */
const withoutQpp = (files: readonly SourceFile[]): SourceFile[] =>
  files.filter(({ name }) => isMpfsFile(name) && !/(?<!non)[-_]?qpp/i.test(name.replace(/nonqpp/i, '')));

/** Compiles the physician fee schedule's relative values; descriptors are the AMA's and stay out. */
export const compileMpfs = (files: readonly SourceFile[]): EditionContent[] => {
  const schedules = withoutQpp(files);
  if (schedules.length === 0)
    throw new CodeSetError("No PPRRVU….csv was found; take CMS's RVU archive of a quarter");
  return schedules.map((file) => {
    const dates = quarterInName(file.name) ?? quarterInName(file.archive);
    if (!dates) throw new CodeSetError(`${file.name}: its name tells no quarter; keep CMS's file name`);
    const records = readRelativeValues(file, dates.validFrom);
    const edition = {
      set: 'mpfs' as const,
      ...dates,
      rows: records.length,
      source: file.name,
      parts: {},
      notes: [],
    };
    return { edition, records };
  });
};

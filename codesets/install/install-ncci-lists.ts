import { CodeSetError } from '../code-set-error.ts';
import { quarterInName, readDate, readLastDay, yearInName } from './edition-dates.ts';
import { readText, type SourceFile } from './source-files.ts';
import { readTable, refuseRow } from './table.ts';
import type { CodeRecord, EditionContent } from './write-artefact.ts';

const mueName = /mue.*(practitioner|pra)[^/]*\.csv$/i;
const addOnName = /add[-_ ]?on.*\.(csv|txt)$|^aoc.*\.(csv|txt)$/i;

export const isMueFile = (name: string): boolean => mueName.test(name);
export const isAddOnFile = (name: string): boolean => addOnName.test(name);

const procedureCode = /^[0-9A-Z]{5}$/;

const adjudications = new Map([
  ['1', 'line'],
  ['2', 'day-policy'],
  ['3', 'day-clinical'],
]);

const readMue = (file: SourceFile, validFrom: string): CodeRecord[] =>
  readTable(file, {
    code: { heading: /^HCPCS ?CPT CODE$/ },
    units: { heading: /PRACTITIONER.*MUE VALUES?$/ },
    adjudication: { heading: /ADJUDICATION INDICATOR/ },
    rationale: { heading: /RATIONALE/ },
  }).flatMap(({ code, units, adjudication, rationale, line }) => {
    if (!procedureCode.test(code)) return [];
    const kind = adjudications.get(adjudication.slice(0, 1));
    if (!/^\d+$/.test(units) || !kind)
      return refuseRow(file, line, `"${units}" or "${adjudication}" is no MUE value`);
    return [{ key: code, validFrom, fields: { units: Number(units), adjudication: kind, rationale } }];
  });

/** Compiles the practitioner MUE table of each quarter among the files. */
export const compileMue = (files: readonly SourceFile[]): EditionContent[] => {
  const tables = files.filter(({ name }) => isMueFile(name));
  if (tables.length === 0) throw new CodeSetError('No practitioner MUE table (….csv) was found');
  return tables.map((file) => {
    const dates = quarterInName(file.name) ?? quarterInName(file.archive);
    if (!dates) throw new CodeSetError(`${file.name}: its name tells no quarter; keep CMS's file name`);
    const records = readMue(file, dates.validFrom);
    const edition = {
      set: 'mue' as const,
      ...dates,
      rows: records.length,
      source: file.name,
      parts: {},
      notes: [],
    };
    return { edition, records };
  });
};

/** Stands in CMS's file where the contractor defines the primary codes. */
const contractorDefined = 'CCCCC';

const addOnRecord = (addOn: string, primary: string, type: string, validFrom: string): CodeRecord => ({
  key: addOn,
  validFrom,
  fields: { ...(primary !== contractorDefined && { primary }), type: Number(type) },
});

/**
 * CMS's fixed-width file since 2022: column 1 type, 2-6 add-on code, 14-18 primary code, 26-32 first and 33-39 last
 * day of the edit, as year and day of the year.
 */
const addOnLine = /^([123])([0-9A-Z]{5}).{7}([0-9A-Z]{5}).{7}(\d{7})(.{7})?/;

const readFixedAddOns = (file: SourceFile): CodeRecord[] =>
  readText(file)
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, type, addOn, primary, from = '', end = ''] = addOnLine.exec(line) ?? [];
      const validFrom = readDate(from);
      if (!type || !addOn || !primary || !validFrom) return [];
      return [{ ...addOnRecord(addOn, primary, type, validFrom), validTo: readLastDay(end.trim()) }];
    });

const readAddOnTable = (file: SourceFile, validFrom: string): CodeRecord[] =>
  readTable(file, {
    addOn: { heading: /^ADD ?ON CODE$|^AOC CODE$/ },
    primary: { heading: /^PRIMARY CODE$/ },
    type: { heading: /TYPE$/ },
  }).flatMap(({ addOn, primary, type, line }) => {
    if (!procedureCode.test(addOn)) return [];
    if (!/^[123]$/.test(type)) return refuseRow(file, line, `"${type}" is no type of add-on edit`);
    return [addOnRecord(addOn, primary, type, validFrom)];
  });

/** Compiles the add-on code edits: which add-on codes need which primary code on the same claim. */
export const compileAddOn = (files: readonly SourceFile[]): EditionContent[] =>
  files
    .filter(({ name }) => isAddOnFile(name))
    .map((file) => {
      const dates = quarterInName(file.name) ?? quarterInName(file.archive) ?? yearInName(file.name);
      if (!dates) throw new CodeSetError(`${file.name}: its name tells no date; keep CMS's file name`);
      const fixed = readFixedAddOns(file);
      const records = fixed.length > 0 ? fixed : readAddOnTable(file, dates.validFrom);
      const edition = {
        set: 'add-on' as const,
        ...dates,
        rows: records.length,
        source: file.name,
        parts: {},
        notes: [],
      };
      return { edition, records };
    });

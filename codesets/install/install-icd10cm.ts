import { indexTables } from '../alphabetic-index.ts';
import { CodeSetError } from '../code-set-error.ts';
import { aprilUpdate, fiscalYear } from '../edition.ts';
import { readConversionTable } from './conversion-table.ts';
import { codeColumns, indexColumns, noteColumns } from './icd10cm-columns.ts';
import { type IndexRow, readIndexXml } from './index-xml.ts';
import { type DeletedCode, type OrderRow, readOrderAddenda, readOrderFile } from './order-file.ts';
import { readText, type SourceFile } from './source-files.ts';
import { readTabularXml, type TabularList } from './tabular-xml.ts';
import type { EditionContent } from './write-artefact.ts';

const orderName = /^icd10cm[-_ ]?order[-_ ](?!addenda)(?:april[-_ ](?:1[-_ ])?)?20\d\d\.txt$/i;
const conversionName = /conversion[-_ ]table.*\.txt$/i;
const addendaName = /^icd10cm[-_ ]?order[-_ ]addenda[-_ ](?:april[-_ ](?:1[-_ ])?)?20\d\d\.txt$/i;
const tabularName = /^icd-?10-?cm[-_ ]tabular[-_ ].*20\d\d.*\.xml$/i;
const indexNames = {
  diseases: /^icd-?10-?cm[-_ ]index[-_ ].*20\d\d.*\.xml$/i,
  'external-causes': /^icd-?10-?cm[-_ ]eindex[-_ ].*20\d\d.*\.xml$/i,
  neoplasms: /^icd-?10-?cm[-_ ]neoplasm[-_ ].*20\d\d.*\.xml$/i,
  drugs: /^icd-?10-?cm[-_ ]drug[-_ ].*20\d\d.*\.xml$/i,
} as const;

const yearIn = (name: string): number => Number(/20\d\d/.exec(name)?.[0] ?? 0);

/** The release that a file belongs to: the April update's archive has the same names in it as October's. */
const isApril = ({ name, archive }: SourceFile): boolean => /april/i.test(`${name} ${archive}`);

/** The newest file of a kind that is not of a later year than the codes; of a year, the one of the same release. */
const newest = (files: readonly SourceFile[], name: RegExp, order: SourceFile): SourceFile | undefined => {
  const otherRelease = (file: SourceFile): number => Number(isApril(file) !== isApril(order));
  return files
    .filter(
      (file) =>
        name.test(file.name) && !/addenda/i.test(file.name) && yearIn(file.name) <= yearIn(order.name),
    )
    .sort((a, b) => yearIn(b.name) - yearIn(a.name) || otherRelease(a) - otherRelease(b))[0];
};

const readIndexes = (files: readonly SourceFile[], order: SourceFile) => {
  const rows: IndexRow[] = [];
  const used: SourceFile[] = [];
  const parts: Record<string, string> = {};
  for (const table of indexTables) {
    const file = newest(files, indexNames[table], order);
    if (!file) continue;
    const read = readIndexXml(readText(file), file.name, { table, offset: rows.length });
    for (const row of read.rows) rows.push(row);
    used.push(file);
    parts[`index of ${table}`] = read.edition;
  }
  return { rows, used, parts };
};

const readTabular = (file: SourceFile | undefined): TabularList =>
  file ? readTabularXml(readText(file), file.name) : { edition: 'none', notes: [], groups: [] };

const validityOf = (order: SourceFile) =>
  isApril(order) ? aprilUpdate(yearIn(order.name)) : fiscalYear(yearIn(order.name));

const partNotes = (edition: string, parts: Readonly<Record<string, string>>): string[] => {
  const others = Object.entries(parts).filter(([, part]) => part !== edition.slice(0, 4));
  const byYear = Map.groupBy(others, ([, part]) => part);
  return [...byYear].map(([year, names]) => {
    const list = names.map(([name]) => name).join(', ');
    return year === 'none' ? `without ${list}` : `of FY${year}: ${list}`;
  });
};

/** Codes that have ended: those of the addenda, and those that the conversion table replaced in any year before. */
const readEnded = (
  rows: readonly OrderRow[],
  addenda: SourceFile | undefined,
  conversion: SourceFile | undefined,
): DeletedCode[] => {
  const billable = new Set(rows.filter((row) => row.billable).map(({ code }) => code));
  const split = addenda ? readOrderAddenda(readText(addenda)) : [];
  const known = new Set(split.map(({ code }) => code));
  const replaced = conversion ? readConversionTable(conversion, billable) : [];
  return [...split, ...replaced.filter(({ code }) => !known.has(code))];
};

const compile = (order: SourceFile, files: readonly SourceFile[]): EditionContent => {
  const validity = validityOf(order);
  const rows = readOrderFile(readText(order), order.name);
  const addenda = files.find(({ name, archive }) => addendaName.test(name) && archive === order.archive);
  const index = readIndexes(files, order);
  const tabularFile = newest(files, tabularName, order);
  const tabular = readTabular(tabularFile);
  const parts = { ...index.parts, 'Tabular List': tabular.edition };
  const conversion = files.find(({ name }) => conversionName.test(name));
  const used = [order, addenda, conversion, ...index.used, tabularFile].filter((file) => file !== undefined);
  return {
    edition: {
      set: 'icd10cm',
      ...validity,
      rows: rows.length,
      source: used.map(({ name }) => name).join(', '),
      parts,
      notes: partNotes(validity.edition, parts),
    },
    bulk: {
      ...codeColumns(rows, readEnded(rows, addenda, conversion)),
      ...indexColumns(index.rows),
      ...noteColumns(tabular, rows),
    },
  };
};

/** Compiles every ICD-10-CM edition among the files, with the newest index and Tabular List that fit each. */
export const compileIcd10cm = (files: readonly SourceFile[]): EditionContent[] => {
  const orders = files.filter(({ name }) => orderName.test(name));
  if (orders.length === 0) {
    throw new CodeSetError(
      'No ICD-10-CM order file (icd10cm-order-YYYY.txt) was found; take CMS\'s archive "Code Descriptions in Tabular Order"',
    );
  }
  return orders.map((order) => compile(order, files));
};

export const isIcd10cmFile = (fileName: string): boolean => orderName.test(fileName);

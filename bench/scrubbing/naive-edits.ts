import type { SourceFile } from '../../codesets/install/source-files.ts';
import type { EncounterToScrub } from '../../functions/scrubbing/edit.ts';
import { type InventedArticle, stateOf } from './invented-coverage.ts';

type Row = readonly string[];

/** The publishers' tables as they are, row by row. */
export type NaiveTables = {
  readonly pairs: readonly Row[];
  readonly units: readonly Row[];
  readonly addOns: readonly Row[];
  readonly diagnoses: readonly Row[];
  readonly supplies: readonly Row[];
  readonly fees: readonly Row[];
  readonly articles: readonly InventedArticle[];
};

const rowsOf = (files: readonly SourceFile[], name: RegExp, split: (line: string) => Row): readonly Row[] => {
  const file = files.find((one) => name.test(one.name));
  if (!file) throw new Error(`No file is like ${name}`);
  return file
    .read()
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(split);
};

const byComma = (line: string): Row => line.split(',').map((cell) => cell.replaceAll('"', ''));

/** Five characters of a code with its dot, as claims have it, and whether it is billable. */
const ofOrderFile = (line: string): Row => {
  const code = line.slice(6, 13).trim();
  return [code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code, line.slice(14, 15)];
};

/** Reads the tables whole, and as text. */
export const readTables = (
  files: readonly SourceFile[],
  articles: readonly InventedArticle[],
): NaiveTables => ({
  pairs: rowsOf(files, /^ccipra.*\.txt$/i, (line) => line.split('\t').slice(0, 6)),
  units: rowsOf(files, /^mue.*\.csv$/i, byComma),
  addOns: rowsOf(files, /^add-on.*\.csv$/i, byComma),
  diagnoses: rowsOf(files, /^icd10cm-order-2026\.txt$/i, ofOrderFile),
  supplies: rowsOf(files, /addendumb.*\.csv$/i, byComma),
  fees: rowsOf(files, /^pprrvu.*\.csv$/i, byComma),
  articles,
});

/** The last day that the table of pairs is of. */
const lastDayOfPairs = '20240930';

const separating = new Set([
  ...['LT', 'RT', '59', 'XE', 'XS', 'XP', 'XU', '24', '25', '57', '58', '78', '79', '91', '27'],
]);

const checkPairs = ({ pairs }: NaiveTables, { codes: { services } }: EncounterToScrub): string[] =>
  services.flatMap((second, at) =>
    services.flatMap((first) => {
      if (first === second) return [];
      const row = pairs.find(
        ([one, two, , from = '', to = '*']) =>
          one === first.procedure &&
          two === second.procedure &&
          from <= lastDayOfPairs &&
          (!/^\d/.test(to) || to >= lastDayOfPairs),
      );
      const isSeparated = [...first.modifiers, ...second.modifiers].some((one) => separating.has(one));
      const isBroken = row?.[5] === '0' || (row?.[5] === '1' && !isSeparated);
      return isBroken ? [`ncci-ptp ${at}`] : [];
    }),
  );

const checkUnits = ({ units }: NaiveTables, { codes: { services } }: EncounterToScrub): string[] =>
  services.flatMap(({ procedure, units: billed }, at) => {
    const row = units.find(([code]) => code === procedure);
    return row && billed > Number(row[1]) ? [`ncci-mue ${at}`] : [];
  });

const checkAddOns = ({ addOns }: NaiveTables, { codes: { services } }: EncounterToScrub): string[] =>
  services.flatMap(({ procedure }, at) => {
    const rows = addOns.filter(([, addOn]) => addOn === procedure);
    if (rows.length === 0) return [];
    const others = services.map((one) => one.procedure).filter((one) => one !== procedure);
    const hasPrimary = rows.some(([primary = '']) => others.includes(primary));
    const mayHaveOthers =
      rows.some(([primary = '', , type]) => !/^\d/.test(primary) || type !== '1') &&
      others.some((other) => !addOns.some(([, addOn]) => addOn === other));
    return hasPrimary || mayHaveOthers ? [] : [`ncci-add-on ${at}`];
  });

const checkDiagnoses = (tables: NaiveTables, { codes }: EncounterToScrub): string[] =>
  codes.diagnoses.flatMap((code, at) =>
    tables.diagnoses.some(([one, billable]) => one === code && billable === '1')
      ? []
      : [`diagnosis-unknown ${at}`],
  );

const checkSupplies = ({ supplies }: NaiveTables, { codes: { services } }: EncounterToScrub): string[] =>
  services.flatMap(({ procedure }, at) =>
    /^\d/.test(procedure) || supplies.some(([code]) => code === procedure)
      ? []
      : [`procedure-not-in-force ${at}`],
  );

const checkFees = ({ fees }: NaiveTables, { codes: { services } }: EncounterToScrub): string[] =>
  services.flatMap(({ procedure }, at) => {
    const row = fees.find(([code, modifier]) => code === procedure && modifier === '');
    return ['B', 'I', 'N'].includes(row?.[2] ?? '') ? [`procedure-not-paid-by-medicare ${at}`] : [];
  });

const checkCoverage = ({ articles }: NaiveTables, { codes }: EncounterToScrub): string[] =>
  codes.services.flatMap(({ procedure, diagnosisPointers }, at) => {
    const own = articles.filter((one) => one.procedures.includes(procedure) && stateOf(one) === 'OH');
    const named = diagnosisPointers.map((pointer) => codes.diagnoses[pointer - 1] ?? '');
    return own.some(({ covered }) => !named.some((code) => covered.includes(code)))
      ? [`coverage-not-covered ${at}`]
      : [];
  });

/** The edits that rest on tables, by looking through each table for each line. */
export const scrubNaively = (tables: NaiveTables, visit: EncounterToScrub): readonly string[] =>
  [checkPairs, checkUnits, checkAddOns, checkDiagnoses, checkSupplies, checkFees, checkCoverage].flatMap(
    (check) => check(tables, visit),
  );

/** The edits that are in both, by their codes. */
export const compared = [
  ...['ncci-ptp', 'ncci-mue', 'ncci-add-on', 'diagnosis-unknown', 'procedure-not-in-force'],
  ...['procedure-not-paid-by-medicare', 'coverage-not-covered'],
] as const;

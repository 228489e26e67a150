import Table from 'cli-table3';
import { diagnosisCodes, procedureCodes } from '../codesets/code-set.ts';
import { CodeSetName, type Edition } from '../codesets/edition.ts';

const grouped = (count: number): string => count.toLocaleString('en-US');

const renderTable = (editions: readonly Edition[]): string => {
  const table = new Table({
    head: ['set', 'edition', 'valid from', 'to', 'rows', 'source'],
    style: { head: [], border: [] },
    colAligns: ['left', 'left', 'left', 'left', 'right', 'left'],
    wordWrap: true,
    colWidths: [null, null, null, null, null, 60],
  });
  for (const { set, edition, validFrom, validTo, rows, source } of editions) {
    table.push([set, edition, validFrom, validTo ?? '', grouped(rows), source]);
  }
  return table.toString();
};

const procedureCount = (system: 'CPT' | 'HCPCS'): number =>
  procedureCodes.filter((code) => code.system === system).length;

/** The sets that the starter set stands in for, with how many codes it has of each. */
const starterCounts = (): Partial<Record<CodeSetName, number>> => ({
  icd10cm: diagnosisCodes.length,
  hcpcs: procedureCount('HCPCS'),
  cpt: procedureCount('CPT'),
});

const describeMissing = (editions: readonly Edition[]): string[] => {
  const missing = CodeSetName.options.filter((set) => editions.every((edition) => edition.set !== set));
  const starter = starterCounts();
  const standIns = missing.flatMap((set) => {
    const count = starter[set];
    return count === undefined ? [] : `${set} (${grouped(count)} codes)`;
  });
  const absent = missing.filter((set) => starter[set] === undefined);
  return [
    ...(standIns.length > 0 ? [`Only the starter set answers for: ${standIns.join(', ')}`] : []),
    ...(absent.length > 0 ? [`Not installed: ${absent.join(', ')}`] : []),
  ];
};

/** The installed editions as a table, with what is to know about them and what is missing. */
export const renderEditions = (editions: readonly Edition[]): string =>
  [
    ...(editions.length > 0 ? [renderTable(editions)] : []),
    ...editions.flatMap(({ set, edition, notes }) => notes.map((note) => `${set} ${edition}: ${note}`)),
    ...describeMissing(editions),
  ].join('\n');

import { drugColumns, indexTables } from '../alphabetic-index.ts';
import type { DiagnosisEdition } from '../diagnosis-edition.ts';

/** How a drug came to harm: the columns of the Table of Drugs and Chemicals (guideline I.C.19.e). */
export type DrugColumn = (typeof drugColumns)[number];

type Cells = readonly string[];

const drugTable = indexTables.indexOf('drugs');

/** "Insulin (amorphous)", "Lithium, salts": the words by which a note names it. */
const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\bnec\b|\(.*?\)/g, '')
    .replace(/[,\s]+/g, ' ')
    .trim();

const readTable = ({ index }: DiagnosisEdition): ReadonlyMap<string, Cells> => {
  const cells = new Map<string, Cells>();
  for (let place = 0; place < index.size; place++) {
    if (index.tables[place] !== drugTable || index.parents[place] !== -1) continue;
    const columns = (index.cells[place] ?? '').split('\t');
    const name = nameOf(index.titles[place] ?? '');
    if (columns.length > 1 && !cells.has(name)) cells.set(name, columns);
  }
  return cells;
};

const tables = new WeakMap<DiagnosisEdition, ReadonlyMap<string, Cells>>();

/**
 * The code of a drug's column without its 7th character ("T46.4X5"), by the drug's name in lower case; undefined where
 * the table does not have the drug, or has no such column for it, as for what is no medicine.
 */
export const drugCode = (set: DiagnosisEdition, name: string, column: DrugColumn): string | undefined => {
  const table = tables.get(set) ?? readTable(set);
  tables.set(set, table);
  return table.get(name)?.[drugColumns.indexOf(column)] || undefined;
};

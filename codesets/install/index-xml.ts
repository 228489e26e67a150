import type { IndexTable } from '../alphabetic-index.ts';
import { CodeSetError } from '../code-set-error.ts';
import { elements, ownText, readXml, textOf, type XmlElement } from './xml-tree.ts';

/** A term of the index with the place of the term it stands under; -1 for a main term. */
export interface IndexRow {
  readonly table: IndexTable;
  readonly parent: number;
  readonly title: string;
  readonly nonessential: string;
  readonly code: string;
  /** The code in brackets behind it: a manifestation, always second. */
  readonly manifestation: string;
  readonly see: string;
  readonly seeAlso: string;
  /** Columns 2 to 7 of the neoplasm and drug tables; none in the others. */
  readonly cells: readonly string[];
}

const childText = (term: XmlElement, name: string): string => textOf(elements(term, name)[0]);

const seeOf = (term: XmlElement): string => {
  const category = childText(term, 'seecat') || childText(term, 'subcat');
  return childText(term, 'see') || (category && `category ${category}`);
};

const cellsOf = (term: XmlElement): string[] => {
  const cells = elements(term, 'cell');
  if (cells.length === 0) return [];
  const byColumn = new Map(cells.map((cell) => [cell.attributes.col, textOf(cell)]));
  return ['2', '3', '4', '5', '6', '7'].map((column) => (byColumn.get(column) ?? '').replace(/^-+$/, ''));
};

const rowOf = (term: XmlElement, table: IndexTable, parent: number): IndexRow => {
  const title = elements(term, 'title')[0];
  return {
    table,
    parent,
    title: title ? ownText(title) : '',
    nonessential: title ? childText(title, 'nemod') : '',
    code: childText(term, 'code'),
    manifestation: childText(term, 'manif'),
    see: seeOf(term),
    seeAlso: childText(term, 'seeAlso'),
    cells: cellsOf(term),
  };
};

/** Reads a table of the index in its official XML form: the edition and all terms, each after the one above it. */
export const readIndexXml = (
  text: string,
  fileName: string,
  { table, offset }: { table: IndexTable; offset: number },
): { edition: string; rows: IndexRow[] } => {
  const root = readXml(text, fileName);
  if (root.name !== 'ICD10CM.index') {
    throw new CodeSetError(`${fileName}: the root is <${root.name}>, not <ICD10CM.index>; check the file`);
  }
  const rows: IndexRow[] = [];
  const add = (term: XmlElement, parent: number): void => {
    const place = offset + rows.push(rowOf(term, table, parent)) - 1;
    for (const subterm of elements(term, 'term')) add(subterm, place);
  };
  for (const letter of elements(root, 'letter')) {
    for (const mainTerm of elements(letter, 'mainTerm')) add(mainTerm, -1);
  }
  return { edition: childText(root, 'version'), rows };
};

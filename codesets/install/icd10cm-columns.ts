import { indexTables } from '../alphabetic-index.ts';
import { codeAndAbove, noteKinds } from '../tabular-notes.ts';
import type { IndexRow } from './index-xml.ts';
import type { DeletedCode, OrderRow } from './order-file.ts';
import type { TabularList } from './tabular-xml.ts';
import type { BulkColumn } from './write-artefact.ts';

const parentPlaces = (rows: readonly OrderRow[]): Int32Array => {
  const places = new Map(rows.map(({ code }, place) => [code, place]));
  return Int32Array.from(rows, ({ code }) => {
    const parent = codeAndAbove(code)
      .slice(1)
      .find((above) => places.has(above));
    return parent === undefined ? -1 : (places.get(parent) ?? -1);
  });
};

const text = <T>(rows: readonly T[], column: (row: T) => string): string =>
  rows.map((row) => column(row).replaceAll('\n', ' ')).join('\n');

/** Codes in tabular order, each with the place of the header above it. */
export const codeColumns = (
  rows: readonly OrderRow[],
  ended: readonly DeletedCode[],
): Record<string, BulkColumn> => ({
  'diagnosis.code': text(rows, ({ code }) => code),
  'diagnosis.description': text(rows, ({ description }) => description),
  'diagnosis.billable': Uint8Array.from(rows, ({ billable }) => (billable ? 1 : 0)),
  'diagnosis.parent': parentPlaces(rows),
  'diagnosis.ended': text(ended, (row) => [row.code, row.description, row.replacements.join(' ')].join('\t')),
});

/** The terms of the index, each before those below it. */
export const indexColumns = (rows: readonly IndexRow[]): Record<string, BulkColumn> => ({
  'index.table': Uint8Array.from(rows, ({ table }) => indexTables.indexOf(table)),
  'index.parent': Int32Array.from(rows, ({ parent }) => parent),
  'index.title': text(rows, ({ title }) => title),
  'index.nonessential': text(rows, ({ nonessential }) => nonessential),
  'index.code': text(rows, ({ code }) => code),
  'index.manifestation': text(rows, ({ manifestation }) => manifestation),
  'index.see': text(rows, ({ see }) => see),
  'index.seeAlso': text(rows, ({ seeAlso }) => seeAlso),
  'index.cells': text(rows, ({ cells }) => cells.join('\t')),
});

/** The notes whose code is still in the edition: the Tabular List may be of an earlier year than the codes. */
const notesInEdition = ({ notes, groups }: TabularList, rows: readonly OrderRow[]): TabularList['notes'] => {
  const owners = new Set([...rows.map(({ code }) => code), ...groups.map(({ name }) => name)]);
  return notes.filter(({ owner }) => owners.has(owner));
};

/** The notes of the Tabular List, and its chapters and sections. */
export const noteColumns = (list: TabularList, rows: readonly OrderRow[]): Record<string, BulkColumn> => {
  const notes = notesInEdition(list, rows);
  return {
    'note.owner': text(notes, ({ owner }) => owner),
    'note.kind': text(notes, ({ kind }) => String(noteKinds.indexOf(kind))),
    'note.text': text(notes, (note) => note.text),
    'group.name': text(list.groups, ({ name }) => name),
    'group.title': text(list.groups, ({ title }) => title),
    'group.first': text(list.groups, ({ first }) => first),
    'group.last': text(list.groups, ({ last }) => last),
  };
};

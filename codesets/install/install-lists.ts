import { always } from '../edition.ts';
import { firstFile, listEdition } from './list-edition.ts';
import type { SourceFile } from './source-files.ts';
import { readTable } from './table.ts';
import type { EditionContent } from './write-artefact.ts';

const posName = /^(pos|place).*\.csv$/i;
const taxonomyName = /taxonomy.*\.csv$/i;

export const isPosFile = (name: string): boolean => posName.test(name);
export const isTaxonomyFile = (name: string): boolean => taxonomyName.test(name);

/** Compiles the place of service codes from a table with code, name and, where told, facility or not. */
export const compilePos = (files: readonly SourceFile[]): EditionContent[] => {
  const file = firstFile(files, posName, 'table of place of service codes (pos….csv)');
  const rows = readTable(file, {
    code: { heading: /^(POS|PLACE OF SERVICE)( CODES?)?( S)?$/ },
    name: { heading: /NAME$/ },
    setting: { heading: /TYPE$/, optional: true },
  });
  const settings = new Map([
    ['FACILITY', 'facility'],
    ['NON-FACILITY', 'non-facility'],
  ]);
  const records = rows.flatMap(({ code, name, setting }) => {
    if (!/^\d{1,2}$/.test(code) || /^unassigned$/i.test(name)) return [];
    const known = settings.get(setting.toUpperCase());
    return [
      { key: code.padStart(2, '0'), validFrom: always, fields: { name, ...(known && { setting: known }) } },
    ];
  });
  return listEdition('pos', file, records);
};

/** Compiles NUCC's provider taxonomy: the official table, or its code numbers alone. */
export const compileTaxonomy = (files: readonly SourceFile[]): EditionContent[] => {
  const file = firstFile(files, taxonomyName, 'NUCC taxonomy table (nucc_taxonomy_251.csv)');
  const rows = readTable(file, {
    code: { heading: /^CODE$/ },
    grouping: { heading: /^GROUPING$/, optional: true },
    classification: { heading: /^CLASSIFICATION$/, optional: true },
    specialization: { heading: /^SPECIALIZATION$/, optional: true },
  });
  const records = rows.flatMap(({ code, grouping, classification, specialization }) => {
    if (!/^[0-9A-Z]{9}X$/.test(code)) return [];
    const fields = {
      ...(grouping && { grouping }),
      ...(classification && { classification }),
      ...(specialization && { specialization }),
    };
    return [{ key: code, validFrom: always, fields }];
  });
  return listEdition('taxonomy', file, records);
};

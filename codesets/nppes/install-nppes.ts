import { type Artefact, codeSetsFolder } from '../artefact.ts';
import { CodeSetError } from '../code-set-error.ts';
import { always } from '../edition.ts';
import { readDate } from '../install/edition-dates.ts';
import { readCells } from '../install/table.ts';
import { type CodeRecord, writeArtefact } from '../install/write-artefact.ts';
import type { RecordFields } from '../record-fields.ts';
import { madeOn } from './nppes-file.ts';
import { type OpenFile, openRegistry } from './open-file.ts';
import { readRows } from './read-rows.ts';

/** Whose entries are kept: those of a list of numbers, or those who practise in a state. */
export type KeptProviders = { readonly npis: readonly string[] } | { readonly state: string };

const headings = {
  npi: 'NPI',
  entity: 'Entity Type Code',
  organization: 'Provider Organization Name (Legal Business Name)',
  last: 'Provider Last Name (Legal Name)',
  first: 'Provider First Name',
  otherLast: 'Provider Other Last Name',
  otherFirst: 'Provider Other First Name',
  state: 'Provider Business Practice Location Address State Name',
  deactivated: 'NPI Deactivation Date',
  reactivated: 'NPI Reactivation Date',
} as const;

type Column = keyof typeof headings;
const columnNames = Object.keys(headings) as readonly Column[];
const taxonomyCount = 15;
const taxonomyHeading = (at: number) => `Healthcare Provider Taxonomy Code_${at}`;
const primaryHeading = (at: number) => `Healthcare Provider Primary Taxonomy Switch_${at}`;

/** Where the columns stand that are kept, of some three hundred and thirty. */
type Places = {
  readonly of: Readonly<Record<Column, number>>;
  readonly taxonomies: readonly { readonly code: number; readonly primary: number }[];
};

const placesIn = (name: string, row: readonly string[]): Places => {
  const lacking = columnNames.filter((column) => !row.includes(headings[column]));
  if (lacking.length > 0)
    throw new CodeSetError(
      `${name}: no column ${lacking.map((column) => `"${headings[column]}"`).join(', ')}; check that this is CMS's file`,
    );
  const taxonomies = Array.from({ length: taxonomyCount }, (_, at) => ({
    code: row.indexOf(taxonomyHeading(at + 1)),
    primary: row.indexOf(primaryHeading(at + 1)),
  })).filter(({ code }) => code >= 0);
  const of = Object.fromEntries(columnNames.map((column) => [column, row.indexOf(headings[column])]));
  // Object.fromEntries does not keep the names of its keys.
  return { of: of as Places['of'], taxonomies };
};

const entities: Readonly<Record<string, 'person' | 'organization'>> = { '1': 'person', '2': 'organization' };

const fieldsOf = (row: readonly string[], { of, taxonomies }: Places): RecordFields<'nppes'> => {
  const cell = (column: Column): string => (row[of[column]] ?? '').trim();
  const entity = entities[cell('entity')];
  const named = (last: string, first: string) => (last === '' ? [] : [{ last, ...(first && { first }) }]);
  const names =
    entity === 'organization'
      ? named(cell('organization'), '')
      : [
          ...named(cell('last'), cell('first')),
          ...named(cell('otherLast'), cell('otherFirst') || cell('first')),
        ];
  const codes = taxonomies
    .map(({ code, primary }) => ({ code: (row[code] ?? '').trim(), isPrimary: row[primary] === 'Y' }))
    .filter(({ code }) => code !== '')
    .toSorted((one, other) => Number(other.isPrimary) - Number(one.isPrimary));
  const [deactivated, reactivated] = [readDate(cell('deactivated')), readDate(cell('reactivated'))];
  return {
    ...(entity && { entity }),
    names,
    ...(deactivated && { deactivated }),
    ...(reactivated && { reactivated }),
    taxonomies: codes.map(({ code }) => code),
  };
};

const readRecords = async (
  file: OpenFile,
  kept: KeptProviders,
): Promise<Map<string, RecordFields<'nppes'>>> => {
  const wanted = 'npis' in kept ? new Set(kept.npis) : undefined;
  const state = 'state' in kept ? kept.state : undefined;
  const found = new Map<string, RecordFields<'nppes'>>();
  let places: Places | undefined;
  for await (const row of readRows(file.open())) {
    if (!places) {
      places = placesIn(file.name, readCells(row, ',')[0] ?? []);
      continue;
    }
    // Most rows are of nobody who is wanted: their number alone is read.
    if (wanted && places.of.npi === 0 && !wanted.has(/\d{10}/.exec(row.slice(0, 11))?.[0] ?? '')) continue;
    const [cells = []] = readCells(row, ',');
    const npi = cells[places.of.npi] ?? '';
    const isKept = wanted ? wanted.has(npi) : cells[places.of.state]?.toUpperCase() === state;
    if (isKept && /^\d{10}$/.test(npi)) found.set(npi, fieldsOf(cells, places));
  }
  if (!places) throw new CodeSetError(`${file.name} is empty; fetch it again`);
  return found;
};

const about = (kept: KeptProviders): string =>
  'npis' in kept
    ? `of ${kept.npis.length.toLocaleString('en-US')} numbers that were asked for`
    : `of ${kept.state}: of providers elsewhere, and of numbers that are deactivated, it knows nothing`;

/**
 * Installs the registry's entries of some providers from CMS's file, which is read as a stream. Numbers of a list that the
 * file does not have are kept as absent.
 */
export const installNppes = async (
  path: string,
  kept: KeptProviders,
  folder: string = codeSetsFolder(),
): Promise<Artefact> => {
  const file = openRegistry(path);
  const day = madeOn(file.name) ?? '';
  const found = await readRecords(file, kept).catch((error: unknown) => {
    if (error instanceof CodeSetError) throw error;
    throw new CodeSetError(`${file.name} cannot be read to its end; fetch it again`, { cause: error });
  });
  const absent: RecordFields<'nppes'> = { names: [], taxonomies: [], absent: true };
  const npis = 'npis' in kept ? [...new Set(kept.npis)] : [...found.keys()];
  if (npis.length === 0)
    throw new CodeSetError(`${file.name} has nobody of ${'state' in kept ? kept.state : 'the list'}`);
  const records = npis.map(
    (key): CodeRecord => ({ key, validFrom: always, fields: found.get(key) ?? absent }),
  );
  const edition = {
    ...{ set: 'nppes' as const, edition: day, validFrom: always, knownTo: day, rows: records.length },
    ...{ source: file.name, parts: {}, notes: [about(kept)] },
  };
  return writeArtefact({ edition, records }, folder);
};

import { type McdTables, tableIfAny, tableOf, versionOf } from './mcd-tables.ts';

/** The states that an article reaches, and those of which it reaches a part only. */
export type Jurisdiction = { readonly states: string[]; readonly partStates: string[] };

/** CMS divides some states among contractors and calls the parts states of their own. */
const partOf = new Map([
  ...['DN', 'QN', 'UN'].map((part) => [part, 'NY'] as const),
  ...['EM', 'WM'].map((part) => [part, 'MO'] as const),
  ...['NF', 'SF'].map((part) => [part, 'CA'] as const),
]);

/** A contractor by id, type and version: by its name one would get articles of other states. */
const contractorKey = (row: (column: string) => string): string =>
  ['contractor_id', 'contractor_type_id', 'contractor_version'].map(row).join('/');

const keys = ['contractor_id', 'contractor_type_id', 'contractor_version'] as const;

/** Contractors that pay hospitals alone: their articles bind no practitioner. */
const hospitalTypes = (tables: McdTables): ReadonlySet<string> =>
  new Set(
    tableIfAny(tables, 'contractor_type_lookup', 'contractor_type_id', 'description')
      .filter((row) => /\bpart a\b/i.test(row('description')) && !/\bpart b\b/i.test(row('description')))
      .map((row) => row('contractor_type_id')),
  );

const statesByContractor = (tables: McdTables): ReadonlyMap<string, readonly string[]> => {
  const abbreviations = new Map(
    tableOf(tables, 'state_lookup', 'state_id', 'state_abbrev').map((row) => [
      row('state_id'),
      row('state_abbrev').toUpperCase(),
    ]),
  );
  const hospitals = hospitalTypes(tables);
  const current = tableOf(tables, 'contractor_jurisdiction', ...keys, 'state_id', 'term_date').filter(
    (row) => row('term_date') === '' && !hospitals.has(row('contractor_type_id')),
  );
  return new Map(
    [...Map.groupBy(current, contractorKey)].map(([key, rows]) => [
      key,
      rows.flatMap((row) => abbreviations.get(row('state_id')) ?? []),
    ]),
  );
};

/** A state is reached whole where it is named, or all of its parts are. */
const jurisdictionOf = (reached: ReadonlySet<string>): Jurisdiction => {
  const parts = [...reached].filter((state) => partOf.has(state));
  const divided = [...new Set(parts.flatMap((part) => partOf.get(part) ?? []))];
  const isWhole = (state: string): boolean =>
    reached.has(state) || [...partOf].every(([part, whole]) => whole !== state || reached.has(part));
  return {
    states: [...new Set([...[...reached].filter((state) => !partOf.has(state)), ...divided])].sort(),
    partStates: divided.filter((state) => !isWhole(state)).sort(),
  };
};

/** Where each version of an article is policy: its contractors' states that have not ended. */
export const readJurisdictions = (tables: McdTables): ((version: string) => Jurisdiction) => {
  const states = statesByContractor(tables);
  const contractors = Map.groupBy(
    tableOf(tables, 'article_x_contractor', 'article_id', 'article_version', ...keys),
    versionOf,
  );
  return (version) =>
    jurisdictionOf(
      new Set((contractors.get(version) ?? []).flatMap((row) => states.get(contractorKey(row)) ?? [])),
    );
};

/** A claim has 50 lines (loop 2400) and 12 diagnoses at most; beyond twice that a form is not a person's. */
export const rowLimit = 100;

/** A row of a table in a form: the text of each of its fields. */
type Row = Readonly<Record<string, string>>;

/** Reads a table of which each field comes back once a row, under a name of its own; rows left empty are left out. */
export const readRows = <T extends Row>(
  fields: URLSearchParams,
  names: Readonly<Record<keyof T, string>>,
  blank: T,
): T[] => {
  const columns = Object.entries<string>(names).map(([key, name]) => [key, fields.getAll(name)] as const);
  const height = Math.min(rowLimit, Math.max(...columns.map(([, values]) => values.length)));
  return Array.from({ length: height }, (_, row) => ({
    ...blank,
    ...Object.fromEntries(columns.map(([key, values]) => [key, values[row] ?? ''])),
  })).filter((row) => Object.values(row).some((value) => value.trim() !== ''));
};

/** Empty rows to write further codes into. Those left empty do not come back, so asking again gives more. */
const spareRows = 2;

export const withSpareRows = <T extends Row>(rows: readonly T[], blank: T): T[] => [
  ...rows,
  ...Array.from({ length: spareRows }, () => blank),
];

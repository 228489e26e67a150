import { dotted } from '../code-notation.ts';
import type { CodeGroup } from './coverage-fields.ts';
import type { McdRow } from './mcd-tables.ts';

export type ListedCodes = Pick<CodeGroup, 'codes' | 'ranges'>;

/** Stands where an article lists no code: "XX000", "N/A". */
const diagnosis = /^[A-Z][0-9A-Z][0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/;
const isPlaceholder = (code: string): boolean => /^X{2}/.test(code) || code === 'N/A';

const order = (row: McdRow): number => Number(row('sort_order') || 0);

/**
 * The diagnoses of rows in their order. A code of a range says whether it begins it (B), is in its middle (M) or ends
 * it (E): CMS lists those between, and then the list is what counts. Where an end follows its beginning at once, the
 * range is written by its ends.
 */
export const listedDiagnoses = (rows: readonly McdRow[]): ListedCodes => {
  const inOrder = rows
    .toSorted((one, other) => order(one) - order(other))
    .map((row) => ({ code: dotted(row('icd10_code_id').toUpperCase()), range: row('range').toUpperCase() }))
    .filter(({ code }) => diagnosis.test(code) && !isPlaceholder(code));
  const ranges = inOrder.flatMap(({ code, range }, at): [string, string][] => {
    const before = inOrder[at - 1];
    return range === 'E' && before?.range === 'B' && before.code < code ? [[before.code, code]] : [];
  });
  return { codes: [...new Set(inOrder.map(({ code }) => code))], ranges };
};

const procedure = /^[0-9A-Z]{5}$/;
const numbered = /^([A-V]?)(\d{4,5})$/;

/** More than any article lists; a range that is longer is a slip. */
const longestRange = 500;

/** The codes between two of one series, as "G0101" and "G0105" are. */
const between = (first: string, last: string): readonly string[] => {
  const [, letter, from = ''] = numbered.exec(first) ?? [];
  const [, otherLetter, to = ''] = numbered.exec(last) ?? [];
  const length = Number(to) - Number(from) - 1;
  if (letter === undefined || letter !== otherLetter || !(length > 0 && length < longestRange)) return [];
  return Array.from(
    { length },
    (_, place) => `${letter}${String(Number(from) + place + 1).padStart(from.length, '0')}`,
  );
};

/** The procedures of rows, and those of ranges that are written by their ends. */
export const listedProcedures = (rows: readonly McdRow[]): string[] => {
  const inOrder = rows
    .map((row) => ({ code: row('hcpc_code_id').toUpperCase(), range: row('range').toUpperCase() }))
    .filter(({ code }) => procedure.test(code) && !isPlaceholder(code))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const codes = inOrder.flatMap(({ code, range }, at) => {
    const before = inOrder[at - 1];
    return range === 'E' && before?.range === 'B' ? [...between(before.code, code), code] : [code];
  });
  return [...new Set(codes)];
};

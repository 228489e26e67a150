import type { DatabaseSync } from 'node:sqlite';
import type { CalendarDate } from '../functions/domain/calendar.ts';
import { artefactOn, oncePerArtefact, readArtefact, readBytes, readTexts } from './artefact.ts';
import type { Edition } from './edition.ts';

/** An NCCI procedure-to-procedure edit: column 2 is not paid beside column 1 unless a modifier says why. */
export interface PtpEdit {
  readonly column1: string;
  readonly column2: string;
  /** CMS's indicator 0, 1 or 9. */
  readonly modifier: 'never' | 'allowed' | 'not-applicable';
  readonly rationale: string;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
}

/** The practitioner edits of one edition, loaded. */
export interface PtpEdition {
  readonly edition: Edition;
  /** Every code that stands in one of the columns. */
  readonly codes: readonly string[];
  /** The edit of a pair on a date, in this order of columns. Ended edits are there with their dates. */
  readonly find: (column1: string, column2: string, dateOfService: CalendarDate) => PtpEdit | undefined;
}

/** The edits sorted: those of code `c` in column 1 are `starts[c]` to `starts[c + 1]`, by column 2. */
interface PtpTable {
  readonly places: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly column2: Uint16Array;
  /** Which combination of indicator, days and rationale the edit has. */
  readonly terms: Uint16Array;
  readonly termTexts: readonly string[];
}

const readPtpTable = (database: DatabaseSync): PtpTable => ({
  places: new Map(readTexts(database, 'ptp.codes').map((code, place) => [code, place])),
  starts: new Uint32Array(readBytes(database, 'ptp.starts').buffer),
  column2: new Uint16Array(readBytes(database, 'ptp.column2').buffer),
  terms: new Uint16Array(readBytes(database, 'ptp.terms').buffer),
  termTexts: readTexts(database, 'ptp.termTexts'),
});

const modifiers = { '0': 'never', '1': 'allowed', '9': 'not-applicable' } as const;

const readTerms = (text: string): Omit<PtpEdit, 'column1' | 'column2'> => {
  const [modifier = '', validFrom = '', validTo = '', rationale = ''] = text.split('\t');
  return {
    modifier: modifiers[modifier === '0' || modifier === '1' ? modifier : '9'],
    rationale,
    validFrom,
    ...(validTo && { validTo }),
  };
};

/** The first edit of a pair; a pair that was edited more than once has its edits side by side. */
const firstOf = ({ starts, column2 }: PtpTable, first: number, second: number): number => {
  let low = starts[first] ?? 0;
  let high = starts[first + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column2[middle] ?? 0) < second) low = middle + 1;
    else high = middle;
  }
  return low;
};

const isActive = (
  { validFrom, validTo }: Pick<PtpEdit, 'validFrom' | 'validTo'>,
  date: CalendarDate,
): boolean => validFrom <= date && (validTo === undefined || date <= validTo);

const findIn =
  (table: PtpTable): PtpEdition['find'] =>
  (column1, column2, dateOfService) => {
    const [first, second] = [table.places.get(column1), table.places.get(column2)];
    if (first === undefined || second === undefined) return undefined;
    const end = table.starts[first + 1] ?? 0;
    for (let at = firstOf(table, first, second); at < end && table.column2[at] === second; at++) {
      const terms = readTerms(table.termTexts[table.terms[at] ?? 0] ?? '');
      if (isActive(terms, dateOfService)) return { column1, column2, ...terms };
    }
    return undefined;
  };

const ptpEdition = oncePerArtefact((artefact): PtpEdition => {
  const table = readArtefact(artefact, readPtpTable);
  return { edition: artefact.edition, codes: [...table.places.keys()], find: findIn(table) };
});

/**
 * The installed practitioner edits for a date of service. Not `inForce`: no edition of that date is installed, and
 * this is the nearest in time. Undefined when none is installed at all.
 */
export const ptpEditionOn = (
  dateOfService: CalendarDate,
): { readonly set: PtpEdition; readonly inForce: boolean } | undefined => {
  const found = artefactOn('ncci-ptp', dateOfService);
  return found && { set: ptpEdition(found.chosen), inForce: found.inForce };
};

import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CalendarDate } from '../functions/domain/calendar.ts';
import { type Artefact, artefactOn, oncePerArtefact } from './artefact.ts';
import { coversDate } from './edition.ts';
import { type RecordFields, RecordSet, recordFields } from './record-fields.ts';

/** What an installed set says about a code on a date. */
export type CodeSetRecord<S extends RecordSet> = RecordFields<S> & {
  readonly code: string;
  readonly edition: string;
  /** The edition is of the date of service; if not, it is the nearest one installed. */
  readonly inForce: boolean;
};

/** What a set says of a code in a time. */
type Entry = { readonly validFrom: string; readonly validTo: string | undefined; readonly fields: object };

/** Codes of one set whose entries are kept once they were read: a practice uses some thousand. */
const mostCodes = 20_000;

/**
 * The entries of a code, newest first. The database is kept open for the life of the process, because an artefact is
 * read-only and opening costs more than a hundred look-ups; what was read of it is kept as well.
 */
const entriesOf = oncePerArtefact(({ path, edition: { set } }: Artefact) => {
  const all: StatementSync = new DatabaseSync(path, { readOnly: true }).prepare(
    'SELECT valid_from, valid_to, fields FROM record WHERE key = ? ORDER BY valid_from DESC, rowid',
  );
  const known = new Map<string, readonly Entry[]>();
  const read = (code: string): readonly Entry[] =>
    all.all(code).map(({ valid_from, valid_to, fields }) => ({
      validFrom: String(valid_from),
      validTo: valid_to === null ? undefined : String(valid_to),
      fields: recordFields[RecordSet.parse(set)].parse(JSON.parse(String(fields))),
    }));
  return (code: string): readonly Entry[] => {
    const entries = known.get(code) ?? read(code);
    if (known.size >= mostCodes) known.clear();
    known.set(code, entries);
    return entries;
  };
});

/** All that an installed set says about a code on a date of service, newest first; nothing when not installed. */
export const findRecords = <S extends RecordSet>(
  set: S,
  code: string,
  dateOfService: CalendarDate,
): readonly CodeSetRecord<S>[] => {
  const found = artefactOn(set, dateOfService);
  if (!found) return [];
  const { edition } = found.chosen.edition;
  // Of an edition of another time, the codes of its own nearest day are what is known.
  const day = nearestDay(found.chosen, dateOfService);
  return entriesOf(found.chosen)(code)
    .filter((entry) => coversDate(entry, day))
    .map(({ fields }) => ({
      // The schema belongs to the set, which the compiler cannot see through the index.
      ...(fields as RecordFields<S>),
      code,
      edition,
      inForce: found.inForce,
    }));
};

/** When a code is valid, by one entry of a list; both ends count. */
export type CodeValidity = { readonly validFrom: CalendarDate; readonly validTo: CalendarDate | undefined };

const lookBack = oncePerArtefact(
  (artefact: Artefact): StatementSync =>
    new DatabaseSync(artefact.path, { readOnly: true }).prepare(
      'SELECT valid_from, valid_to, fields FROM record WHERE key = ? ORDER BY valid_from',
    ),
);

/** All times at which a list that keeps its ended codes had a code, oldest first; `isMeant` tells by what it says of it. */
export const findValidities = <S extends RecordSet>(
  set: S,
  code: string,
  artefact: Artefact,
  isMeant: (fields: RecordFields<S>) => boolean = () => true,
): readonly CodeValidity[] =>
  lookBack(artefact)
    .all(code)
    // As above: the schema belongs to the set.
    .filter(({ fields }) => isMeant(recordFields[set].parse(JSON.parse(String(fields))) as RecordFields<S>))
    .map(({ valid_from, valid_to }) => ({
      validFrom: String(valid_from),
      validTo: valid_to === null ? undefined : String(valid_to),
    }));

const nearestDay = ({ edition: { validFrom, validTo } }: Artefact, date: CalendarDate): CalendarDate => {
  if (date < validFrom) return validFrom;
  return validTo !== undefined && date > validTo ? validTo : date;
};

/** What an installed set says about a code on a date of service; undefined when it does not know the code. */
export const findRecord = <S extends RecordSet>(
  set: S,
  code: string,
  dateOfService: CalendarDate,
): CodeSetRecord<S> | undefined => findRecords(set, code, dateOfService)[0];

/** The relative values of a service: those of its modifier 26 or TC where it has them. */
export const findRelativeValues = (
  code: string,
  modifier: string,
  dateOfService: CalendarDate,
): CodeSetRecord<'mpfs'> | undefined =>
  findRecords('mpfs', code, dateOfService).find((record) => record.modifier === modifier);

import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { artefactOn } from '../artefact.ts';
import { type PtpEdit, ptpEditionOn } from '../ptp-edits.ts';
import { type CodeSetRecord, findRecord, findRecords } from '../records.ts';

/** Of which edition an answer is, and whether that is of the date of service; if not, it is the nearest installed. */
export interface OfEdition {
  readonly edition: string;
  readonly inForce: boolean;
}

/** The primary codes of an add-on code that CMS lists, and whether the contractor may have others. */
export interface AddOn extends OfEdition {
  readonly primaries: readonly string[];
  readonly isContractorDefined: boolean;
}

/** CMS's National Correct Coding Initiative for practitioners, on a date of service. */
export interface NcciBook {
  /** The edit of a pair in this order of columns. */
  readonly pair: (column1: string, column2: string) => (PtpEdit & OfEdition) | undefined;
  /** The most units of a code (MUE). */
  readonly mostUnits: (code: string) => CodeSetRecord<'mue'> | undefined;
  /** What an add-on code may be added to; undefined for codes that stand alone. */
  readonly addOn: (code: string) => AddOn | undefined;
}

const pairOn = (dateOfService: CalendarDate): NcciBook['pair'] => {
  const found = ptpEditionOn(dateOfService);
  if (!found) return () => undefined;
  const { set, inForce } = found;
  const { edition, validTo } = set.edition;
  // The file keeps every edit with its days; of a later date the last day that it is of is what is known.
  const day = inForce || validTo === undefined || dateOfService <= validTo ? dateOfService : validTo;
  return (column1, column2) => {
    const edit = set.find(column1, column2, day);
    return edit && { ...edit, edition, inForce };
  };
};

const addOnOn =
  (dateOfService: CalendarDate): NcciBook['addOn'] =>
  (code) => {
    const records = findRecords('add-on', code, dateOfService);
    const [first] = records;
    if (!first) return undefined;
    return {
      edition: first.edition,
      inForce: first.inForce,
      primaries: records.flatMap(({ primary }) => primary ?? []),
      isContractorDefined: records.some(({ primary, type }) => primary === undefined || type !== 1),
    };
  };

/** The NCCI tables that are installed; what is not installed has nothing against anything. */
export const ncciBook = (dateOfService: CalendarDate): NcciBook => ({
  pair: pairOn(dateOfService),
  mostUnits: (code) => findRecord('mue', code, dateOfService),
  addOn: addOnOn(dateOfService),
});

/** Which of the NCCI tables nothing is installed of. */
export const absentNcciTables = (dateOfService: CalendarDate): readonly string[] =>
  (['ncci-ptp', 'mue', 'add-on'] as const).filter((set) => artefactOn(set, dateOfService) === undefined);

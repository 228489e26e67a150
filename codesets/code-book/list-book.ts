import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { artefactOn } from '../artefact.ts';
import { coversDate, taxonomyRelease } from '../edition.ts';
import { type CodeSetRecord, findRecord, findRecords } from '../records.ts';
import { type ModifierStanding, modifierOn } from './modifier-list.ts';
import type { OfEdition } from './ncci-book.ts';
import { providerOn, type RegistryEntry } from './registry-book.ts';

/** Whether an installed list has a code, and of which edition it is. */
export interface Listed extends OfEdition {
  readonly isListed: boolean;
}

/** The lists of a date of service that say something of services, places and providers. */
export interface ListBook {
  /** What Medicare's fee schedule says of a service and of its components (26, TC, 53). */
  readonly feeSchedule: (procedure: string) => readonly CodeSetRecord<'mpfs'>[];
  /** CMS's places of service; undefined where the list is not installed. */
  readonly placeOfService: (code: string) => Listed | undefined;
  /** NUCC's taxonomy; undefined where the list is not installed. */
  readonly taxonomy: (code: string) => Listed | undefined;
  /** How a modifier stands; undefined where no list can say. */
  readonly modifier: (code: string) => ModifierStanding | undefined;
  /** The NPI registry; undefined of numbers that nobody asked it for, and where it is not installed. */
  readonly provider: (npi: string) => RegistryEntry | undefined;
}

/** A list without a day may be older than the date; a release of NUCC is of its half year. */
const isOfDate = (edition: string, dateOfService: CalendarDate): boolean => {
  const [, year, half] = /^(\d\d)\.([01])$/.exec(edition) ?? [];
  if (!year || !half) return false;
  return coversDate(taxonomyRelease(2000 + Number(year), half === '1' ? 1 : 0), dateOfService);
};

const listed = (set: 'pos' | 'taxonomy', code: string, dateOfService: CalendarDate): Listed | undefined => {
  const edition = artefactOn(set, dateOfService)?.chosen.edition.edition;
  if (edition === undefined) return undefined;
  const isListed = findRecord(set, code, dateOfService) !== undefined;
  return { isListed, edition, inForce: isOfDate(edition, dateOfService) };
};

/** The lists that are installed; what is not installed knows nothing. */
export const listBook = (dateOfService: CalendarDate): ListBook => ({
  feeSchedule: (procedure) => findRecords('mpfs', procedure, dateOfService),
  placeOfService: (code) => listed('pos', code, dateOfService),
  taxonomy: (code) => listed('taxonomy', code, dateOfService),
  modifier: modifierOn(dateOfService),
  provider: providerOn(dateOfService),
});

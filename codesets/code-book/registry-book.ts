import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { artefactOn } from '../artefact.ts';
import { findRecord } from '../records.ts';
import type { OfEdition } from './ncci-book.ts';

/** What the NPI registry says of a number. `inForce`: the file was made on the date of service or after it. */
export interface RegistryEntry extends OfEdition {
  /** absent: it was asked for when the file was read, and is not in it. */
  readonly standing: 'active' | 'deactivated' | 'absent';
  readonly deactivatedOn?: CalendarDate;
  readonly entity?: 'person' | 'organization';
  readonly names: readonly { readonly last: string; readonly first?: string | undefined }[];
  readonly taxonomies: readonly string[];
}

/** A number that was deactivated has effect again from the day of its reactivation, where that is the later one. */
const isWithout = (
  date: CalendarDate,
  deactivated: string | undefined,
  reactivated: string | undefined,
): boolean =>
  deactivated !== undefined &&
  deactivated <= date &&
  (reactivated === undefined || reactivated < deactivated || date < reactivated);

/** What the registry's file says of a number on a date of service. */
export const providerOn =
  (dateOfService: CalendarDate) =>
  (npi: string): RegistryEntry | undefined => {
    const found = artefactOn('nppes', dateOfService);
    const record = found && findRecord('nppes', npi, dateOfService);
    if (!record) return undefined;
    const { entity, names, deactivated, reactivated, taxonomies, absent, edition } = record;
    const { knownTo } = found.chosen.edition;
    const isActive = !isWithout(dateOfService, deactivated, reactivated);
    return {
      standing: absent ? 'absent' : isActive ? 'active' : 'deactivated',
      ...(deactivated && { deactivatedOn: deactivated }),
      ...(entity && { entity }),
      ...{ names, taxonomies, edition },
      inForce: knownTo !== undefined && dateOfService <= knownTo,
    };
  };

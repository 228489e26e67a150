import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { artefactOn } from '../artefact.ts';
import type { CodeSetName } from '../edition.ts';

/** Which codes answer for a date of service, and a sentence that says so to whoever reads a result. */
export interface CodesInUse {
  readonly source: 'installed' | 'starter';
  readonly edition?: string;
  /** False for an edition of another time, the nearest there is, and for the starter set, which is not dated. */
  readonly inForce: boolean;
  readonly statement: string;
}

/** Whether a set is installed for a date of service, or only the starter set of this repository can answer. */
export const installedOrStarter = (set: CodeSetName, dateOfService: CalendarDate): CodesInUse => {
  const found = artefactOn(set, dateOfService);
  if (!found) {
    const statement = `Only the starter set answers: ${set} is not installed (npm run -s cli -- codesets install ${set}).`;
    return { source: 'starter', inForce: false, statement };
  }
  const { edition, validFrom, validTo } = found.chosen.edition;
  const statement = found.inForce
    ? `Codes are of ${set} ${edition}.`
    : `Codes are of ${set} ${edition} (${validFrom} to ${validTo}), because no edition for ${dateOfService} is installed.`;
  return { source: 'installed', edition, inForce: found.inForce, statement };
};

import type { CalendarDate } from '../functions/domain/calendar.ts';
import type { Finding } from '../functions/domain/finding.ts';
import { artefactOn } from './artefact.ts';
import { diagnosisEditionOn, type EndedDiagnosis } from './diagnosis-edition.ts';
import type { CodeSetName } from './edition.ts';
import { findRecord } from './records.ts';

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

const endedDetail = ({ code, replacements }: EndedDiagnosis, edition: string): string =>
  replacements.length === 0
    ? `${code} is no billable code since the edition ${edition}; the publisher names no replacement.`
    : `${code} is no billable code since the edition ${edition}; use ${replacements.join(', ')}, whichever the note supports.`;

/** What an edition of another time finds may be different on the date; the finding says so. */
const finder =
  (set: CodeSetName, dateOfService: CalendarDate, path: string) =>
  (code: string, detail: string): readonly Finding[] => {
    const { inForce, statement } = installedOrStarter(set, dateOfService);
    return [{ code, path, detail: inForce ? detail : `${detail} ${statement}` }];
  };

/**
 * What the installed ICD-10-CM has against a code on a date of service: ended (with its replacements), not billable
 * because a longer code is needed, or unknown. Without an installed edition there is nothing to hold it against.
 */
export const checkDiagnosis = (
  code: string,
  dateOfService: CalendarDate,
  path: string,
): readonly Finding[] => {
  const set = diagnosisEditionOn(dateOfService)?.set;
  const known = set?.find(code);
  if (!set || known?.billable) return [];
  const { edition } = set.edition;
  const find = finder('icd10cm', dateOfService, path);
  const ended = set.ended.get(code);
  if (ended) return find('diagnosis-ended', endedDetail(ended, edition));
  if (!known) return find('diagnosis-unknown', `${code} is not in ICD-10-CM ${edition}; check its digits.`);
  const below = set.childrenOf(code).slice(0, 6).join(', ');
  return find(
    'diagnosis-incomplete',
    `${code} is a heading; choose a billable code below it, among ${below}.`,
  );
};

/** What the installed HCPCS has against a supply or service code on a date of service. */
export const checkHcpcs = (code: string, dateOfService: CalendarDate, path: string): readonly Finding[] => {
  const { source, edition = '' } = installedOrStarter('hcpcs', dateOfService);
  const record = findRecord('hcpcs', code, dateOfService);
  if (source === 'starter' || (record && !record.ended)) return [];
  const find = finder('hcpcs', dateOfService, path);
  return record
    ? find('procedure-ended', `${code} has ended and is not in HCPCS ${edition}.`)
    : find('procedure-unknown', `${code} is not in HCPCS ${edition}; check its digits.`);
};

import type { CalendarDate } from '../domain/calendar.ts';
import type { EncounterCodes } from '../domain/coding.ts';
import { type EarlierService, isUnbilled } from '../domain/history/earlier-service.ts';
import type { LineOutcome } from '../domain/history/line-outcome.ts';
import type { ServiceAuthorization } from '../domain/patients/authorization.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { EditFinding, MendingDesk, Severity } from '../domain/visit/edit-finding.ts';
import type { EncounterRegistration } from '../domain/visit/registration.ts';

/** Everything an encounter is checked against before a claim is made of it. */
export type EncounterToScrub = {
  readonly registration: EncounterRegistration;
  readonly codes: EncounterCodes;
  readonly practice: Practice;
  /** The contract with the primary payer. */
  readonly payer?: Payer;
  /** The contracts with the payers after it. */
  readonly otherPayers?: readonly Payer[];
  /** What was done for the patient on other visits, before this one and after it; without it nothing of it is checked. */
  readonly history?: readonly EarlierService[];
  /** For each service what is recorded of the authorization that it names; without it nothing of that is checked. */
  readonly authorizations?: readonly (ServiceAuthorization | undefined)[];
  /** What the primary payer made of lines with the procedures of the visit. */
  readonly outcomes?: readonly LineOutcome[];
};

/** The contracts with the payers of a visit, as far as the practice has them. */
export const contractsOf = (
  { coverages }: EncounterRegistration,
  payers: readonly Payer[],
): Pick<EncounterToScrub, 'payer' | 'otherPayers'> => {
  const find = (wanted: string | undefined) => payers.find(({ payerId }) => payerId === wanted);
  const primary = coverages.find(({ responsibility }) => responsibility === 'P');
  const payer = find(primary?.payerId);
  const others = coverages.filter((one) => one !== primary);
  return { otherPayers: others.flatMap(({ payerId }) => find(payerId) ?? []), ...(payer && { payer }) };
};

/** What an edit has against the encounter: where, and a sentence that says what to do about it. */
export type Objection = {
  readonly path: string;
  readonly detail: string;
  /** @default that of its edit */
  readonly severity?: Severity;
  /** What was done on other visits that it rests on, and names. */
  readonly others?: readonly EarlierService[];
  /** What it is about, where its words change with time. */
  readonly about?: string;
  /** @default that of its edit */
  readonly desk?: MendingDesk;
};

/** One check with the outside rule behind it; its code begins with its family. */
export type Edit = {
  readonly code: string;
  readonly source: string;
  /** @default block */
  readonly severity?: Severity;
  /** @default who owns what the path names: the clinic its registration, a coder the codes, a biller the rest */
  readonly desk?: MendingDesk;
  readonly check: (encounter: EncounterToScrub, today: CalendarDate) => readonly Objection[];
};

const ownerOf = (path: string): MendingDesk => {
  if (path.startsWith('registration')) return 'clinic';
  return path.startsWith('codes') ? 'coder' : 'biller';
};

/** What one edit finds, each with what it weighs and who can mend it. */
export const applyEdit = (
  { code, source, severity = 'block', desk, check }: Edit,
  encounter: EncounterToScrub,
  today: CalendarDate,
): readonly EditFinding[] =>
  check(encounter, today).map((objection) => ({
    ...{ code, source, path: objection.path, detail: objection.detail },
    ...(objection.about !== undefined && { about: objection.about }),
    ...((objection.others ?? []).length > 0 && { namesOtherVisit: true as const }),
    severity: weightOf(objection, severity),
    desk: objection.desk ?? desk ?? ownerOf(objection.path),
  }));

/** What rests on a visit that is not billed yet may turn out otherwise there: it is asked about, and blocks neither of both. */
const weightOf = ({ severity, others = [] }: Objection, ofEdit: Severity): Severity => {
  const weight = severity ?? ofEdit;
  return weight === 'block' && others.some(isUnbilled) ? 'warn' : weight;
};

/** The one objection, when the condition holds. */
export const objectIf = (holds: boolean, path: string, detail: string): readonly Objection[] =>
  holds ? [{ path, detail }] : [];

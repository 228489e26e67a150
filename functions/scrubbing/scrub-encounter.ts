import { dateIn } from '../domain/calendar/time-zone.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import { type Finding, isOfRegistration } from '../domain/finding.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { StepResult } from '../domain/step.ts';
import { isTextCurrent } from '../domain/visit/documents.ts';
import { BillingError } from '../runtime/errors.ts';
import { diagnosisEdits } from './diagnosis-edits.ts';
import type { Edit, EncounterToScrub } from './edit.ts';
import { registrationEdits } from './registration-edits.ts';
import { serviceEdits } from './service-edits.ts';

/** Every check that an encounter passes before a claim is made of it, in the order in which findings are read. */
export const edits: readonly Edit[] = [...registrationEdits, ...diagnosisEdits, ...serviceEdits];

export const scrubEncounterOutcomes = [
  'clean',
  'registration-findings',
  'findings',
  'documents-changed',
] as const;
export type ScrubEncounterOutcome = (typeof scrubEncounterOutcomes)[number];

export type ScrubEncounterEffects = {
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  readonly findPayer: (practiceId: string, payerId: string) => Promise<Payer | undefined>;
  readonly changeEncounter: ChangeEncounter;
};

/**
 * Keeps with a coded encounter which edits it breaks today; one whose documents are others than those that were coded is
 * coded again first. Throws InvalidInput when it is not coded.
 */
export const scrubEncounter = async (
  id: EncounterId,
  now: Date,
  { getEncounter, getPractice, findPayer, changeEncounter }: ScrubEncounterEffects,
): Promise<StepResult<ScrubEncounterOutcome>> => {
  const encounter = await getEncounter(id);
  const { registration, codes } = encounter;
  if (!registration || !codes)
    throw new BillingError('InvalidInput', `Encounter ${id.encounterId} is not coded`);
  if (!isTextCurrent(encounter)) return { outcome: 'documents-changed' };
  const practice = await getPractice(id.practiceId);
  const primary = registration.coverages.find(({ responsibility }) => responsibility === 'P');
  const payer = primary && (await findPayer(id.practiceId, primary.payerId));
  const findings = findBrokenEdits(
    { registration, codes, practice, ...(payer && { payer }) },
    dateIn(practice.timeZone, now),
  );
  await changeEncounter(id, () => ({ findings: [...findings] }));
  return { outcome: outcomeOf(findings) };
};

/** What the clinic has to mend comes first: it may change what is wrong with the codes. */
const outcomeOf = (findings: readonly Finding[]): ScrubEncounterOutcome => {
  if (findings.length === 0) return 'clean';
  return findings.some(isOfRegistration) ? 'registration-findings' : 'findings';
};

/** What a payer would refuse the encounter for, as far as the edits know; empty when a claim may be made. */
export const findBrokenEdits = (encounter: EncounterToScrub, today: CalendarDate): Finding[] =>
  edits.flatMap(({ code, source, check }) =>
    check(encounter, today).map(({ path, detail }) => ({ code, path, detail: `${detail} (${source})` })),
  );

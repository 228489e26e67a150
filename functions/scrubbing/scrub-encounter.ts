import { dateIn } from '../domain/calendar/time-zone.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { StepResult } from '../domain/step.ts';
import { isTextCurrent } from '../domain/visit/documents.ts';
import { type EditFinding, isOverridden, stopsClaim } from '../domain/visit/edit-finding.ts';
import { BillingError } from '../runtime/errors.ts';
import { findBrokenEdits } from './find-broken-edits.ts';

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
 * Keeps with a coded encounter which edits it breaks today, without the warnings that somebody answered; one whose documents are others than those that were coded is
 * coded again first. Throws InvalidInput when it is not coded.
 */
export const scrubEncounter = async (
  id: EncounterId,
  now: Date,
  { getEncounter, getPractice, findPayer, changeEncounter }: ScrubEncounterEffects,
): Promise<StepResult<ScrubEncounterOutcome>> => {
  const encounter = await getEncounter(id);
  const { registration, codes, overrides } = encounter;
  if (!registration || !codes)
    throw new BillingError('InvalidInput', `Encounter ${id.encounterId} is not coded`);
  if (!isTextCurrent(encounter)) return { outcome: 'documents-changed' };
  const practice = await getPractice(id.practiceId);
  const primary = registration.coverages.find(({ responsibility }) => responsibility === 'P');
  const payer = primary && (await findPayer(id.practiceId, primary.payerId));
  const findings = findBrokenEdits(
    { registration, codes, practice, ...(payer && { payer }) },
    dateIn(practice.timeZone, now),
  ).filter((finding) => !isOverridden(finding, overrides));
  await changeEncounter(id, () => ({ findings: [...findings] }));
  return { outcome: outcomeOf(findings) };
};

/** What the clinic has to mend comes first: it may change what is wrong with the codes. */
const outcomeOf = (findings: readonly EditFinding[]): ScrubEncounterOutcome => {
  const stopping = findings.filter(stopsClaim);
  if (stopping.length === 0) return 'clean';
  return stopping.some(({ desk }) => desk === 'clinic') ? 'registration-findings' : 'findings';
};

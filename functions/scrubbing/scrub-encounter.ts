import { dateIn } from '../domain/calendar/time-zone.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import { shortDigest } from '../domain/digest.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import { type Finding, isOfPractice, isOfRegistration } from '../domain/finding.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { StepResult } from '../domain/step.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { isTextCurrent } from '../domain/visit/documents.ts';
import { BillingError } from '../runtime/errors.ts';
import { describeNotEnrolled } from './describe-practice-records.ts';
import { diagnosisEdits } from './diagnosis-edits.ts';
import type { Edit, EncounterToScrub } from './edit.ts';
import { enrolmentObjections, practiceEdits } from './practice-edits.ts';
import { registrationEdits } from './registration-edits.ts';
import { serviceEdits } from './service-edits.ts';

/** Every check that an encounter passes before a claim is made of it, in the order in which findings are read. */
export const edits: readonly Edit[] = [
  ...registrationEdits,
  ...diagnosisEdits,
  ...serviceEdits,
  ...practiceEdits,
];

export const scrubEncounterOutcomes = [
  'clean',
  'registration-findings',
  'findings',
  'practice-findings',
  'documents-changed',
] as const;
export type ScrubEncounterOutcome = (typeof scrubEncounterOutcomes)[number];

export type ScrubEncounterEffects = {
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  readonly findPayer: (practiceId: string, payerId: string) => Promise<Payer | undefined>;
  readonly changeEncounter: ChangeEncounter;
  /** Tells a desk of what keeps no visit from being billed; told again it is the same task. */
  readonly raiseTask: (
    draft: TaskDraft,
    subject: { readonly practiceId: string; readonly taskId: string },
  ) => Promise<unknown>;
};

/**
 * Keeps with a coded encounter which edits it breaks today; one whose documents are others than those that were coded is
 * coded again first. Throws InvalidInput when it is not coded.
 */
export const scrubEncounter = async (
  id: EncounterId,
  now: Date,
  { getEncounter, getPractice, findPayer, changeEncounter, raiseTask }: ScrubEncounterEffects,
): Promise<StepResult<ScrubEncounterOutcome>> => {
  const encounter = await getEncounter(id);
  const { registration, codes } = encounter;
  if (!registration || !codes)
    throw new BillingError('InvalidInput', `Encounter ${id.encounterId} is not coded`);
  if (!isTextCurrent(encounter)) return { outcome: 'documents-changed' };
  const practice = await getPractice(id.practiceId);
  const primary = registration.coverages.find(({ responsibility }) => responsibility === 'P');
  const payer = primary && (await findPayer(id.practiceId, primary.payerId));
  const toScrub = { registration, codes, practice, ...(payer && { payer }) };
  const findings = findBrokenEdits(toScrub, dateIn(practice.timeZone, now));
  await changeEncounter(id, () => ({ findings: [...findings] }));
  if (findings.length === 0) await warnOfEnrolments(toScrub, raiseTask);
  return { outcome: outcomeOf(findings) };
};

/** A month of one payer's visits is one warning: the desk needs to hear of the enrolment, not of each patient. */
const warnOfEnrolments = async (
  encounter: EncounterToScrub,
  raiseTask: ScrubEncounterEffects['raiseTask'],
): Promise<void> => {
  const { practice, payer, registration } = encounter;
  if (payer?.providerEnrolment !== 'warn') return;
  const details = enrolmentObjections(encounter).map(({ detail }) => detail);
  if (details.length === 0) return;
  const { practiceId } = practice;
  const month = registration.dateOfService.slice(0, 7);
  const about = shortDigest(JSON.stringify([practiceId, payer.payerId, month, details]));
  await raiseTask(describeNotEnrolled(details), { practiceId, taskId: `enrolment-${about}` });
};

/** What the clinic has to mend comes first: it may change what is wrong with the codes; these, what is lacking beside. */
const outcomeOf = (findings: readonly Finding[]): ScrubEncounterOutcome => {
  if (findings.length === 0) return 'clean';
  if (findings.some(isOfRegistration)) return 'registration-findings';
  return findings.every(isOfPractice) ? 'practice-findings' : 'findings';
};

/** What a payer would refuse the encounter for, as far as the edits know; empty when a claim may be made. */
export const findBrokenEdits = (encounter: EncounterToScrub, today: CalendarDate): Finding[] =>
  edits.flatMap(({ code, source, check }) =>
    check(encounter, today).map(({ path, detail }) => ({ code, path, detail: `${detail} (${source})` })),
  );

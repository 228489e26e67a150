import { dateIn } from '../domain/calendar/time-zone.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import { shortDigest } from '../domain/digest.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import { earlierServices, type PatientRecords } from '../domain/history/earlier-services.ts';
import type { LineOutcome } from '../domain/history/line-outcome.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import { ruledOf } from '../domain/rules/billed-visit.ts';
import type { RuleSet } from '../domain/rules/practice-rule.ts';
import type { StepResult } from '../domain/step.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import type { VisitTaskKind } from '../domain/tasks/visit-task.ts';
import { isTextCurrent } from '../domain/visit/documents.ts';
import { type EditFinding, isOverridden, stopsClaim } from '../domain/visit/edit-finding.ts';
import { visitReference } from '../domain/visit/visit-reference.ts';
import { BillingError } from '../runtime/errors.ts';
import { describeNotEnrolled } from './describe-edits.ts';
import type { EncounterToScrub } from './edit.ts';
import { enrolmentObjections } from './edits/enrolment-edits.ts';
import { reachOfHistory } from './edits/history/frequency-edits.ts';
import { sinceMonth } from './edits/history/learned-edits.ts';
import { authorizationsFor } from './facts/authorizations.ts';
import { findBrokenEdits } from './find-broken-edits.ts';
import { ruleVisit } from './scrub-visit.ts';

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
  readonly rulesInForce: (practiceId: string) => Promise<RuleSet | undefined>;
  /** The claims and the visits of a patient since a day. */
  readonly recordsOfPatient: (
    practiceId: string,
    patientId: string,
    since: CalendarDate,
  ) => Promise<PatientRecords>;
  /** What a payer made of lines with procedures since a month. */
  readonly outcomesOf: (
    practiceId: string,
    payerId: string,
    procedures: readonly string[],
    sinceMonth: string,
  ) => Promise<readonly LineOutcome[]>;
  readonly changeEncounter: ChangeEncounter;
  /** Tells a desk of what keeps no visit from being billed; told again it is the same task. */
  readonly raiseTask: (
    draft: TaskDraft,
    subject: { readonly practiceId: string; readonly taskId: string },
  ) => Promise<unknown>;
};

/**
 * Keeps with a coded encounter what the practice's rules change of it, and which rules and edits hold it today, without
 * the warnings that somebody answered; one whose documents are others than those that were coded is coded again first.
 * Rules begin at what was registered and confirmed, however often. Throws InvalidInput when it is not coded.
 */
export const scrubEncounter = async (
  id: EncounterId,
  now: Date,
  effects: ScrubEncounterEffects,
): Promise<StepResult<ScrubEncounterOutcome>> => {
  const { getEncounter, getPractice, findPayer, changeEncounter, raiseTask } = effects;
  const encounter = await getEncounter(id);
  const { registration, codes, overrides, repairs } = encounter;
  if (!registration || !codes)
    throw new BillingError('InvalidInput', `Visit ${visitReference(id)} is not coded`);
  if (!isTextCurrent(encounter)) return { outcome: 'documents-changed' };
  const practice = await getPractice(id.practiceId);
  const payers = await Promise.all(
    registration.coverages.map(({ payerId }) => findPayer(id.practiceId, payerId)),
  );
  const told = { registration, codes, practice, payers: payers.flatMap((one) => one ?? []) };
  const ruleSet = await effects.rulesInForce(id.practiceId);
  const { run, billed } = ruleVisit(told, ruleSet?.rules ?? []);
  const toScrub = await withHistory(billed, id, effects);
  const all = [...run.findings, ...findBrokenEdits(toScrub, dateIn(practice.timeZone, now))];
  const findings = all.filter((finding) => !isOverridden(finding, overrides));
  const ruled = ruledOf(told, run, { version: ruleSet?.version ?? 0, now, repairs });
  await changeEncounter(id, () => ({ findings, ruled }));
  const outcome = askedAgain(encounter) ?? outcomeOf(findings);
  if (outcome === 'clean') await warnOfEnrolments(billed, raiseTask);
  return { outcome };
};

/** With what was done for the patient on other visits, as far back as an edit looks, what was authorized, and what the payer denied before. */
const withHistory = async (
  encounter: EncounterToScrub,
  { practiceId, encounterId }: EncounterId,
  { recordsOfPatient, outcomesOf }: ScrubEncounterEffects,
): Promise<EncounterToScrub> => {
  const { registration, codes, practice, payer } = encounter;
  const procedures = codes.services.map(({ procedure }) => procedure);
  const [records, outcomes] = await Promise.all([
    recordsOfPatient(practiceId, registration.patient.patientId, reachOfHistory(encounter)),
    payer ? outcomesOf(practiceId, payer.payerId, procedures, sinceMonth(registration.dateOfService)) : [],
  ]);
  return {
    ...encounter,
    outcomes,
    history: earlierServices(records, practice, encounterId),
    authorizations: authorizationsFor(encounter, encounterId, records),
  };
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

/** Where a decision was taken back its task asks again, whatever the edits find by now. */
const askedAgain = ({ asksAgain }: Encounter): ScrubEncounterOutcome | undefined =>
  asksAgain && asksAgain.kind !== 'coding' ? outcomeOfKind[asksAgain.kind] : undefined;

const outcomeOfKind = {
  'encounter-edits': 'findings',
  'registration-edits': 'registration-findings',
  'practice-records': 'practice-findings',
} as const satisfies Record<Exclude<VisitTaskKind, 'coding'>, ScrubEncounterOutcome>;

/** What the clinic has to mend comes first: it may change what is wrong with the codes; these, what is lacking beside. */
const outcomeOf = (findings: readonly EditFinding[]): ScrubEncounterOutcome => {
  const desks = new Set(findings.filter(stopsClaim).map(({ desk }) => desk));
  if (desks.size === 0) return 'clean';
  if (desks.has('clinic')) return 'registration-findings';
  return desks.has('coder') ? 'findings' : 'practice-findings';
};

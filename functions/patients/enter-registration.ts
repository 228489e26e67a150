import { stepActor } from '../domain/actor.ts';
import { shortDigest } from '../domain/digest.ts';
import type { EncounterId } from '../domain/encounter.ts';
import type { Finding } from '../domain/finding.ts';
import type { Appointment } from '../domain/patients/appointment.ts';
import { changeDemographics, contradictions, newPatient } from '../domain/patients/change-demographics.ts';
import {
  type ChangePatient,
  type FindPatient,
  idsOf,
  type PatientFile,
  type PatientName,
  type Told,
} from '../domain/patients/patient-record.ts';
import { duplicatesOf } from '../domain/patients/patient-search.ts';
import { isSameContent } from '../domain/patients/same-content.ts';
import {
  contradictedCoverages,
  type NamedCoverages,
  seeCoverages,
} from '../domain/patients/tell-coverages.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import type { EncounterRegistration } from '../domain/visit/registration.ts';
import { describeContradictions } from './describe-contradictions.ts';
import { type ChangeAppointment, keepAppointment } from './tell-appointment.ts';

export type EnterRegistrationEffects = {
  readonly findPatient: FindPatient;
  readonly changePatient: ChangePatient;
  /** Records of the practice that share birth date, names or a membership with this one. */
  readonly similarPatients: (file: PatientFile) => Promise<readonly PatientFile[]>;
  readonly findAppointment: (practiceId: string, appointmentId: string) => Promise<Appointment | undefined>;
  readonly changeAppointment: ChangeAppointment;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: EncounterId & { readonly taskId: string },
  ) => Promise<unknown>;
  readonly tasksOfEncounter: (practiceId: string, encounterId: string) => Promise<readonly Task[]>;
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<unknown>;
};

/**
 * Enters the patient and the coverages of a registered visit into the practice's records, or brings them up to date, and
 * notes its appointment as kept. What contradicts the records is left as it is and told to the front desk; the visit
 * itself goes on with what was registered. Entered again, it changes nothing.
 */
export const enterRegistration = async (
  id: EncounterId,
  registration: EncounterRegistration,
  now: Date,
  effects: EnterRegistrationEffects,
): Promise<readonly Finding[]> => {
  const told: Told = {
    on: registration.dateOfService,
    by: 'registration',
    actor: stepActor('receive-document'),
    source: `visit ${id.encounterId}`,
  };
  const findings = [
    ...(await enterPatient(id, registration, { told, now }, effects)),
    ...(await keepItsAppointment(id, registration, { told, now }, effects)),
  ];
  await tell(id, findings, now, effects);
  return findings;
};

type At = { readonly told: Told; readonly now: Date };

const enterPatient = async (
  { practiceId, encounterId }: EncounterId,
  registration: EncounterRegistration,
  { told, now }: At,
  effects: EnterRegistrationEffects,
): Promise<readonly Finding[]> => {
  const { patientId, ...patient } = registration.patient;
  const { guarantor } = registration;
  const demographics = { ...patient, ...(guarantor && { guarantor }) };
  const named = namedCoverages(registration, `visit/${encounterId}`);
  const name: PatientName = { practiceId, patientId };
  let findings: readonly Finding[] = [];
  const file = await effects.changePatient(name, (before) => {
    findings = contradictions(before, demographics);
    if (findings.length > 0) return undefined;
    if (before) findings = contradictedCoverages(before, named);
    const known = before?.record ?? newPatient(name, demographics, told, now);
    const changed = changeDemographics(known, demographics, told);
    const seen = seeCoverages({ record: changed.record, coverages: before?.coverages ?? [] }, named, told);
    return nextOf(before, seen.file, [...changed.changes, ...seen.changes], told);
  });
  return [...findings, ...(file ? await likelyElsewhere(file, told, effects) : [])];
};

/** Nothing where all was known before: a visit that is registered twice writes once. */
const nextOf = (
  before: PatientFile | undefined,
  file: PatientFile,
  changes: ReturnType<typeof seeCoverages>['changes'],
  { actor, source }: Told,
): ReturnType<Parameters<ChangePatient>[1]> => {
  if (before && isSameContent(before, file)) return undefined;
  const type = before ? 'changed' : 'entered';
  return { file, ...((changes.length > 0 || !before) && { event: { type, actor, source, changes } }) };
};

/** Payers of an accident or of an injury at work answer for it alone, and say nothing of later visits. */
const namedCoverages = (
  { coverages, dateOfService, accident }: EncounterRegistration,
  by: string,
): NamedCoverages => ({
  coverages,
  on: dateOfService,
  by,
  forAccident: accident?.causes.some((cause) => cause !== 'other') ?? false,
});

const likelyElsewhere = async (
  file: PatientFile,
  { source }: Told,
  { similarPatients }: EnterRegistrationEffects,
): Promise<readonly Finding[]> => {
  // Told with the visit that entered the patient; the list of likely duplicates has it as long as it lasts.
  if (file.record.enteredFrom !== source) return [];
  const found = duplicatesOf(file, await similarPatients(file));
  if (found.length === 0) return [];
  return [
    {
      code: 'likely-duplicate',
      path: 'patient.patientId',
      detail: `The patient is new under this number, and likely known under ${found.length === 1 ? 'another' : `${found.length} others`}: the list of likely duplicates names them`,
    },
  ];
};

const keepItsAppointment = async (
  { practiceId, encounterId }: EncounterId,
  { appointmentId, patient }: EncounterRegistration,
  at: At,
  { findAppointment, changeAppointment, findPatient }: EnterRegistrationEffects,
): Promise<readonly Finding[]> => {
  if (appointmentId === undefined) return [];
  const appointment = await findAppointment(practiceId, appointmentId);
  // Its table may come later: the report of appointments finds the visit by its registration.
  if (!appointment) return [];
  const file = await findPatient({ practiceId, patientId: patient.patientId });
  const ids = file ? idsOf(file) : [patient.patientId];
  const kept = keepAppointment(appointment, { encounterId, patientIds: ids, ...at });
  if (kept.change)
    await changeAppointment(
      practiceId,
      appointmentId,
      (before) => before && keepAppointment(before, { encounterId, patientIds: ids, ...at }).change,
    );
  return kept.findings;
};

/** One task for what stands against a visit's registration; a corrected one takes it back. */
const tell = async (
  id: EncounterId,
  findings: readonly Finding[],
  now: Date,
  { raiseTask, tasksOfEncounter, closeTask }: EnterRegistrationEffects,
): Promise<void> => {
  const taskId = `${shortDigest(JSON.stringify([id.practiceId, id.encounterId, findings]))}-patient`;
  const by = stepActor('receive-document');
  const outcome = { action: 'dismiss', by, at: now.toISOString(), note: '' } as const;
  for (const task of await tasksOfEncounter(id.practiceId, id.encounterId))
    if (task.kind === 'patient-record' && task.status === 'open' && task.taskId !== taskId)
      await closeTask(task, outcome);
  if (findings.length > 0) await raiseTask(describeContradictions(findings), { ...id, taskId });
};

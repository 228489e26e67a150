import type { Appointment, ToldAppointment } from '../domain/patients/appointment.ts';
import type { Authorization } from '../domain/patients/authorization.ts';
import type { ImportedLine } from '../domain/patients/import-report.ts';
import type {
  ChangePatient,
  FieldChange,
  FindPatient,
  PatientChange,
  PatientFile,
  PatientName,
} from '../domain/patients/patient-record.ts';
import { duplicatesOf } from '../domain/patients/patient-search.ts';
import { isSameContent } from '../domain/patients/same-content.ts';
import {
  contradictedCoverages,
  type NamedCoverages,
  seeCoverages,
} from '../domain/patients/tell-coverages.ts';
import type { AuthorizationRow } from './csv/authorization-rows.ts';
import type { PatientRow } from './csv/patient-rows.ts';
import { type ChangeAppointment, tellAppointment } from './tell-appointment.ts';
import { authorizationName, type ChangeAuthorization, tellAuthorization } from './tell-authorization.ts';
import { type PatientAnswer, type ToldAt, tellPatient } from './tell-patient.ts';

export type ImportEffects = {
  readonly findPatient: FindPatient;
  readonly changePatient: ChangePatient;
  readonly similarPatients: (file: PatientFile) => Promise<readonly PatientFile[]>;
  readonly findAppointment: (practiceId: string, appointmentId: string) => Promise<Appointment | undefined>;
  readonly changeAppointment: ChangeAppointment;
  readonly authorizationsOf: (
    practiceId: string,
    patientIds: readonly string[],
  ) => Promise<readonly Authorization[]>;
  readonly changeAuthorization: ChangeAuthorization;
};

/** How rows are imported: into which practice, whether in earnest, and as whose word. */
export type RowImport = {
  readonly practiceId: string;
  readonly apply: boolean;
  readonly at: ToldAt;
  readonly effects: ImportEffects;
};

type Outcome = Omit<ImportedLine, 'line'>;

const outcomeOf = (isNew: boolean, changes: readonly FieldChange[] | undefined): Outcome => {
  if (changes === undefined) return { outcome: 'unchanged', fields: [], reasons: [] };
  const fields = changes.map(({ field }) => field);
  if (isNew) return { outcome: 'added', fields, reasons: [] };
  return { outcome: fields.length > 0 ? 'changed' : 'unchanged', fields, reasons: [] };
};

/** Imports a patient with the coverages of the row; in a preview decides the same and writes nothing. */
export const importPatient = async (
  patientId: string,
  row: PatientRow,
  { practiceId, apply, at, effects }: RowImport,
): Promise<Outcome> => {
  const name: PatientName = { practiceId, patientId };
  const before = await effects.findPatient(name);
  const decide = (file: PatientFile | undefined) => decidePatient(name, file, row, at);
  const decided = decide(before);
  if (!decided.success) return { outcome: 'refused', fields: [], reasons: decided.findings };
  const { change, changes } = decided.data;
  if (apply && change) {
    await effects.changePatient(name, (file) => {
      const again = decide(file);
      return again.success ? again.data.change : undefined;
    });
  }
  const outcome = outcomeOf(before === undefined, change && changes);
  const reasons = before ? contradictedCoverages(before, namedOf(row, at)) : [];
  const duplicates =
    !before && change ? duplicatesOf(change.file, await effects.similarPatients(change.file)) : [];
  return { ...outcome, reasons, ...(duplicates.length > 0 && { duplicates }) };
};

const namedOf = ({ seen }: PatientRow, { told }: ToldAt): NamedCoverages => ({
  coverages: seen,
  on: told.on,
  by: `table/${told.on}`,
  // A table that names no coverage does not say that there is none.
  forAccident: seen.length === 0,
});

const decidePatient = (
  name: PatientName,
  before: PatientFile | undefined,
  row: PatientRow,
  at: ToldAt,
): PatientAnswer => {
  const told = tellPatient(name, before, { demographics: row.demographics, coverages: row.stated }, at);
  const file = told.success ? (told.data.change?.file ?? before) : undefined;
  if (!told.success || !file || row.seen.length === 0) return told;
  const seen = seeCoverages(file, namedOf(row, at), at.told);
  if (before && isSameContent(seen.file, before)) return { success: true, data: { changes: [] } };
  const changes = [...told.data.changes, ...seen.changes];
  const { actor, source } = at.told;
  const change: PatientChange = {
    file: seen.file,
    ...((changes.length > 0 || !before) && {
      event: { type: before ? 'changed' : 'entered', actor, source, changes },
    }),
  };
  return { success: true, data: { change, changes } };
};

/** Imports an appointment; a patient who is not known yet is told and hinders nothing. */
export const importAppointment = async (
  appointmentId: string,
  said: ToldAppointment,
  { practiceId, apply, at, effects }: RowImport,
): Promise<Outcome> => {
  const before = await effects.findAppointment(practiceId, appointmentId);
  const name = { practiceId, appointmentId };
  const after = tellAppointment(name, before, said, at);
  if (apply && after)
    await effects.changeAppointment(practiceId, appointmentId, (now) => tellAppointment(name, now, said, at));
  const outcome = outcomeOf(before === undefined, newChanges(before, after));
  if (await effects.findPatient({ practiceId, patientId: said.patientId })) return outcome;
  const detail = 'No patient has this number yet: the report names the appointment all the same';
  return { ...outcome, reasons: [{ code: 'unknown-patient', path: 'patientId', detail }] };
};

/** Imports an authorization of a patient who is known. */
export const importAuthorization = async (
  { patientId, authorization }: AuthorizationRow,
  { practiceId, apply, at, effects }: RowImport,
): Promise<Outcome> => {
  const file = await effects.findPatient({ practiceId, patientId });
  if (!file) {
    const detail = 'No patient has this number: import the patients first';
    return {
      outcome: 'refused',
      fields: [],
      reasons: [{ code: 'unknown-patient', path: 'patientId', detail }],
    };
  }
  const name = { practiceId, patientId: file.record.patientId };
  const full = authorizationName(name, authorization);
  const known = await effects.authorizationsOf(practiceId, [name.patientId]);
  const before = known.find(({ authorizationId }) => authorizationId === full.authorizationId);
  const after = tellAuthorization(name, before, authorization, at);
  if (apply && after)
    await effects.changeAuthorization(full, (now) => tellAuthorization(name, now, authorization, at));
  return outcomeOf(before === undefined, newChanges(before, after));
};

type WithHistory = { readonly history: readonly { readonly changes: readonly FieldChange[] }[] };

/** The changes that a decision added to a history; undefined where it decided nothing. */
const newChanges = (
  before: WithHistory | undefined,
  after: WithHistory | undefined,
): readonly FieldChange[] | undefined =>
  after?.history.slice(before?.history.length ?? 0).flatMap(({ changes }) => changes);

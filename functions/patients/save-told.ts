import type { Checked } from '../domain/finding.ts';
import type { Appointment, ToldAppointment } from '../domain/patients/appointment.ts';
import type { Authorization, ToldAuthorization } from '../domain/patients/authorization.ts';
import type { Demographics } from '../domain/patients/demographics.ts';
import type { ChangePatient, PatientFile, PatientName } from '../domain/patients/patient-record.ts';
import { type Edit, objectionTo } from '../domain/practice/seen-versions.ts';
import { BillingError } from '../runtime/errors.ts';
import { type AppointmentName, type ChangeAppointment, tellAppointment } from './tell-appointment.ts';
import { authorizationName, type ChangeAuthorization, tellAuthorization } from './tell-authorization.ts';
import { type PatientAnswer, type ToldAt, tellPatient } from './tell-patient.ts';

/** Puts what a program says of a patient, as a whole, to the record; refused where it is another person's. */
export const savePatient = async (
  name: PatientName,
  said: { readonly demographics: Demographics; readonly isSamePerson: boolean },
  at: ToldAt,
  changePatient: ChangePatient,
): Promise<Checked<PatientFile>> => {
  let answer: PatientAnswer = { success: true, data: { changes: [] } };
  const file = await changePatient(name, (before) => {
    const told = tellPatient(name, before, { ...said, whole: true }, at);
    const changes = told.success && told.data.change !== undefined;
    answer = unlessStale(told, at, { standing: before?.record.version, changes });
    return answer.success ? answer.data.change : undefined;
  });
  if (!answer.success) return answer;
  if (!file) throw new BillingError('RecordNotFound', 'A patient was told and not kept');
  return { success: true, data: file };
};

/** What was decided, or what is against deciding it on a record that was not seen as it stands. */
const unlessStale = <T>(decided: Checked<T>, { seen }: ToldAt, edit: Edit): Checked<T> => {
  const stale = objectionTo(seen, edit);
  return stale ? { success: false, findings: [stale] } : decided;
};

type Versioned = { readonly version: number };

/** Puts what is told to a record with versions of its own; the record as it then is. */
const saveTold = async <T extends Versioned>(
  change: (decide: (before: T | undefined) => T | undefined) => Promise<T | undefined>,
  tell: (before: T | undefined) => T | undefined,
  at: ToldAt,
): Promise<Checked<T>> => {
  let answer: Checked<T | undefined> = { success: true, data: undefined };
  const record = await change((before) => {
    const after = tell(before);
    const edit = { standing: before?.version, changes: after !== undefined };
    answer = unlessStale<T | undefined>({ success: true, data: after }, at, edit);
    return answer.success ? answer.data : undefined;
  });
  if (!answer.success) return answer;
  if (!record) throw new BillingError('RecordNotFound', 'A record was told and not kept');
  return { success: true, data: record };
};

/** Puts what a program says of an appointment to the record. */
export const saveAppointment = (
  name: AppointmentName,
  said: ToldAppointment,
  at: ToldAt,
  changeAppointment: ChangeAppointment,
): Promise<Checked<Appointment>> =>
  saveTold<Appointment>(
    (decide) => changeAppointment(name.practiceId, name.appointmentId, decide),
    (before) => tellAppointment(name, before, said, at),
    at,
  );

/** Puts what a program says of an authorization to the record. */
export const saveAuthorization = (
  name: PatientName,
  said: ToldAuthorization,
  at: ToldAt,
  changeAuthorization: ChangeAuthorization,
): Promise<Checked<Authorization>> =>
  saveTold<Authorization>(
    (decide) => changeAuthorization(authorizationName(name, said), decide),
    (before) => tellAuthorization(name, before, said, at),
    at,
  );

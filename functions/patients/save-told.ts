import type { Checked } from '../domain/finding.ts';
import type { Appointment, ToldAppointment } from '../domain/patients/appointment.ts';
import type { Authorization, ToldAuthorization } from '../domain/patients/authorization.ts';
import type { Demographics } from '../domain/patients/demographics.ts';
import type { ChangePatient, PatientFile, PatientName } from '../domain/patients/patient-record.ts';
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
    answer = tellPatient(name, before, { ...said, whole: true }, at);
    return answer.success ? answer.data.change : undefined;
  });
  if (!answer.success) return answer;
  if (!file) throw new BillingError('RecordNotFound', 'A patient was told and not kept');
  return { success: true, data: file };
};

/** Puts what a program says of an appointment to the record. */
export const saveAppointment = (
  name: AppointmentName,
  said: ToldAppointment,
  at: ToldAt,
  changeAppointment: ChangeAppointment,
): Promise<Appointment | undefined> =>
  changeAppointment(name.practiceId, name.appointmentId, (before) => tellAppointment(name, before, said, at));

/** Puts what a program says of an authorization to the record. */
export const saveAuthorization = (
  name: PatientName,
  said: ToldAuthorization,
  at: ToldAt,
  changeAuthorization: ChangeAuthorization,
): Promise<Authorization | undefined> =>
  changeAuthorization(authorizationName(name, said), (before) => tellAuthorization(name, before, said, at));

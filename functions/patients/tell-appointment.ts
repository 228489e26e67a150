import type { Finding } from '../domain/finding.ts';
import type { Appointment, ToldAppointment } from '../domain/patients/appointment.ts';
import { type FieldChange, type Told, wordOf } from '../domain/patients/patient-record.ts';

/** Applies a decision to an appointment as it stands, or to none; returns it as it then is. */
export type ChangeAppointment = (
  practiceId: string,
  appointmentId: string,
  decide: (before: Appointment | undefined) => Appointment | undefined,
) => Promise<Appointment | undefined>;

export type AppointmentName = { readonly practiceId: string; readonly appointmentId: string };

const fields = ['patientId', 'date', 'time', 'timeZone', 'providerNpi', 'locationId', 'status'] as const;

const withChange = (
  before: Appointment,
  change: Partial<Appointment>,
  { told, now }: { readonly told: Told; readonly now: Date },
): Appointment => {
  const after = { ...before, ...change };
  const changes: FieldChange[] = [...fields, 'encounterId' as const]
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
  const { actor, source } = told;
  return {
    ...after,
    history:
      changes.length > 0
        ? [...before.history, { at: now.toISOString(), actor, source, changes }]
        : before.history,
  };
};

/**
 * What a table or a program says of an appointment, put to the record: the word of a later day stands, and what a table
 * has no column for is left. Undefined where it says nothing new.
 */
export const tellAppointment = (
  name: AppointmentName,
  before: Appointment | undefined,
  appointment: ToldAppointment,
  at: { readonly told: Told; readonly now: Date },
): Appointment | undefined => {
  const saidOn = wordOf(at.told);
  if (before === undefined) {
    const { actor, source } = at.told;
    const history = [{ at: at.now.toISOString(), actor, source, changes: [] }];
    const status = appointment.status ?? 'scheduled';
    return { ...appointment, ...name, status, version: 0, saidOn, history };
  }
  if (saidOn < before.saidOn) return undefined;
  const isWhole = at.told.by === 'person';
  const told = fields
    .filter((field) => field !== 'status' && (isWhole || appointment[field] !== undefined))
    .map((field) => [field, appointment[field]]);
  const status = statusOf(before, appointment);
  const after = withChange(before, { ...Object.fromEntries(told), status, saidOn }, at);
  return after.history.length === before.history.length && saidOn === before.saidOn ? undefined : after;
};

/** A visit shows that an appointment was kept: a calendar that still has it scheduled knows less. */
const statusOf = (before: Appointment, { status = before.status }: ToldAppointment): Appointment['status'] =>
  before.encounterId !== undefined && status === 'scheduled' ? before.status : status;

type Visit = {
  readonly encounterId: string;
  readonly patientIds: readonly string[];
  readonly told: Told;
  readonly now: Date;
};

/** Notes that a visit kept an appointment; the findings say where the two do not go together, which then stays as it is. */
export const keepAppointment = (
  before: Appointment,
  { encounterId, patientIds, ...at }: Visit,
): { readonly change?: Appointment; readonly findings: readonly Finding[] } => {
  const refuse = (code: string, detail: string) => ({ findings: [{ code, path: 'appointmentId', detail }] });
  if (!patientIds.includes(before.patientId))
    return refuse('appointment-of-other', 'The appointment is another patient’s');
  if (before.status === 'cancelled' || before.status === 'no-show')
    return refuse('appointment-not-kept', 'The appointment is recorded as cancelled or not kept');
  if (before.encounterId !== undefined && before.encounterId !== encounterId)
    return refuse('appointment-of-other-visit', 'Another visit names this appointment');
  if (before.encounterId === encounterId && before.status === 'kept') return { findings: [] };
  return { change: withChange(before, { encounterId, status: 'kept' }, at), findings: [] };
};

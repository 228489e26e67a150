import { dateIn, type TimeZone } from '../calendar/time-zone.ts';
import { daysBetween } from '../calendar.ts';
import type { Encounter } from '../encounter.ts';
import type { Appointment } from './appointment.ts';

/**
 * no-visit: nothing was registered for it · not-documented: the visit is registered, its note is missing · status-open:
 * nobody said whether the patient came, and there is no visit.
 */
export type MissingDocumentation = 'no-visit' | 'not-documented' | 'status-open';

/** A past appointment whose documentation is missing. */
export type UndocumentedAppointment = {
  readonly appointment: Omit<Appointment, 'history'>;
  readonly days: number;
  readonly missing: MissingDocumentation;
  readonly encounterId?: string;
};

export type ReportDay = {
  readonly now: Date;
  readonly timeZone: TimeZone;
  /** Every number under which records know the patient of this one. */
  readonly idsOf: (patientId: string) => readonly string[];
};

/**
 * Appointments of days that are over where the patient came, or nobody says otherwise, and no documentation came; the
 * oldest first. A visit belongs to the appointment that it names, or to one of its patient and day that no other visit
 * names; a provider told for both has to be the same.
 */
export const undocumentedAppointments = (
  appointments: readonly Appointment[],
  encounters: readonly Encounter[],
  { now, timeZone, idsOf }: ReportDay,
): readonly UndocumentedAppointment[] => {
  const isPast = ({ date, timeZone: own = timeZone }: Appointment): boolean => date < dateIn(own, now);
  const expected = appointments.filter(
    (one) => isPast(one) && (one.status === 'kept' || one.status === 'scheduled'),
  );
  const visits = visitsOf(expected, encounters, idsOf);
  return expected
    .flatMap((appointment) => {
      const visit = visits.get(appointment.appointmentId);
      if (visit?.document) return [];
      const { history: _history, ...shown } = appointment;
      const days = daysBetween(appointment.date, dateIn(appointment.timeZone ?? timeZone, now));
      return [{ appointment: shown, days, ...missingOf(appointment, visit) }];
    })
    .sort((a, b) => b.days - a.days || (a.appointment.appointmentId < b.appointment.appointmentId ? -1 : 1));
};

const missingOf = (
  { status }: Appointment,
  visit: Encounter | undefined,
): Pick<UndocumentedAppointment, 'missing' | 'encounterId'> => {
  if (visit) return { missing: 'not-documented', encounterId: visit.encounterId };
  return { missing: status === 'kept' ? 'no-visit' : 'status-open' };
};

/** The visit of each appointment: first those that name one, then those of its patient and day, one each. */
const visitsOf = (
  appointments: readonly Appointment[],
  encounters: readonly Encounter[],
  idsOf: ReportDay['idsOf'],
): ReadonlyMap<string, Encounter> => {
  const visits = new Map<string, Encounter>();
  const free = new Set(encounters);
  const take = (appointment: Appointment, isIts: (encounter: Encounter) => boolean): void => {
    const found = [...free].filter(isIts).sort(documentedFirst)[0];
    if (!found || visits.has(appointment.appointmentId)) return;
    visits.set(appointment.appointmentId, found);
    free.delete(found);
  };
  for (const one of appointments)
    take(
      one,
      ({ encounterId, registration }) =>
        encounterId === one.encounterId || registration?.appointmentId === one.appointmentId,
    );
  for (const one of appointments) take(one, (encounter) => isOfSameDay(one, encounter, idsOf(one.patientId)));
  return visits;
};

const documentedFirst = (one: Encounter, other: Encounter): number =>
  Number(other.document !== undefined) - Number(one.document !== undefined) ||
  (one.encounterId < other.encounterId ? -1 : 1);

const isOfSameDay = (
  { date, providerNpi }: Appointment,
  { registration }: Encounter,
  ids: readonly string[],
): boolean =>
  registration !== undefined &&
  registration.appointmentId === undefined &&
  registration.dateOfService === date &&
  ids.includes(registration.patient.patientId) &&
  (providerNpi === undefined || providerNpi === registration.renderingProviderNpi);

import { z } from 'zod';
import { dateIn } from '../../domain/calendar/time-zone.ts';
import { addDays, CalendarDate, daysBetween } from '../../domain/calendar.ts';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import { Appointment, AppointmentId, ToldAppointment } from '../../domain/patients/appointment.ts';
import { badRequest } from '../../runtime/http-handler.ts';
import { pageOf } from '../mechanics/list-page.ts';
import { jsonAt } from '../mechanics/versions.ts';
import { notFound, type PracticeRoute, type Respond, type RespondWithPage } from '../practice-request.ts';
import { contradicted, saidBy, seenAt, toldAt } from './patient-routes.ts';

/** Days that are shown when nobody says which, back and ahead, and at most. */
const shownDays = 30;
const mostDays = 400;

const Days = z.strictObject({ from: CalendarDate.optional(), to: CalendarDate.optional() });

/** The appointments of some days, in their order. */
const listAppointments: RespondWithPage = async ({ practiceId, query, page }, records) => {
  const asked = checkInput(Days, query);
  if (!asked.success) return badRequest(asked.findings);
  const today = dateIn((await records.findPractice(practiceId))?.timeZone ?? 'UTC', page.asOf);
  const { from = addDays(today, -shownDays), to = addDays(from, 2 * shownDays) } = asked.data;
  const days = daysBetween(from, to);
  if (days < 0 || days > mostDays)
    return badRequest([
      { code: 'not-possible', path: 'from', detail: `The days run forward, ${mostDays} of them at most` },
    ]);
  return page.answer(await records.lists.appointments(practiceId, { from, to }, page.asked), { from, to });
};

/** One appointment with its history. */
const getAppointment: Respond = async ({ practiceId, path }, records) => {
  const appointment = await records.patients.findAppointment(practiceId, path.appointmentId ?? '');
  return appointment ? jsonAt(appointment.version, { appointment }) : notFound();
};

/** Enters an appointment, or what is known of it now. */
const putAppointment: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const id = checkInput(z.strictObject({ appointmentId: AppointmentId }), {
    appointmentId: request.path.appointmentId,
  });
  const said = checkJson(ToldAppointment, request.body);
  if (!id.success) return badRequest(id.findings);
  if (!said.success) return badRequest(said.findings);
  const name = { practiceId: request.practiceId, appointmentId: id.data.appointmentId };
  return toldAt(await records.patients.tellAppointment(name, said.data, seenAt(request, at)), 'appointment');
};

/** Cancels an appointment; nothing else that is known of it changes. Cancelled again it stays so. */
const cancelAppointment: Respond = async (request, records) => {
  const { practiceId, path } = request;
  const name = { practiceId, appointmentId: path.appointmentId ?? '' };
  const standing = await records.patients.findAppointment(practiceId, name.appointmentId);
  if (!standing) return notFound();
  if (standing.encounterId !== undefined) return contradicted([kept]);
  const { patientId, date, time, timeZone, providerNpi, locationId } = standing;
  const said = ToldAppointment.parse({
    ...{ patientId, date, time, timeZone, providerNpi, locationId },
    status: 'cancelled',
  });
  return toldAt(
    await records.patients.tellAppointment(name, said, await saidBy(request, records)),
    'appointment',
  );
};

const kept = {
  code: 'appointment-kept',
  path: 'appointmentId',
  detail: 'A visit names the appointment: it was kept',
};

/** Appointments. */
export const appointmentRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/appointments',
    summary: 'The appointments of some days',
    list: 'by day',
    permission: 'read',
    audit: { of: ['appointment', 'patient', 'encounter'], why: 'operations' },
    query: Days,
    answer: {
      status: 200,
      body: pageOf(Appointment, { from: CalendarDate, to: CalendarDate }),
    },
    handler: listAppointments,
  },
  {
    method: 'GET',
    path: '/appointments/{appointmentId}',
    summary: 'An appointment with its history',
    version: 'shown',
    permission: 'read',
    audit: { of: ['appointment', 'patient', 'encounter'], why: 'operations' },
    answer: { status: 200, body: z.object({ appointment: Appointment }) },
    handler: getAppointment,
  },
  {
    method: 'PUT',
    path: '/appointments/{appointmentId}',
    summary: 'Enters an appointment, or what is known of it now',
    version: 'asked',
    permission: 'register',
    audit: { of: ['appointment', 'patient', 'encounter'], why: 'operations' },
    body: ToldAppointment,
    answer: { status: 200, body: z.object({ appointment: Appointment }) },
    handler: putAppointment,
  },
  {
    method: 'POST',
    path: '/appointments/{appointmentId}/cancellation',
    repeat: 'a cancelled appointment stays so',
    summary: 'Cancels an appointment',
    permission: 'register',
    audit: { of: ['appointment', 'patient', 'encounter'], why: 'payment' },
    answer: { status: 200, body: z.object({ appointment: Appointment }) },
    handler: cancelAppointment,
  },
];

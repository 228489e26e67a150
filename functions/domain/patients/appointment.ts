import { z } from 'zod';
import { Actor } from '../actor.ts';
import { TimeZone } from '../calendar/time-zone.ts';
import { CalendarDate } from '../calendar.ts';
import { appointmentIdPattern } from '../ids.ts';
import { Npi } from '../party.ts';
import { FieldChange, PatientId } from './patient-record.ts';

/** As `EncounterRegistration` names one. */
export const AppointmentId = z.string().regex(appointmentIdPattern);

export const AppointmentStatus = z.enum(['scheduled', 'kept', 'no-show', 'cancelled']);
export type AppointmentStatus = z.infer<typeof AppointmentStatus>;

const appointmentFields = {
  patientId: PatientId,
  date: CalendarDate,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written as 09:30')
    .optional(),
  timeZone: TimeZone.optional().describe('@default that of the practice'),
  providerNpi: Npi.optional(),
  locationId: z.string().min(1).max(40).optional(),
};

/** An appointment as a table or a program tells it. */
export const ToldAppointment = z.strictObject({
  ...appointmentFields,
  status: AppointmentStatus.optional().describe('absent: as it is; of a new one, scheduled'),
});
export type ToldAppointment = z.infer<typeof ToldAppointment>;

export const Appointment = z.object({
  ...appointmentFields,
  status: AppointmentStatus,
  practiceId: z.string(),
  appointmentId: AppointmentId,
  encounterId: z.string().optional().describe('the visit that names it'),
  version: z.int().min(0),
  saidOn: z.string().describe('the last word on it (`wordOf`)'),
  history: z.array(
    z.object({ at: z.string(), actor: Actor, source: z.string(), changes: z.array(FieldChange) }),
  ),
});
export type Appointment = z.infer<typeof Appointment>;

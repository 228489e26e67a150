import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { Coverage, Patient } from '../party.ts';

/** What tells a person apart. */
export const identityFields = ['lastName', 'firstName', 'dateOfBirth'] as const;

/** What of a patient's record a corrected claim says otherwise, and what the record would say. */
export const RecordMending = z.object({
  patientId: Patient.shape.patientId,
  on: CalendarDate.describe('the day of service, from which it is so'),
  field: z
    .enum([...identityFields, 'coverage', 'payers'])
    .describe('coverage: one payer’s policy · payers: all of the day, in the order of billing'),
  text: z.string().optional().describe('of a name or the birth date'),
  coverages: z.array(Coverage).optional().describe('of coverage and payers'),
});
export type RecordMending = z.infer<typeof RecordMending>;

import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { Address, Gender, Guarantor, Person } from '../party.ts';

/** What a record says of a patient. Registrations say more of it at once than tables and programs do. */
export const Demographics = Person.extend({
  dateOfBirth: CalendarDate,
  gender: Gender.optional(),
  address: Address.optional(),
  phone: z
    .string()
    .regex(/^\d{10}$/, 'A telephone number has ten digits')
    .optional(),
  dateOfDeath: CalendarDate.optional(),
  guarantor: Guarantor.optional().describe('who pays what is the patient’s, where that is somebody else'),
});
export type Demographics = z.infer<typeof Demographics>;

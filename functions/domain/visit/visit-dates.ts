import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';

/** Days beside the day of service that claims have places for (DTP of loop 2300); each only where it is asked for. */
export const VisitDates = z.strictObject({
  onset: CalendarDate.optional().describe('of the illness or injury'), // 431
  initialTreatment: CalendarDate.optional(), // 454
  lastSeen: CalendarDate.optional().describe('by the physician who treats the condition'), // 304
  acuteManifestation: CalendarDate.optional().describe('of a chronic condition'), // 453
  lastMenstrualPeriod: CalendarDate.optional(), // 484
  lastXRay: CalendarDate.optional(), // 455
  prescription: CalendarDate.optional().describe('of lenses or a hearing aid'), // 471
  disabilityFrom: CalendarDate.optional(), // 360, with the end 314
  disabilityTo: CalendarDate.optional(), // 361
  lastWorked: CalendarDate.optional(), // 297
  returnToWork: CalendarDate.optional(), // 296
  admission: CalendarDate.optional(), // 435
  discharge: CalendarDate.optional(), // 096
  assumedCare: CalendarDate.optional(), // 090
  relinquishedCare: CalendarDate.optional(), // 091
  firstContact: CalendarDate.optional().describe('with the insurer of an accident'), // 444
});
export type VisitDates = z.infer<typeof VisitDates>;

/** What a condition comes from, where that is an accident or the patient's work (CLM11, DTP*439). */
export const Accident = z
  .strictObject({
    causes: z
      .array(z.enum(['auto', 'employment', 'other']))
      .min(1)
      .max(2),
    date: CalendarDate,
    state: z.string().length(2).optional().describe('where it was: required of an auto accident'),
    country: z.string().length(2).optional().describe('ISO 3166, where it was outside the US'),
    claimNumber: z.string().min(1).max(50).optional().describe('of the property and casualty insurer'), // REF*Y4
  })
  .refine(({ causes, state, country }) => !causes.includes('auto') || state || country, {
    message: 'An auto accident needs the state or the country where it was',
    path: ['state'],
  });
export type Accident = z.infer<typeof Accident>;

import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { number, ofKind, whenSound } from '../field.ts';

const day = (meaning: string) => CalendarDate.optional().describe(meaning);

/** Days beside the day of service that claims have places for (DTP of loop 2300); each only where it is asked for. */
export const VisitDates = z.strictObject({
  onset: day('First day of the illness or injury (DTP*431)'),
  initialTreatment: day('First treatment of the condition (DTP*454)'),
  lastSeen: day('Last seen by the physician who treats the condition (DTP*304)'),
  acuteManifestation: day('Acute manifestation of a chronic condition (DTP*453)'),
  lastMenstrualPeriod: day('First day of the last menstrual period (DTP*484)'),
  lastXRay: day('Last X-ray (DTP*455)'),
  prescription: day('Prescription of lenses or a hearing aid (DTP*471)'),
  disabilityFrom: day('First day of disability (DTP*360; DTP*314 with the last)'),
  disabilityTo: day('Last day of disability (DTP*361; DTP*314 with the first)'),
  lastWorked: day('Last day worked (DTP*297)'),
  returnToWork: day('Day on which the patient may work again (DTP*296)'),
  admission: day('Admission to the hospital (DTP*435)'),
  discharge: day('Discharge from the hospital (DTP*096)'),
  assumedCare: day('Care was taken over from another provider (DTP*090)'),
  relinquishedCare: day('Care was given over to another provider (DTP*091)'),
  firstContact: day('First contact with the insurer of an accident (DTP*444)'),
});
export type VisitDates = z.infer<typeof VisitDates>;

/** What a condition comes from, where that is an accident or the patient's work (CLM11, DTP*439). */
export const Accident = z
  .strictObject({
    causes: z
      .array(z.enum(['auto', 'employment', 'other']))
      .min(1)
      .max(2)
      .describe('Auto accident, employment, another accident: one or two of them (CLM11-1, -2)'),
    date: CalendarDate.describe('Day of the accident (DTP*439)'),
    state: ofKind('state', z.string().length(2))
      .optional()
      .describe('State where it was: required of an auto accident (CLM11-4)'),
    country: ofKind('country', z.string().length(2))
      .optional()
      .describe('Country where it was outside the US, ISO 3166 (CLM11-5)'),
    claimNumber: number(50).optional().describe('Claim number of the property and casualty insurer (REF*Y4)'),
  })
  .refine(({ causes, state, country }) => !causes.includes('auto') || state || country, {
    message: 'An auto accident needs the state or the country where it was',
    path: ['state'],
    when: whenSound('causes', 'state', 'country'),
  });
export type Accident = z.infer<typeof Accident>;

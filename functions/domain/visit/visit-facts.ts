import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { Provider, ServiceFacility } from '../party.ts';
import { Attachment, CliaNumber } from './service-facts.ts';
import { Accident, VisitDates } from './visit-dates.ts';

const Cents = z.int().min(0);

/**
 * What a claim says of the visit as a whole beside patient, payer and codes (loop 2300): the same in the registration
 * and in the claim. None of it is needed for an ordinary visit. Who referred and what was authorized a biller may mend, so
 * that they stand in both for themselves.
 */
export const visitFacts = {
  lastDateOfService: CalendarDate.optional().describe('where the visit took several days'),
  primaryCareProvider: Provider.optional().describe('who sent the patient first, where two did'),
  orderingProvider: Provider.optional().describe('who ordered the tests, drugs or supplies of the visit'),
  supervisingProvider: Provider.optional(),
  serviceFacility: ServiceFacility.optional().describe('where it was, when that is not the practice'),
  referralNumber: z.string().min(1).max(50).optional(),
  cliaNumber: CliaNumber.optional(),
  mammographyCertification: z.string().min(1).max(50).optional(),
  investigationalDevice: z.string().min(1).max(50).optional(),
  demonstrationProject: z.string().min(1).max(50).optional(),
  carePlanOversight: z.string().min(1).max(50).optional(),
  medicalRecordNumber: z.string().min(1).max(50).optional(),
  accident: Accident.optional(),
  dates: VisitDates.optional(),
  patientPaid: Cents.optional().describe('cents that the patient paid for the visit: copay and all else'),
  note: z
    .strictObject({
      type: z
        .enum(['ADD', 'CER', 'DCP', 'DGN'])
        .default('ADD')
        .describe('ADD more information, CER certification, DCP goals and plans, DGN diagnosis'),
      text: z.string().min(1).max(80),
    })
    .optional(),
  attachments: z.array(Attachment).max(10).optional(),
  conditionCodes: z
    .array(z.string().regex(/^[0-9A-Z]{2}$/))
    .max(24)
    .optional()
    .describe('NUBC codes that a payer wants, such as 17 homeless'),
  anesthesiaSurgery: z
    .array(z.string().regex(/^[A-Z0-9]{5}$/))
    .max(2)
    .optional()
    .describe('the procedure for which anesthesia was given'),
  epsdtReferral: z
    .strictObject({
      given: z.boolean(),
      conditions: z.array(z.enum(['AV', 'NU', 'S2', 'ST'])).max(3),
    })
    .optional()
    .describe('AV available and not used, S2 under treatment, ST new services, NU no referral'),
  specialProgram: z.enum(['02', '03', '05', '09']).optional().describe('CLM12: 03 special federal funding'),
  delayReason: z
    .enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '15'])
    .optional()
    .describe('CLM20: why the claim comes late, such as 7 third party processing delay'),
  homebound: z.boolean().optional(),
  pregnant: z.boolean().optional(),
  patientWeightPounds: z.number().positive().max(2_000).optional(),
  spinalManipulation: z
    .strictObject({
      condition: z.enum(['acute', 'chronic', 'acute-in-chronic']),
      description: z.string().min(1).max(80).optional(),
    })
    .optional(),
  signature: z
    .strictObject({
      provider: z.boolean().default(true).describe('on file'), // CLM06
      benefitsAssigned: z.enum(['yes', 'no', 'refused']).default('yes'), // CLM08
      release: z.enum(['signed', 'by-law']).default('signed'), // CLM09
      byPractice: z.boolean().default(false).describe('signed for a patient who was not there'), // CLM10
    })
    .optional(),
  acceptsAssignment: z.enum(['yes', 'laboratory-only', 'no']).optional().describe('@default yes'), // CLM07
};

/** The facts of a visit as a claim keeps them. */
export const VisitFacts = z.strictObject(visitFacts);
export type VisitFacts = z.infer<typeof VisitFacts>;

const names = Object.keys(visitFacts);

/** Picks of a registration what its claim says of the visit as a whole. */
export const visitFactsOf = (registration: VisitFacts): VisitFacts =>
  Object.fromEntries(
    Object.entries(registration).filter(([name, value]) => names.includes(name) && value !== undefined),
  );

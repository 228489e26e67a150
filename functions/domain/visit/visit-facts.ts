import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { number, ofKind, prose, wholeCents } from '../field.ts';
import { Provider, ServiceFacility } from '../party.ts';
import { Attachment, CliaNumber } from './service-facts.ts';
import { Accident, VisitDates } from './visit-dates.ts';

/**
 * What a claim says of the visit as a whole beside patient, payer and codes (loop 2300): the same in the registration
 * and in the claim. None of it is needed for an ordinary visit. Who referred and what was authorized a biller may mend, so
 * that they stand in both for themselves.
 */
export const visitFacts = {
  lastDateOfService: CalendarDate.optional().describe('Last day, where the visit took several (DTP*472)'),
  primaryCareProvider: Provider.optional().describe('Who sent the patient first, where two did (2310A P3)'),
  orderingProvider: Provider.optional().describe(
    'Who ordered the tests, drugs or supplies of the visit (2420E)',
  ),
  supervisingProvider: Provider.optional().describe('Who supervised (2310D)'),
  serviceFacility: ServiceFacility.optional().describe('Where it was, when that is not the practice (2310C)'),
  referralNumber: number(50).optional().describe('Number of the referral (REF*9F)'),
  cliaNumber: CliaNumber.optional().describe('CLIA certificate of the laboratory of the visit (REF*X4)'),
  mammographyCertification: number(50).optional().describe('Certification of the mammograph (REF*EW)'),
  investigationalDevice: number(50).optional().describe('Investigational device exemption (REF*LX)'),
  demonstrationProject: number(50).optional().describe('Demonstration project (REF*P4)'),
  carePlanOversight: number(50).optional().describe('NPI of the home health agency or hospice (REF*1J)'),
  medicalRecordNumber: number(50).optional().describe('Number of the medical record (REF*EA)'),
  accident: Accident.optional().describe('An accident or the patient’s work as the cause (CLM11)'),
  dates: VisitDates.optional().describe('Days beside the day of service (DTP of loop 2300)'),
  patientPaid: wholeCents
    .optional()
    .describe('Whole cents that the patient paid for the visit, copay and all else: 2500 is $25.00 (AMT*F5)'),
  note: z
    .strictObject({
      type: z
        .enum(['ADD', 'CER', 'DCP', 'DGN'])
        .default('ADD')
        .describe('ADD more information, CER certification, DCP goals and plans, DGN diagnosis (NTE01)'),
      text: prose(80).describe('80 characters at most (NTE02)'),
    })
    .optional()
    .describe('A note to the payer about the visit (NTE)'),
  attachments: z.array(Attachment).max(10).optional().describe('Documents that follow the claim (PWK)'),
  conditionCodes: z
    .array(ofKind('condition', z.string().regex(/^[0-9A-Z]{2}$/)))
    .max(24)
    .optional()
    .describe('NUBC codes that a payer wants, such as 17 homeless (HI*BG)'),
  anesthesiaSurgery: z
    .array(ofKind('procedure', z.string().regex(/^[A-Z0-9]{5}$/)))
    .max(2)
    .optional()
    .describe('The procedures for which anesthesia was given (HI*BP, BO)'),
  epsdtReferral: z
    .strictObject({
      given: z.boolean().describe('Whether a referral was given (CRC02)'),
      conditions: z
        .array(z.enum(['AV', 'NU', 'S2', 'ST']))
        .max(3)
        .describe('AV available and not used, S2 under treatment, ST new services, NU no referral (CRC03)'),
    })
    .optional()
    .describe('Referral after an EPSDT screening (CRC*ZZ)'),
  specialProgram: z
    .enum(['02', '03', '05', '09'])
    .optional()
    .describe('CLM12: 02 handicapped children, 03 special federal funding, 05 disability, 09 second opinion'),
  delayReason: z
    .enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '15'])
    .optional()
    .describe('CLM20: why the claim comes late, such as 7 third party processing delay'),
  homebound: z.boolean().optional().describe('Whether the patient cannot leave home (CRC*75)'),
  pregnant: z.boolean().optional().describe('Whether the patient is pregnant (PAT09)'),
  patientWeightPounds: ofKind('decimal', z.number().positive().max(2_000))
    .optional()
    .describe('Pounds; three decimals at most (PAT08)'),
  spinalManipulation: z
    .strictObject({
      condition: z.enum(['acute', 'chronic', 'acute-in-chronic']).describe('Kind of the condition (CR208)'),
      description: prose(80).optional().describe('What it is, in words (CR210)'),
    })
    .optional()
    .describe('Of chiropractors (CR2)'),
  signature: z
    .strictObject({
      provider: z.boolean().default(true).describe('Whether the provider’s signature is on file (CLM06)'),
      benefitsAssigned: z
        .enum(['yes', 'no', 'refused'])
        .default('yes')
        .describe('Whether the payer is to pay the practice (CLM08)'),
      release: z
        .enum(['signed', 'by-law'])
        .default('signed')
        .describe('By what the payer may be told: signed, or by law (CLM09)'),
      byPractice: z
        .boolean()
        .default(false)
        .describe('Whether the practice signed for a patient who was not there (CLM10)'),
    })
    .optional()
    .describe('What was signed, where that is not the usual'),
  acceptsAssignment: z
    .enum(['yes', 'laboratory-only', 'no'])
    .optional()
    .describe('Whether the provider takes the payer’s price; yes where nothing is said (CLM07)'),
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

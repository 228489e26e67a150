import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { Npi, Provider, ServiceFacility } from '../party.ts';

/** Documents that follow a claim by another way (PWK). */
export const Attachment = z
  .strictObject({
    reportType: z
      .string()
      .regex(/^[0-9A-Z]{2}$/)
      .describe('PWK01: OZ support data, B4 referral, 03 report of treatment'),
    transmission: z
      .enum(['AA', 'BM', 'EL', 'EM', 'FT', 'FX'])
      .describe('AA on request, BM mail, EL electronic, EM email, FT file transfer, FX fax'),
    controlNumber: z.string().min(2).max(50).optional().describe('by which the payer finds it'),
  })
  .refine(({ transmission, controlNumber }) => (transmission === 'AA') === (controlNumber === undefined), {
    message: 'What follows needs its control number; what is on request has none',
    path: ['controlNumber'],
  });
export type Attachment = z.infer<typeof Attachment>;

/** A CLIA certificate: two digits, D, seven digits. */
export const CliaNumber = z
  .string()
  .regex(/^\d{2}D\d{7}$/, 'A CLIA number is two digits, D and seven digits');

/** The drug of a service (loop 2410); its units are not those of the procedure. */
export const Drug = z
  .strictObject({
    ndc: z.string().regex(/^\d{11}$/, 'An NDC has eleven digits here, 5-4-2, without hyphens'),
    quantity: z.number().positive().max(99_999_999.999),
    unit: z
      .enum(['F2', 'GR', 'ME', 'ML', 'UN'])
      .describe('F2 international unit, GR gram, ME milligram, ML millilitre, UN unit'),
    prescriptionNumber: z.string().min(1).max(50).optional(), // REF*XZ
    compoundLink: z
      .string()
      .min(1)
      .max(50)
      .optional()
      .describe('what the ingredients of one compound drug share'), // REF*VY
  })
  .refine(({ prescriptionNumber, compoundLink }) => !(prescriptionNumber && compoundLink), {
    message: 'Give the number of the prescription or of the compound, not both',
    path: ['compoundLink'],
  });
export type Drug = z.infer<typeof Drug>;

/** A laboratory value or measure that a payer wants with a service (MEA). */
export const TestResult = z.strictObject({
  measurement: z.enum(['hemoglobin', 'hematocrit', 'epoetin-dose', 'creatinine', 'height']),
  value: z.number().positive(),
});

/** What a claim says of one service beside its code (loop 2400): none of it is needed for ordinary ones. */
export const ServiceFacts = z.strictObject({
  from: CalendarDate.optional().describe('first day, where it is not that of the visit'),
  to: CalendarDate.optional().describe('last day, where there are several'),
  placeOfService: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .describe('where it is not that of the visit'),
  minutes: z.int().min(1).max(9999).optional().describe('of anesthesia: they are billed instead of units'),
  description: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .describe('what was done, for codes that say no more than "unlisted" or "not otherwise classified"'),
  note: z.string().min(1).max(80).optional(), // NTE*ADD
  emergency: z.boolean().optional(),
  epsdt: z.boolean().optional(),
  familyPlanning: z.boolean().optional(),
  copayExempt: z.boolean().optional(),
  drug: Drug.optional(),
  renderingProviderNpi: Npi.optional().describe('another one of the practice than the visit’s'),
  orderingProvider: Provider.optional(),
  referringProvider: Provider.optional(),
  supervisingProvider: Provider.optional(),
  purchasedService: z
    .strictObject({ providerNpi: Npi, charge: z.int().min(0).describe('cents paid for it') })
    .optional(),
  serviceFacility: ServiceFacility.optional(),
  priorAuthorization: z.string().min(1).max(50).optional(),
  referralNumber: z.string().min(1).max(50).optional(),
  cliaNumber: CliaNumber.optional().describe('where it is not that of the visit'),
  referringCliaNumber: CliaNumber.optional().describe('of the laboratory that sent the specimen'),
  mammographyCertification: z.string().min(1).max(50).optional(),
  immunizationBatch: z.string().min(1).max(50).optional(),
  prescriptionDate: CalendarDate.optional(),
  lastSeenDate: CalendarDate.optional(),
  initialTreatmentDate: CalendarDate.optional(),
  lastXRayDate: CalendarDate.optional(),
  testResults: z.array(TestResult).max(5).optional(),
  attachments: z.array(Attachment).max(10).optional(),
});
export type ServiceFacts = z.infer<typeof ServiceFacts>;

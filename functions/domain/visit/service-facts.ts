import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { called, number, ofKind, prose, whenSound, wholeCents } from '../field.ts';
import { Npi, Provider, ServiceFacility } from '../party.ts';

/** What a document is (PWK01). */
export const ReportType = ofKind('report-type', z.string().regex(/^[0-9A-Z]{2}$/));

/** Documents that follow a claim by another way (PWK). */
export const Attachment = called(
  'Attachment',
  z
    .strictObject({
      reportType: ReportType.describe('PWK01: OZ support data, B4 referral, 03 report of treatment'),
      transmission: z
        .enum(['AA', 'BM', 'EL', 'EM', 'FT', 'FX'])
        .describe('PWK02: AA on request, BM mail, EL electronic, EM email, FT file transfer, FX fax'),
      controlNumber: number(50, 2)
        .optional()
        .describe('By which the payer finds it (PWK06); none where it comes on request (AA)'),
    })
    .refine(({ transmission, controlNumber }) => (transmission === 'AA') === (controlNumber === undefined), {
      message: 'What follows needs its control number; what is on request has none',
      path: ['controlNumber'],
      when: whenSound('transmission', 'controlNumber'),
    }),
);
export type Attachment = z.infer<typeof Attachment>;

/** A CLIA certificate: two digits, D, seven digits. */
export const CliaNumber = ofKind(
  'clia',
  z.string().regex(/^\d{2}D\d{7}$/, 'A CLIA number is two digits, D and seven digits'),
);

/** The place where services were given, CMS code set. */
export const PlaceOfService = ofKind(
  'place-of-service',
  z.string().regex(/^\d{2}$/, 'A place of service has two digits'),
);

/** A CPT or HCPCS code. */
export const ProcedureCode = ofKind(
  'procedure',
  z.string().regex(/^[A-Z0-9]{5}$/, 'A procedure code has five digits or capital letters'),
);

/** The drug of a service (loop 2410); its units are not those of the procedure. */
export const Drug = z
  .strictObject({
    ndc: ofKind(
      'ndc',
      z.string().regex(/^\d{11}$/, 'An NDC has eleven digits here, 5-4-2, without hyphens'),
    ).describe('NDC, eleven digits without hyphens (LIN03)'),
    quantity: ofKind('decimal', z.number().positive().max(99_999_999.999)).describe(
      'How much was given, in the unit beside it; three decimals at most (CTP04)',
    ),
    unit: z
      .enum(['F2', 'GR', 'ME', 'ML', 'UN'])
      .describe('F2 international unit, GR gram, ME milligram, ML millilitre, UN unit (CTP05)'),
    prescriptionNumber: number(50).optional().describe('Number of the prescription (REF*XZ)'),
    compoundLink: number(50).optional().describe('What the ingredients of one compound drug share (REF*VY)'),
  })
  .refine(({ prescriptionNumber, compoundLink }) => !(prescriptionNumber && compoundLink), {
    message: 'Give the number of the prescription or of the compound, not both',
    path: ['compoundLink'],
    when: whenSound('prescriptionNumber', 'compoundLink'),
  });
export type Drug = z.infer<typeof Drug>;

/** A laboratory value or measure that a payer wants with a service (MEA). */
export const TestResult = z.strictObject({
  measurement: z
    .enum(['hemoglobin', 'hematocrit', 'epoetin-dose', 'creatinine', 'height'])
    .describe('What was measured (MEA02)'),
  value: ofKind('decimal', z.number().positive()).describe('The value; three decimals at most (MEA03)'),
});

/** What a claim says of one service beside its code (loop 2400): none of it is needed for ordinary ones. */
export const ServiceFacts = z.strictObject({
  from: CalendarDate.optional().describe('First day, where it is not that of the visit (DTP*472)'),
  to: CalendarDate.optional().describe('Last day, where there are several (DTP*472)'),
  placeOfService: PlaceOfService.optional().describe('Where it is not that of the visit (SV105)'),
  minutes: ofKind('count', z.int().min(1).max(9999))
    .optional()
    .describe('Minutes of anesthesia: they are billed instead of units (SV104, MJ)'),
  description: prose(80)
    .optional()
    .describe(
      'What was done, for codes that say no more than "unlisted" or "not otherwise classified" (SV101-7)',
    ),
  note: prose(80).optional().describe('A note to the payer about this service (NTE*ADD)'),
  emergency: z.boolean().optional().describe('Whether it was an emergency (SV109)'),
  epsdt: z.boolean().optional().describe('Whether an EPSDT screening led to it (SV111)'),
  familyPlanning: z.boolean().optional().describe('Whether it was family planning (SV112)'),
  copayExempt: z.boolean().optional().describe('Whether no copay is due (SV115)'),
  drug: Drug.optional().describe('The drug of the service (loop 2410)'),
  renderingProviderNpi: Npi.optional().describe(
    'NPI of another one of the practice than the visit’s (2420A)',
  ),
  orderingProvider: Provider.optional().describe('Who ordered it (2420E)'),
  referringProvider: Provider.optional().describe('Who referred for it (2420F)'),
  supervisingProvider: Provider.optional().describe('Who supervised it (2420D)'),
  purchasedService: z
    .strictObject({
      providerNpi: Npi.describe('NPI of whom it was bought from (2420B, PS101)'),
      charge: wholeCents.describe('Cents paid for it (PS102)'),
    })
    .optional()
    .describe('A service that was bought from somebody else (PS1)'),
  serviceFacility: ServiceFacility.optional().describe('Where it was, when that is not the visit’s (2420C)'),
  priorAuthorization: number(50).optional().describe('Authorization of this service (REF*G1)'),
  referralNumber: number(50).optional().describe('Referral of this service (REF*9F)'),
  cliaNumber: CliaNumber.optional().describe('Where it is not that of the visit (REF*X4)'),
  referringCliaNumber: CliaNumber.optional().describe('Of the laboratory that sent the specimen (REF*F4)'),
  mammographyCertification: number(50).optional().describe('Certification of the mammograph (REF*EW)'),
  immunizationBatch: number(50).optional().describe('Batch of a vaccine (REF*BT)'),
  prescriptionDate: CalendarDate.optional().describe('Day of the prescription (DTP*471)'),
  lastSeenDate: CalendarDate.optional().describe('Last seen by the treating physician (DTP*304)'),
  initialTreatmentDate: CalendarDate.optional().describe('First treatment (DTP*454)'),
  lastXRayDate: CalendarDate.optional().describe('Last X-ray (DTP*455)'),
  testResults: z.array(TestResult).max(5).optional().describe('Values that a payer wants with it (MEA)'),
  attachments: z.array(Attachment).max(10).optional().describe('Documents that follow it (PWK)'),
});
export type ServiceFacts = z.infer<typeof ServiceFacts>;

import { z } from 'zod';
import { CalendarDate } from '../functions/domain/calendar.ts';
import { CodeSystem } from '../functions/domain/coding.ts';
import cptRows from './starter/cpt.json' with { type: 'json' };
import testRows from './starter/diagnostic-tests.json' with { type: 'json' };
import hcpcsRows from './starter/hcpcs.json' with { type: 'json' };
import diagnosisRows from './starter/icd-10-cm.json' with { type: 'json' };
import medicationRows from './starter/medications.json' with { type: 'json' };

const Validity = z.object({ validFrom: CalendarDate, validTo: CalendarDate.optional() });
const Texts = z.array(z.string()).default([]);

/** An ICD-10-CM code with the words clinicians use for it and what the coding rules must know about it. */
export const DiagnosisCode = Validity.extend({
  code: z.string(),
  description: z.string(),
  kind: z.enum(['chronic', 'acute', 'self-limited', 'injury', 'symptom', 'status', 'external-cause']),
  terms: Texts.describe("the clinician's own words, besides those of the description"),
  side: z.enum(['right', 'left', 'bilateral', 'unspecified']).optional(),
  episode: z.enum(['initial', 'subsequent', 'sequela']).optional(),
  worsening: z.boolean().default(false).describe('the code itself says exacerbation or not at goal'),
  systemic: z.boolean().default(false).describe('an acute illness with systemic symptoms'),
  uncertainPrognosis: z.boolean().default(false),
  complicated: z.boolean().default(false),
  neverFirst: z.boolean().default(false).describe('external cause, manifestation or sequela'),
  includes: Texts.describe('codes that this one already says: integral symptoms, less specific forms'),
  excludes1: Texts.describe('Excludes1 of the tabular list, as far as the starter set has it'),
  ages: z.object({ from: z.int(), to: z.int() }).optional().describe('whole years at the visit, inclusive'),
});
export type DiagnosisCode = z.infer<typeof DiagnosisCode>;

/** A CPT or HCPCS code in our own short words: the AMA's descriptors are licensed and are not here. */
export const ProcedureCode = Validity.extend({
  code: z.string(),
  description: z.string(),
  kind: z.enum([
    'evaluation',
    'preventive',
    'procedure',
    'drug',
    'immunization',
    'imaging',
    'monitoring',
    'laboratory',
    'supply',
    'collection',
  ]),
  terms: Texts,
  treats: Texts.describe('ICD-10-CM prefixes that the service is usually done for'),
  sided: z.boolean().default(false).describe('wants RT, LT or 50'),
  minorProcedure: z
    .boolean()
    .default(false)
    .describe('global period of 0 or 10 days: an E/M beside it wants 25'),
  separateVisit: z.boolean().default(false).describe('NCCI pairs it with a visit, which then wants 25'),
  interpretation: z
    .boolean()
    .default(false)
    .describe('its interpretation is paid within it, so it is no E/M data'),
  dose: z.object({ amount: z.number().positive(), unit: z.string() }).optional().describe('one billing unit'),
  patientType: z.enum(['new', 'established']).optional(),
  level: z.enum(['straightforward', 'low', 'moderate', 'high']).optional(),
  minutes: z.int().optional().describe('total time on the date of the encounter that must be met'),
});
export type ProcedureCode = z.infer<typeof ProcedureCode> & { readonly system: 'CPT' | 'HCPCS' };

/** A test that counts once towards the data of an E/M, however often it is named. */
export const DiagnosticTest = z.object({
  name: z.string(),
  terms: z.array(z.string()),
  procedure: z.string().optional(),
});
export type DiagnosticTest = z.infer<typeof DiagnosticTest>;

export const Medication = z.object({
  name: z.string(),
  supply: z.enum(['prescription', 'over-the-counter']),
  prescriptionFromMg: z.number().optional().describe('single doses from here on need a prescription'),
  longTermUse: z.string().optional().describe('the Z79 code of its long-term use in diabetes'),
});
export type Medication = z.infer<typeof Medication>;

export const diagnosisCodes: readonly DiagnosisCode[] = z.array(DiagnosisCode).parse(diagnosisRows);
export const diagnosticTests: readonly DiagnosticTest[] = z.array(DiagnosticTest).parse(testRows);
export const medications: readonly Medication[] = z.array(Medication).parse(medicationRows);

const procedureRows = z.array(ProcedureCode);
export const procedureCodes: readonly ProcedureCode[] = [
  ...procedureRows.parse(cptRows).map((row) => ({ ...row, system: CodeSystem.enum.CPT })),
  ...procedureRows.parse(hcpcsRows).map((row) => ({ ...row, system: CodeSystem.enum.HCPCS })),
];

const diagnosesByCode = new Map(diagnosisCodes.map((entry) => [entry.code, entry]));

/** What the starter set says of an ICD-10-CM code, on whatever date. */
export const starterDiagnosis = (code: string): DiagnosisCode | undefined => diagnosesByCode.get(code);

import { z } from 'zod';
import { Delivery } from './contract/appeal-level.ts';
import { ClaimRules } from './contract/claim-rules.ts';
import { ContractLimits } from './contract/contract-limits.ts';
import { EnrolmentRule } from './contract/enrolment.ts';
import { IncidentToRule } from './contract/incident-to.ts';
import { Pricing } from './contract/pricing.ts';

/** A payer as the practice's contract has it. Every interval is the contract's, none is ours; `clocks` says which days it counts. */
export const Payer = z.object({
  payerId: z.string().min(2).max(80),
  name: z.string().min(1).max(60),
  partnerId: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .describe('the trading partner its files go through'),
  remittancePartnerIds: z
    .array(z.string().regex(/^[a-z0-9-]{2,40}$/))
    .default([])
    .describe('further partners through which its remittances may come'),
  receiverId: z.string().min(2).max(15).describe('ISA08 and GS03 of files to it'),
  claimFilingIndicator: z
    .string()
    .length(2)
    .describe('SBR09: CI commercial, MB Medicare Part B, MC Medicaid, BL Blue Cross'),
  medigap: z
    .boolean()
    .default(false)
    .describe('a policy that supplements Original Medicare, and nothing else'),
  filingLimitDays: z.int().min(1),
  appealLimitDays: z.int().min(1),
  limits: ContractLimits.optional().describe('of corrected claims, reopenings, appeals and secondary claims'),
  appealDelivery: Delivery.optional().describe(
    'where appeals go whose level names no place of its own: @default by portal, fax or mail as a person knows',
  ),
  recordsDelivery: Delivery.optional().describe('where documents go that it asks for: @default as appeals'),
  overpaymentDays: z
    .int()
    .min(1)
    .optional()
    .describe('days to give back what it overpaid, where the contract and no law says so'),
  eligibilityAnswerDays: z.number().positive(),
  acknowledgementDays: z.number().positive(),
  firstFollowUpDays: z
    .number()
    .positive()
    .describe(
      'from the transmission to the first status inquiry, as long as too little is known of its pace',
    ),
  leastFollowUpDays: z
    .number()
    .positive()
    .default(7)
    .describe('before which it wants no inquiry, however fast it pays'),
  nextFollowUpDays: z
    .number()
    .positive()
    .optional()
    .describe('from one inquiry to the next: @default firstFollowUpDays'),
  appealFollowUpDays: z
    .number()
    .positive()
    .default(60)
    .describe('from an appeal until its payer is asked: Medicare decides a redetermination in 60'),
  remittanceDays: z
    .number()
    .positive()
    .default(14)
    .describe('from a decision that a 277 tells of until its 835 is missed'),
  informationDays: z
    .int()
    .min(1)
    .optional()
    .describe(
      'to send what it asks for, from its request: where the contract does not say, the filing limit counts',
    ),
  statusAnswerDays: z.number().positive(),
  maxFollowUps: z.int().min(1).describe('status inquiries before a biller is asked'),
  priorPayerCorrections: z
    .enum(['replacement', 'void-and-new', 'new-claim'])
    .optional()
    .describe('how it is billed again when a payer before it decides anew; without it a biller is asked'),
  misdirectedClaims: z
    .enum(['void', 'refund'])
    .optional()
    .describe(
      'what undoes a claim that it holds or paid and another payer owes: a void (CLM05-3 8), or money given back; without it a biller is asked',
    ),
  crossoverCalendarDays: z
    .int()
    .min(1)
    .default(30)
    .describe(
      'days that it is given for a claim which the payer before forwarded, before we bill it ourselves',
    ),
  crossoverBusinessDays: z
    .int()
    .min(1)
    .optional()
    .describe('the same in business days, where the contract counts those'),
  pricing: Pricing.prefault({}).describe('how an allowed amount is made of a fee'),
  providerEnrolment: EnrolmentRule.default('not-checked').describe(
    'what a visit does of a provider who is not enrolled on its day: nothing, a warning, a stop',
  ),
  incidentTo: IncidentToRule.optional(),
  claimRules: ClaimRules.optional().describe('what it wants on claims beside what every payer does'),
  postoperativeVisits: z
    .enum(['on-claim', 'not-billed'])
    .default('not-billed')
    .describe('99024: whether it is to stand on claims, at no charge'),
  patientMayBeBilledWhenInactive: z.boolean().default(true),
});
export type Payer = z.infer<typeof Payer>;

/** Medicare that the government pays itself; a Medicare Advantage plan files under an indicator of its own. */
export const isOriginalMedicare = ({ claimFilingIndicator }: Pick<Payer, 'claimFilingIndicator'>): boolean =>
  claimFilingIndicator === 'MA' || claimFilingIndicator === 'MB';

import { z } from 'zod';
import { zero } from '../edi/money.ts';
import { Actor } from './actor.ts';
import { ClaimAppeal } from './appeals/claim-appeal.ts';
import { CalendarDate } from './calendar.ts';
import { Amount } from './claim/amount.ts';
import { About, Refund, Takeback, WriteOff } from './claim/moved-money.ts';
import { CodedService } from './coding.ts';
import { ExpectedLine } from './contract/expected-line.ts';
import { PayerStatus } from './follow-up/payer-status.ts';
import { ClaimId } from './ids.ts';
import { AdjustmentClass, AdjustmentGroup } from './ledger/class-rule.ts';
import { Coverage, Patient, Provider, Responsibility } from './party.ts';
import type { Payer } from './payer.ts';
import type { Practice } from './practice.ts';
import { DecidedPart } from './tasks/decided-part.ts';
import { BeforeDecision, Decision } from './undo/decision.ts';
import { VisitFacts } from './visit/visit-facts.ts';

/** One adjustment of an 835 CAS: group, reason (CARC) and signed cents; positive lowers the payment. */
export const Adjustment = z.object({
  group: AdjustmentGroup,
  reason: z.string(),
  amount: Amount,
  class: AdjustmentClass.optional().describe('where a rule of the practice classed it otherwise than ours'),
});
export type Adjustment = z.infer<typeof Adjustment>;

export const AdjudicatedLine = z.object({
  lineNumber: z.int().min(1).optional(),
  procedure: z.string(),
  charge: Amount,
  paid: Amount,
  adjustments: z.array(Adjustment),
  remarks: z.array(z.string()),
  paidAs: z
    .object({ procedure: z.string(), modifiers: z.array(z.string()) })
    .optional()
    .describe('what the payer decided in place of what was billed (SVC01 beside SVC06)'),
});
export type AdjudicatedLine = z.infer<typeof AdjudicatedLine>;

/** Another payer as a payer names it (NM1*TT, NM1*PR): by its name, its number, or both. */
export const PayerSaid = z.object({ name: z.string().optional(), id: z.string().optional() });
export type PayerSaid = z.infer<typeof PayerSaid>;

/** One CLP of an 835, as posted: what the payer decided about one submission of a claim. */
export const Adjudication = z.object({
  adjudicationId: z.string().describe('file and position: the key that keeps a posting single'),
  reverses: z.string().optional().describe('the decision that a person took back with this reversal'),
  submissionNumber: z.int().min(1),
  claimStatusCode: z.string(), // CLP02
  charge: Amount, // CLP03
  paid: Amount, // CLP04
  payerControlNumber: z.string().optional(), // CLP07
  adjustments: z.array(Adjustment), // CAS of loop 2100
  remarks: z.array(z.string()), // MOA
  lines: z.array(AdjudicatedLine),
  paymentDate: CalendarDate, // BPR16
  traceNumber: z.string(), // TRN02
  forwardedTo: PayerSaid.optional().describe('the payer to which it forwarded the claim (NM1*TT)'),
  priorityPayer: PayerSaid.optional().describe('the payer that it says is to be billed first (NM1*PR)'),
  correctedInsured: z
    .object({
      memberId: z.string().optional(),
      lastName: z.string().optional(),
      firstName: z.string().optional(),
    })
    .optional()
    .describe('what is otherwise in the payer’s records of the insured (NM1*74)'),
});
export type Adjudication = z.infer<typeof Adjudication>;

export const ClaimLine = CodedService.extend({
  lineNumber: z.int().min(1),
  charge: Amount.describe('for all units'),
  renderingProvider: Provider.optional().describe('where that is not the claim’s'),
});
export type ClaimLine = z.infer<typeof ClaimLine>;

export const Acknowledgement = z.object({
  outcome: z.enum(['accepted', 'rejected']),
  source: z.enum(['edits', 'TA1', '999', '277CA', '835', '277']),
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** A line as a transmission billed it, as far as its payer's answer may rest on it. */
export const BilledService = z.object({
  lineNumber: z.int().min(1),
  procedure: z.string(),
  modifiers: z.array(z.string()),
  diagnosis: z.string().describe('the category of its first diagnosis, three characters'),
});
export type BilledService = z.infer<typeof BilledService>;

/** One transmission of a claim. CLM01 is `<claimId>-<number>`, so that every answer names the transmission. */
export const Submission = z.object({
  number: z.int().min(1),
  frequency: z.enum(['1', '7', '8']), // CLM05-3
  originalReference: z.string().optional(), // REF*F8
  fileName: z.string().optional(),
  sentAt: z.string().optional(),
  charge: Amount.optional().describe('what it charged, once a later transmission may charge something else'),
  services: z
    .array(BilledService)
    .optional()
    .describe('what it billed, once a later transmission may bill something else'),
  fileAccepted: z.boolean().default(false).describe('a 999 accepted the file: proof of timely filing'),
  acknowledgement: Acknowledgement.optional(),
  openedBy: z
    .string()
    .optional()
    .describe('what opened it: its number alone may come again where one was taken back unsent'),
  told: z
    .string()
    .optional()
    .describe('names what it said of the payers before, once a later one says otherwise'),
  forwarded: z
    .object({ by: z.string(), until: z.string() })
    .optional()
    .describe('sent by the payer of the claim named, not by us; until then nobody else sends it'),
  sentAgain: z.boolean().optional().describe('without a person: the one before was refused for other claims'),
  payerControlNumbers: z
    .array(z.string())
    .optional()
    .describe('what the payer called it before it decided (277CA, 277)'),
});
export type Submission = z.infer<typeof Submission>;

/** What a payer before this one decided, for coordination of benefits (loops 2320, 2330, 2430). */
export const PriorPayer = z.object({
  claimId: z.string(),
  coverage: Coverage,
  payerName: z.string(),
  claimFilingIndicator: z.string(),
  adjudication: Adjudication,
});
export type PriorPayer = z.infer<typeof PriorPayer>;

/**
 * ready: may be checked and sent · covered / not-covered: the 271 answered · submitted: on its way ·
 * rejected: 999 or 277CA refused it · accepted: in adjudication · adjudicated: an 835 is posted and not yet
 * worked · appealed: waiting for the payer's answer to an appeal · closed: nobody has anything left to do.
 */
export const ClaimStatus = z.enum([
  'ready',
  'covered',
  'not-covered',
  'submitted',
  'rejected',
  'accepted',
  'adjudicated',
  'appealed',
  'closed',
]);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

/** How a closed claim ended. */
export const ClaimEnd = z.enum([
  'paid',
  'billed-to-patient',
  'billed-to-next-payer',
  'written-off',
  'taken-back',
]);
export type ClaimEnd = z.infer<typeof ClaimEnd>;

/** A payer who is billed after this one (loop 2320 without an adjudication). */
export const NextPayer = z.object({
  coverage: Coverage,
  payerName: z.string(),
  claimFilingIndicator: z.string(),
});
export type NextPayer = z.infer<typeof NextPayer>;

/** Why a claim was made: for the visit, or in place of one that was voided, which it names. */
export const ClaimCause = z.union([z.literal('visit'), z.templateLiteral(['instead-of-', ClaimId])]);

/** One encounter billed to one payer. A replacement is a further submission of it; the next payer gets a claim of its own. */
export const Claim = z.object({
  practiceId: z.string(),
  claimId: ClaimId,
  encounterId: z.string(),
  patientId: z.string(),
  payerId: z.string(),
  responsibility: Responsibility,
  part: z.int().min(1).default(1).describe('of the visit, where it is billed in several'),
  cause: ClaimCause.default('visit'),
  status: ClaimStatus,
  end: ClaimEnd.optional(),
  version: z.int().min(1),
  patient: Patient,
  coverage: Coverage,
  billingEntityId: z.string().optional().describe('who bills, where that is not the practice itself'),
  renderingProvider: Provider,
  performingProvider: Provider.optional().describe('who gave the services, where another is billed for them'),
  locationId: z.string().optional().describe('of the practice: where the visit was'),
  referringProvider: Provider.optional(),
  priorAuthorization: z.string().optional(),
  visit: VisitFacts.optional().describe('what it says of the visit beside what stands here'),
  dateOfService: CalendarDate,
  placeOfService: z.string(),
  diagnoses: z.array(z.string()).min(1).max(12),
  lines: z.array(ClaimLine).min(1).max(50),
  expected: z
    .array(ExpectedLine)
    .optional()
    .describe('what the contract allows for each line, where the payer’s fees are known'),
  submissions: z.array(Submission).min(1),
  payerControlNumber: z.string().optional(),
  priorPayers: z.array(PriorPayer),
  nextPayers: z.array(NextPayer).describe('in the order in which they are billed'),
  nextClaimId: ClaimId.optional().describe('the claim by which the next payer was billed'),
  insteadClaimId: ClaimId.optional().describe('the claim by which another payer is billed in its place'),
  insteadOf: ClaimId.optional().describe('the claim in whose place, as first payer, it was made'),
  letStand: z
    .string()
    .optional()
    .describe('names what payers before say now, where somebody found that the decision stands with it'),
  adjudications: z.array(Adjudication),
  takebacks: z.array(Takeback).default([]),
  refunds: z.array(Refund).default([]),
  writeOffs: z.array(WriteOff),
  patientBilled: Amount.describe('what the patient was billed'),
  patientBilledAbout: About,
  patientBilledParts: z
    .array(DecidedPart)
    .optional()
    .describe('what of it single adjustments were billed for, beside the patient’s share'),
  eligibilityChecks: z.int().min(0).describe('271 answers so far'),
  followUps: z.int().min(0).describe('status inquiries answered or given up'),
  followUpsForgiven: z
    .int()
    .min(0)
    .describe('those of them before a person or a new submission started the count over'),
  payerStatus: PayerStatus.optional().describe('the payer’s last word on a status inquiry (277)'),
  followedUpAt: z
    .string()
    .optional()
    .describe('when the payer last answered or was given up, or a person started the wait over'),
  remittances: z.int().min(0).describe('835 files that spoke of this claim'),
  decisions: z.array(Decision).describe('what people decided, once each'),
  beforeDecision: BeforeDecision.optional(),
  appeals: z.array(ClaimAppeal).optional().describe('that were sent, each with its answer'),
  answeredWarnings: z
    .array(z.string())
    .optional()
    .describe('edits that warned of the visit and were answered, each with what it was about'),
  executionArn: z.string().optional().describe('the lifecycle that drives the claim'),
  createdAt: z.string(),
});
export type Claim = z.infer<typeof Claim>;

/** A claim with the practice that bills it and the contract of the payer it goes to. */
export type ClaimContext = { readonly claim: Claim; readonly practice: Practice; readonly payer: Payer };

/** Reads a claim with both; throws RecordNotFound where one of the three is missing. */
export type GetClaimContext = (claimId: string) => Promise<ClaimContext>;

/** What the claim of a whole visit begins with: its first transmission open, nothing answered, nothing decided. */
export const unsentClaim = {
  part: 1,
  cause: 'visit',
  status: 'ready',
  version: 1,
  submissions: [{ number: 1, frequency: '1', fileAccepted: false }],
  adjudications: [],
  takebacks: [],
  refunds: [],
  writeOffs: [],
  patientBilled: zero,
  eligibilityChecks: 0,
  followUps: 0,
  followUpsForgiven: 0,
  remittances: 0,
  decisions: [],
} satisfies Partial<Claim>;

/** An entry of a claim's history: written in the same transaction as the change that it tells of. */
export const ClaimEvent = z.object({
  type: z.string(),
  at: z.string(),
  actor: Actor,
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type ClaimEvent = z.infer<typeof ClaimEvent>;

import { z } from 'zod';
import { DecidingActor } from './actor.ts';
import { ServiceFacts } from './visit/service-facts.ts';

/** Where in the document the words stand that support a code: character offsets, end exclusive. */
export const EvidenceSpan = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string(),
  section: z.string().optional().describe('the part of the note: assessment, history, …'),
  sentence: z.string().optional(),
});
export type EvidenceSpan = z.infer<typeof EvidenceSpan>;

/** Which words of the clinician would lead from an unspecified code to a more specific one. */
export const Specifying = z.object({
  axis: z.string().describe('laterality, acuity, stage, …'),
  options: z.array(z.string()),
});
export type Specifying = z.infer<typeof Specifying>;

export const CodeSystem = z.enum(['ICD-10-CM', 'CPT', 'HCPCS']);

/** Who proposed a code: our own rules, or one of the other suggesters that a deployment may switch on. */
export const SuggesterName = z.enum(['claimwright', 'comprehend-medical', 'bedrock']);
export type SuggesterName = z.infer<typeof SuggesterName>;

/** A code proposed for an encounter, each with the words of the note that support it. */
export const CodeSuggestion = z.object({
  system: CodeSystem,
  code: z.string(),
  description: z.string(),
  confidence: z.number().min(0).max(1),
  evidence: z.array(EvidenceSpan).min(1),
  rules: z.array(z.string()).describe('why: the rules applied, in order'),
  modifiers: z.array(z.string()).default([]),
  units: z.int().min(1).default(1),
  edition: z.string().optional().describe('the edition of the code set that has the code'),
  status: z
    .enum(['suggested', 'needs-query'])
    .optional()
    .describe('needs-query: the clinician has to be asked'),
  source: SuggesterName.optional().describe('who alone proposes it, where our own rules do not'),
  weak: z
    .literal(true)
    .optional()
    .describe('a question rather than a code: shown to the coder, and no part of what is proposed'),
  question: z.string().optional().describe('what has to be asked about it'),
  specify: Specifying.optional(),
  because: z
    .object({ raises: z.array(z.string()), lowers: z.array(z.string()) })
    .optional()
    .describe('what raises and what lowers the confidence, the strongest first'),
  term: z
    .string()
    .optional()
    .describe("the code set's own words that led to it, under which decisions are counted"),
});
export type CodeSuggestion = z.infer<typeof CodeSuggestion>;

/** A code that the note seems to name and a rule keeps off the claim. */
export const RejectedCode = z.object({
  code: z.string(),
  description: z.string(),
  evidence: z.array(EvidenceSpan),
  rule: z.string(),
});
export type RejectedCode = z.infer<typeof RejectedCode>;

/** What suggestions were made with: the version of our rules, and the code sets of the date of service. */
export const CodingBasis = z.object({ rules: z.int(), codes: z.string() });
export type CodingBasis = z.infer<typeof CodingBasis>;

/** The words of the note that a coder names for a code of their own. */
export const CodeSupport = z.object({ code: z.string(), quote: z.string().min(1).max(500) });
export type CodeSupport = z.infer<typeof CodeSupport>;

/** What became of one code: a suggestion that was accepted or rejected, or a code that somebody added. */
export const CodeDecision = z.object({
  code: z.string(),
  decision: z.enum(['accepted', 'rejected', 'added']),
  source: SuggesterName.optional(),
  confidence: z.number().optional(),
  edition: z.string().optional(),
  rules: z.array(z.string()).describe('the rule trail that the decision was made on'),
  changed: z.array(z.string()).describe('what of an accepted service was changed: modifiers, units'),
  term: z.string().optional(),
  quote: z.string().optional().describe('the words that were named for an added code'),
});
export type CodeDecision = z.infer<typeof CodeDecision>;

/** One confirmation of an encounter's codes: who decided what, when, and on which basis. */
export const CodingReview = z.object({
  acceptedFor: z.string().describe('the task, or the policy'),
  by: DecidingActor,
  at: z.string(),
  basis: CodingBasis.optional(),
  decisions: z.array(CodeDecision),
});
export type CodingReview = z.infer<typeof CodingReview>;

/** What was given or done so many times: whole, or with up to three decimals (SV104). */
const Units = z
  .number()
  .positive()
  .max(99_999_999.999)
  .refine(
    (units) => Math.abs(units * 1000 - Math.round(units * 1000)) < 1e-6,
    'Units have three decimals at most',
  );

/** A claim takes 12 diagnoses and 50 lines; a visit with more is billed in several. */
const mostDiagnoses = 60;
const mostServices = 300;

/** A service that the coder confirmed, before it is priced. Pointers count from 1 into the diagnoses. */
export const CodedService = z.object({
  procedure: z.string().regex(/^[A-Z0-9]{5}$/),
  modifiers: z
    .array(z.string().regex(/^[A-Z0-9]{2}$/))
    .max(4)
    .default([]),
  units: Units,
  diagnosisPointers: z.array(z.int().min(1).max(mostDiagnoses)).min(1).max(4),
  facts: ServiceFacts.optional().describe('what a claim says of it beside the code'),
});
export type CodedService = z.infer<typeof CodedService>;

/** An ICD-10-CM code with its dot. Since FY2026 the second character may be a letter ("QA0.0101"). */
export const DiagnosisCode = z.string().regex(/^[A-Z](?:[0-9][0-9A-Z]|[A-Z][0-9])(?:\.[0-9A-Z]{1,4})?$/);

/** The confirmed codes of an encounter, diagnoses in claim order. */
export const EncounterCodes = z.object({
  diagnoses: z.array(DiagnosisCode).min(1).max(mostDiagnoses),
  services: z.array(CodedService).min(1).max(mostServices),
});
export type EncounterCodes = z.infer<typeof EncounterCodes>;

import { z } from 'zod';

/** Where in the document the words stand that support a code: character offsets, end exclusive. */
export const EvidenceSpan = z.object({ start: z.int().min(0), end: z.int().min(1), quote: z.string() });
export type EvidenceSpan = z.infer<typeof EvidenceSpan>;

export const CodeSystem = z.enum(['ICD-10-CM', 'CPT', 'HCPCS']);

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
});
export type CodeSuggestion = z.infer<typeof CodeSuggestion>;

/** A service that the coder confirmed, before it is priced. Pointers count from 1 into the diagnoses. */
export const CodedService = z.object({
  procedure: z.string().regex(/^[A-Z0-9]{5}$/),
  modifiers: z
    .array(z.string().regex(/^[A-Z0-9]{2}$/))
    .max(4)
    .default([]),
  units: z.int().min(1).max(999),
  diagnosisPointers: z.array(z.int().min(1).max(12)).min(1).max(4),
});
export type CodedService = z.infer<typeof CodedService>;

/** The confirmed codes of an encounter, diagnoses in claim order. ICD-10-CM codes keep their dot. */
export const EncounterCodes = z.object({
  diagnoses: z
    .array(z.string().regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/))
    .min(1)
    .max(12),
  services: z.array(CodedService).min(1).max(50),
});
export type EncounterCodes = z.infer<typeof EncounterCodes>;

import { z } from 'zod';

/**
 * How often the coders of a practice kept and struck a code where a term or a phrase stood. Terms and phrases are made
 * of the code set's own words: nothing here tells of a patient.
 */
export const TermDecision = z.object({
  kind: z.enum(['term', 'phrase']),
  term: z.string().min(1),
  code: z.string().min(1),
  accepted: z.int().min(0),
  rejected: z.int().min(0),
});
export type TermDecision = z.infer<typeof TermDecision>;

/** What a practice's coders decided, over a number of notes. */
export type TermDecisions = { readonly notes: number; readonly decisions: readonly TermDecision[] };

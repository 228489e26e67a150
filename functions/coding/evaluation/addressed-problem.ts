import type { EvidenceSpan } from '../../domain/coding.ts';

/** Course and weight of a problem by the definitions of the AMA's E/M guideline. */
export type ProblemStatus =
  | 'self-limited'
  | 'acute'
  | 'chronic-stable'
  | 'chronic-worsening'
  | 'acute-systemic'
  | 'uncertain-prognosis'
  | 'complicated-injury'
  | 'severe';

/** A problem that the clinician evaluated or treated at the visit; the evidence names it and tells its course. */
export type AddressedProblem = {
  readonly name: string;
  readonly status: ProblemStatus;
  readonly evidence: readonly EvidenceSpan[];
};

/** What a diagnosis must tell for its problem to be weighed, whatever engine found it. */
export type AddressedDiagnosis = {
  readonly entry: { readonly code: string };
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
};

import type { BilledService, Claim, ClaimLine } from '../claim.ts';

/** A line as far as a payer's answer may rest on it. */
export const billedServiceOf = (
  { lineNumber, procedure, modifiers, diagnosisPointers }: ClaimLine,
  { diagnoses }: Pick<Claim, 'diagnoses'>,
): BilledService => ({
  lineNumber,
  procedure,
  modifiers,
  diagnosis: (diagnoses[(diagnosisPointers[0] ?? 1) - 1] ?? '').slice(0, 3),
});

/** What a transmission of a claim billed: kept with it once a later one bills otherwise, else what the claim has now. */
export const billedServices = (claim: Claim, submissionNumber: number): readonly BilledService[] =>
  claim.submissions.find(({ number }) => number === submissionNumber)?.services ??
  claim.lines.map((line) => billedServiceOf(line, claim));

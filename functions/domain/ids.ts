import { letterDigest } from './digest.ts';
import type { Responsibility } from './party.ts';

/** The same encounter and payer position always give the same claim, so that generating twice makes one claim. */
export const claimIdFor = (practiceId: string, encounterId: string, responsibility: Responsibility): string =>
  `C${letterDigest(`${practiceId}/${encounterId}/${responsibility}`, 12)}`;

/** CLM01, at most 20 characters: names the claim and the transmission of it that a payer answers. */
export const patientControlNumber = (claimId: string, submissionNumber: number): string =>
  `${claimId}-${submissionNumber}`;

/** Reads CLM01 as it comes back in TRN02 or CLP01; undefined when we did not write it. */
export const parsePatientControlNumber = (
  text: string,
): { claimId: string; submissionNumber: number } | undefined => {
  const match = /^(C[0-9A-Z]{12})-(\d{1,4})$/.exec(text.trim());
  return match?.[1] && match[2] ? { claimId: match[1], submissionNumber: Number(match[2]) } : undefined;
};

import { createHash } from 'node:crypto';
import type { Responsibility } from './party.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const digest = (text: string, length: number): string =>
  Array.from(
    createHash('sha256').update(text).digest().subarray(0, length),
    (byte) => alphabet[byte & 31],
  ).join('');

/** The same encounter and payer position always give the same claim, so that generating twice makes one claim. */
export const claimIdFor = (practiceId: string, encounterId: string, responsibility: Responsibility): string =>
  `C${digest(`${practiceId}/${encounterId}/${responsibility}`, 12)}`;

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

/** A short name for long ids, within Step Functions' 80 characters for an execution's name. */
export const shortDigest = (text: string): string => digest(text, 16);

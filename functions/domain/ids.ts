import { z } from 'zod';
import { digestIn, letterDigest } from './digest.ts';
import type { Responsibility } from './party.ts';

/** Ids of practices as they stand in keys, routes and records. */
export const practiceIdPattern = /^[a-z0-9-]{3,40}$/;

/** Ids of visits as clinics give them, in keys, routes and records alike. */
export const encounterIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Ids of appointments as registrations, tables and routes name them. */
export const appointmentIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Digits and letters of which no two look alike, on paper or on a screen, and that spell no word. */
const distinctLetters = '23456789CDFHJKMNPQRTVWXY';

/** The number of a claim: `C` and ten of them. */
const todaysForm = `C[${distinctLetters}]{10}`;

/** Either form: claims were numbered with `C` and twelve others before. Length tells the two apart. */
const claimIdForms = `${todaysForm}|C[0-9A-Z]{12}`;

/** A claim's number in our records; of either form. */
export const ClaimId = z.string().regex(new RegExp(`^(?:${claimIdForms})$`));

/** What makes a claim one of its own: a visit may have several, for its payers, its parts, and after a void. */
export type ClaimIdentity = {
  readonly practiceId: string;
  readonly encounterId: string;
  readonly payerId: string;
  readonly responsibility: Responsibility;
  readonly part: number;
  readonly cause: string;
};

/**
 * The same identity always gives the same id, so that generating twice makes one claim. `candidate` counts on where
 * another claim has the id already (docs/decisions/0005).
 */
export const claimIdFor = (identity: ClaimIdentity, candidate = 0): string => {
  const text = JSON.stringify([...partsOf(identity), candidate]);
  return `C${digestIn(distinctLetters, text, 10)}`;
};

const partsOf = ({ practiceId, encounterId, payerId, responsibility, part, cause }: ClaimIdentity) => [
  practiceId,
  encounterId,
  payerId,
  responsibility,
  part,
  cause,
];

/** The id that the claim of a visit to the payer in this position had before parts and causes were told apart. */
export const earlierClaimIdFor = (
  practiceId: string,
  encounterId: string,
  responsibility: Responsibility,
): string => `C${letterDigest(`${practiceId}/${encounterId}/${responsibility}`, 12)}`;

/** Whether two claims are the same one, made twice. */
export const isSameClaim = (one: ClaimIdentity, other: ClaimIdentity): boolean =>
  JSON.stringify(partsOf(one)) === JSON.stringify(partsOf(other));

/** One transmission of a claim, as its answers name it. */
export type Transmission = { readonly claimId: string; readonly submissionNumber: number };

/**
 * CLM01: names the claim and the transmission of it that a payer answers. At most 14 characters, as box 26 of the
 * CMS-1500 has, up to the 99th transmission; 18 for claims with an id of the earlier form.
 */
export const patientControlNumber = (claimId: string, submissionNumber: number): string =>
  `${claimId}-${submissionNumber}`;

const numbered = new RegExp(`^(${claimIdForms})-(\\d{1,4})$`);
const todaysNumbered = new RegExp(`^(${todaysForm})-(\\d{1,4})$`);

/**
 * Reads CLM01 as it comes back in TRN02 or CLP01; undefined when we did not write it. Numbers have no lower case, so
 * those of today are read in either; of the earlier form, of which other systems may have some, just as written.
 */
export const parsePatientControlNumber = (text: string): Transmission | undefined => {
  const written = text.trim();
  const match = numbered.exec(written) ?? todaysNumbered.exec(written.toUpperCase());
  return match?.[1] && match[2] ? { claimId: match[1], submissionNumber: Number(match[2]) } : undefined;
};

/** REF*6R of a line, at most 21 characters: the payer sends it back, and it names the transmission too. */
export const lineControlNumber = (claimNumber: string, lineNumber: number): string =>
  `${claimNumber}-${lineNumber}`;

/** The line that a REF*6R of ours names, with its transmission where it says that; lines were sent as bare numbers. */
export const parseLineControlNumber = (
  text: string,
): { readonly lineNumber: number; readonly transmission?: Transmission } | undefined => {
  const [, claimNumber, line] = /^(?:(.*)-)?(\d{1,3})$/.exec(text.trim()) ?? [];
  const lineNumber = Number(line);
  if (!(lineNumber > 0)) return undefined;
  if (claimNumber === undefined) return { lineNumber };
  const transmission = parsePatientControlNumber(claimNumber);
  return transmission && { lineNumber, transmission };
};

const traced = new RegExp(`^(${claimIdForms})-(.+)$`);

/** The number of a claim in a trace of ours (TRN02 of a 270 or 276), with what follows it after a hyphen. */
export const parseTrace = (text: string): { readonly claimId: string; readonly rest: string } | undefined => {
  const match = traced.exec(text.trim().toUpperCase());
  return match?.[1] && match[2] ? { claimId: match[1], rest: match[2] } : undefined;
};

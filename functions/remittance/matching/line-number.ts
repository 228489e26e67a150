import { parseLineControlNumber, parsePatientControlNumber } from '../../domain/ids.ts';
import type { RemittanceClaim, RemittanceLine } from '../../edi/x835/loops.ts';

/**
 * The number of our line that a payer decided: what REF*6R carries back, with or without its hyphens. Undefined where
 * the payer dropped it, or sends a number of its own or of another claim.
 */
export const lineNumberOf = (
  line: RemittanceLine,
  { patientControlNumber }: Pick<RemittanceClaim, 'patientControlNumber'>,
): number | undefined => {
  const text = line.lineControlNumber ?? '';
  const decided = parsePatientControlNumber(patientControlNumber);
  const named = parseLineControlNumber(text);
  if (named) return isAbout(decided?.claimId, named.transmission?.claimId) ? named.lineNumber : undefined;
  const claimNumber = decided && lettersOf(patientControlNumber);
  return claimNumber && lettersOf(text).startsWith(claimNumber)
    ? parseLineControlNumber(lettersOf(text).slice(claimNumber.length))?.lineNumber
    : undefined;
};

const isAbout = (decided: string | undefined, named: string | undefined): boolean =>
  decided === undefined || named === undefined || decided === named;

/** What is left of a number when its hyphens and spaces are lost, in upper case. */
export const lettersOf = (text: string): string => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

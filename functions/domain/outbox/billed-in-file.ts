import { readSets } from '../../edi/sets.ts';
import { claimsOf } from '../../edi/x837p/claims-of.ts';
import { professionalClaimGuide } from '../../edi/x837p/guide.ts';
import type { ProfessionalClaim } from '../../edi/x837p/loops.ts';
import { Submission } from '../claim.ts';
import { parsePatientControlNumber, type Transmission } from '../ids.ts';
import type { SentSet } from '../partner-file.ts';

/** A transmission as a file of claims has it: its number, and what it is of the claim (CLM05-3, REF*F8). */
export type BilledTransmission = Transmission & Pick<Submission, 'frequency' | 'originalReference'>;

/** A file of claims as it stands: its sets, and the transmissions in them, in the order of the file. */
export type BilledFile = {
  readonly sets: readonly SentSet[];
  readonly billed: readonly BilledTransmission[];
};

/** Reads a file of claims that we wrote; what is no 837P holds none. */
export const billedInFile = (text: string): BilledFile => {
  const read = readSets(text, professionalClaimGuide);
  const sets = (read.success ? read.data.sets : []).map(({ data }) => ({
    controlNumber: data.reference ?? '',
    claims: claimsOf(data).map(({ claim }) => claim),
  }));
  return {
    sets: sets.map((set) => ({
      ...set,
      claims: set.claims.map(({ patientControlNumber }) => patientControlNumber),
    })),
    billed: sets.flatMap(({ claims }) => claims.flatMap(transmissionOf)),
  };
};

const transmissionOf = ({
  patientControlNumber,
  frequency,
  originalReference,
}: ProfessionalClaim): BilledTransmission[] => {
  const transmission = parsePatientControlNumber(patientControlNumber);
  const kind = Submission.shape.frequency.safeParse(frequency);
  if (!transmission || !kind.success) return [];
  return [{ ...transmission, frequency: kind.data, ...(originalReference && { originalReference }) }];
};

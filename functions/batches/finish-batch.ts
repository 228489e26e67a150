import { parsePatientControlNumber, type Transmission } from '../domain/ids.ts';
import type { StandingOutbox } from '../domain/outbox/outbox.ts';
import { recordSent } from '../domain/outbox/transmissions.ts';
import { type PartnerFile, transmissionsIn } from '../domain/partner-file.ts';
import { readSets } from '../edi/sets.ts';
import { claimsOf } from '../edi/x837p/claims-of.ts';
import { professionalClaimGuide } from '../edi/x837p/guide.ts';
import type { BatchEffects } from './batch-effects.ts';
import { leave } from './begin-batch.ts';
import { composeBatch, type ReadClaim, readQueued } from './compose-batch.ts';

/**
 * Writes a file that was begun, unless it is written, and records each claim of it as sent. What stands in the file
 * decides: whoever finishes it, and how often, the claims in it were sent, and no other was. Returns how many.
 */
export const finishBatch = async (
  outbox: StandingOutbox,
  file: PartnerFile,
  effects: BatchEffects,
): Promise<number> => {
  const begun = transmissionsIn(file);
  const text = await standingText(outbox, file, await stillWaiting(begun, effects), effects);
  const sent = text === undefined ? [] : claimsIn(text);
  for (const transmission of sent) await recordClaim(transmission, file, effects);
  await effects.endFile(outbox, file.fileId);
  return sent.length;
};

const stillWaiting = async (begun: readonly Transmission[], effects: BatchEffects): Promise<ReadClaim[]> => {
  const claims: ReadClaim[] = [];
  for (const transmission of begun) {
    const queued = await effects.findQueued(transmission);
    const read = queued && readQueued(queued);
    if (read?.success) claims.push(read.data);
  }
  return claims;
};

/** A claim leaves the outbox once it is recorded, and so after its file was written: what is gone stands in the file. */
const standingText = (
  outbox: StandingOutbox,
  file: PartnerFile,
  claims: readonly ReadClaim[],
  { writeOnce, readWritten }: BatchEffects,
): Promise<string | undefined> => {
  const text = composeBatch(file, outbox, claims);
  return text === undefined ? readWritten(file.key) : writeOnce(file.key, text);
};

const claimsIn = (text: string): Transmission[] => {
  const read = readSets(text, professionalClaimGuide);
  const billed = read.success ? read.data.sets.flatMap(({ data }) => claimsOf(data)) : [];
  return billed.flatMap(({ claim }) => parsePatientControlNumber(claim.patientControlNumber) ?? []);
};

const recordClaim = async (
  transmission: Transmission,
  file: PartnerFile,
  effects: BatchEffects,
): Promise<void> => {
  const { claimId, submissionNumber } = transmission;
  await effects.changeClaim(claimId, (claim) => recordSent(claim, submissionNumber, file));
  await leave(transmission, 'sent', effects);
};

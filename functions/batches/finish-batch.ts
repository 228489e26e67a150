import type { Transmission } from '../domain/ids.ts';
import { billedInFile } from '../domain/outbox/billed-in-file.ts';
import { leaveOutbox } from '../domain/outbox/leave-outbox.ts';
import type { QueuedClaim, StandingOutbox } from '../domain/outbox/outbox.ts';
import { recordSent } from '../domain/outbox/transmissions.ts';
import { type PartnerFile, transmissionsIn } from '../domain/partner-file.ts';
import type { BatchEffects } from './batch-effects.ts';
import { composeBatch, readQueued } from './compose-batch.ts';

/**
 * Writes a file that was begun, unless it is written, and records each claim of it as sent. What stands in the file
 * decides: whoever finishes it, and how often, the claims in it were sent, and no other was. Returns how many.
 */
export const finishBatch = async (
  outbox: StandingOutbox,
  file: PartnerFile,
  effects: BatchEffects,
): Promise<number> => {
  const waiting = await stillWaiting(transmissionsIn(file), effects);
  const text = await standingText(outbox, file, waiting, effects);
  const sent = text === undefined ? [] : billedInFile(text).billed;
  for (const transmission of sent) await recordClaim(transmission, file, waiting, effects);
  await effects.endFile(outbox, file.fileId);
  return sent.length;
};

const stillWaiting = async (
  begun: readonly Transmission[],
  { findQueued }: BatchEffects,
): Promise<QueuedClaim[]> => {
  const waiting: QueuedClaim[] = [];
  for (const transmission of begun) waiting.push(...[(await findQueued(transmission)) ?? []].flat());
  return waiting;
};

/** A claim leaves the outbox once it is recorded, and so after its file was written: what is gone stands in the file. */
const standingText = (
  outbox: StandingOutbox,
  file: PartnerFile,
  waiting: readonly QueuedClaim[],
  { writeOnce, readWritten }: BatchEffects,
): Promise<string | undefined> => {
  const read = waiting.map(readQueued).flatMap((one) => (one.success ? [one.data] : []));
  const text = composeBatch(file, outbox, read);
  return text === undefined ? readWritten(file.key) : writeOnce(file, text);
};

/** One that waits no longer was recorded by somebody else, and its lifecycle goes on. */
const recordClaim = async (
  { claimId, submissionNumber }: Transmission,
  file: PartnerFile,
  waiting: readonly QueuedClaim[],
  effects: BatchEffects,
): Promise<void> => {
  await effects.changeClaim(claimId, (claim) => recordSent(claim, submissionNumber, file));
  const queued = waiting.find((one) => one.claimId === claimId && one.submissionNumber === submissionNumber);
  if (queued) await leaveOutbox(queued, 'sent', effects);
};

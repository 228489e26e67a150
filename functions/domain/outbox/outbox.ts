import { z } from 'zod';
import { TimeZone } from '../calendar/time-zone.ts';
import { shortDigest } from '../digest.ts';
import { ClaimId, type Transmission } from '../ids.ts';
import type { Payer } from '../payer.ts';
import { enrolmentFor, gatheringOf } from '../practice/partner-enrolment.ts';
import type { Practice } from '../practice.ts';

/**
 * Where claims wait for a file: one for each practice, partner and pair of names on the outside of the file. A practice's
 * claims share no file with another's, for whatever is said of the file is said to one practice.
 */
export const Outbox = z.object({
  outboxId: z.string(),
  practiceId: z.string(),
  partnerId: z.string(),
  receiverId: z.string(),
  timeZone: TimeZone,
  batchClaims: z.int().min(1),
  batchMinutes: z.int().min(0),
});
export type Outbox = z.infer<typeof Outbox>;

/** An outbox as it stands: how often a file was begun from it, and the one that is not finished. */
export type StandingOutbox = Outbox & { readonly begun: number; readonly openFile?: string | undefined };

/** A transmission that waits, written as an interchange of its own when it was submitted: it goes out as it was then. */
export const QueuedClaim = z.object({
  claimId: ClaimId,
  submissionNumber: z.int().min(1),
  outboxId: z.string(),
  queuedAt: z.string(),
  openedBy: z.string().optional().describe('what opened the transmission, as its claim has it'),
  text: z.string(),
});
export type QueuedClaim = z.infer<typeof QueuedClaim>;

/** A transmission as it waits: taken by whoever is about to write it into a file, it cannot be taken back any more. */
export type WaitingClaim = QueuedClaim & { readonly taken?: boolean };

/** Puts a transmission into its outbox, once; returns how many wait there now, undefined where it waited already. */
export type QueueClaim = (queued: QueuedClaim, outbox: Outbox) => Promise<number | undefined>;

/** The transmission as it waits; undefined where it does not, or no longer. */
export type FindQueued = (transmission: Transmission) => Promise<WaitingClaim | undefined>;

/** The outbox of a practice's claims for a payer. */
export const outboxFor = (practice: Practice, payer: Payer): Outbox => {
  const enrolment = enrolmentFor(practice, payer);
  const { submitterQualifier, submitterId, receiverQualifier, receiverId, usage } = enrolment;
  const { practiceId, timeZone } = practice;
  const ends = JSON.stringify([submitterQualifier, submitterId, receiverQualifier, receiverId, usage]);
  return {
    outboxId: `${practiceId}/${payer.partnerId}/${shortDigest(ends)}`,
    practiceId,
    partnerId: payer.partnerId,
    receiverId,
    timeZone,
    ...gatheringOf(enrolment),
  };
};

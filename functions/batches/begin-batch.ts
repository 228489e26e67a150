import type { Finding } from '../domain/finding.ts';
import { leaveOutbox } from '../domain/outbox/leave-outbox.ts';
import type { QueuedClaim, StandingOutbox } from '../domain/outbox/outbox.ts';
import { isToBeSent, refuseSubmission } from '../domain/outbox/transmissions.ts';
import type { PartnerFile } from '../domain/partner-file.ts';
import { controlNumberOf } from '../edi/envelope/isa.ts';
import type { BatchEffects } from './batch-effects.ts';
import { numberedSets, planSets, type ReadClaim, readQueued } from './compose-batch.ts';

/** Whether what waits in an outbox, the oldest first, is to go out now. */
export type IsDue = (waiting: readonly QueuedClaim[], outbox: StandingOutbox) => boolean;

/** A file that was begun; else nothing was to be sent, or somebody else began one meanwhile. */
export type Begun = PartnerFile | 'nothing' | 'overtaken';

/**
 * Begins a file with what waits: its record says which claims it holds, in which sets, under which numbers, before
 * anything of it is written. Where all that was read turns out not to be sent, what waits behind it is.
 */
export const beginBatch = async (
  outbox: StandingOutbox,
  now: Date,
  isDue: IsDue,
  effects: BatchEffects,
): Promise<Begun> => {
  const claims: ReadClaim[] = [];
  // What was left may still be in the index, and must not stand before the others for ever.
  const read = new Map<string, QueuedClaim>();
  while (claims.length === 0) {
    const listed = await effects.waitingIn(outbox.outboxId, outbox.batchClaims + read.size);
    const waiting = listed.filter((one) => !read.has(nameOf(one))).slice(0, outbox.batchClaims);
    if (waiting.length === 0 || !isDue(waiting, outbox)) return 'nothing';
    for (const queued of waiting) {
      read.set(nameOf(queued), queued);
      const claim = await claimToSend(queued, effects);
      if (claim) claims.push(claim);
    }
  }
  const sets = planSets(claims);
  const first = await effects.leaseNumbers(outbox.partnerId, sets.length);
  const file = fileOf(outbox, { sets: numberedSets(sets, first), first, at: now.toISOString() });
  return (await effects.beginFile(outbox, file, read.size)) ? file : 'overtaken';
};

/** What was withdrawn and put there again is another entry. */
const nameOf = ({ claimId, submissionNumber, queuedAt }: QueuedClaim): string =>
  `${claimId}-${submissionNumber} ${queuedAt}`;

/**
 * The transmission, read; one that is not to be sent, or cannot be read, leaves the outbox and its claim goes on. It is
 * taken before its claim is read: a decision that is taken back is then in the claim, or comes too late.
 */
const claimToSend = async (queued: QueuedClaim, effects: BatchEffects): Promise<ReadClaim | undefined> => {
  if (!(await effects.takeQueued(queued))) return undefined;
  const claim = await effects.findClaim(queued.claimId);
  if (!claim || !isToBeSent(claim, queued.submissionNumber, queued)) {
    const sent = claim?.submissions.find(({ number }) => number === queued.submissionNumber)?.sentAt;
    await leaveOutbox(queued, sent ? 'sent' : 'withdrawn', effects);
    return undefined;
  }
  const read = readQueued(queued);
  if (read.success) return read.data;
  await refuse(queued, read.findings, effects);
  return undefined;
};

const refuse = async (
  queued: QueuedClaim,
  findings: readonly Finding[],
  effects: BatchEffects,
): Promise<void> => {
  const { claimId, submissionNumber } = queued;
  await effects.changeClaim(claimId, (claim) => refuseSubmission(claim, submissionNumber, findings));
  await leaveOutbox(queued, 'withdrawn', effects);
};

const fileOf = (
  { outboxId, practiceId, partnerId }: StandingOutbox,
  { sets, first, at }: Required<Pick<PartnerFile, 'sets' | 'at'>> & { readonly first: number },
): PartnerFile => {
  const fileId = controlNumberOf(first);
  return {
    direction: 'outbound',
    transaction: '837P',
    key: `partners/${partnerId}/outbound/837P-${fileId}.x12`,
    outcome: 'sent',
    findings: [],
    ...{ partnerId, practiceId, outboxId, fileId, sets, at },
  };
};

import type { Claim } from '../../domain/claim.ts';
import type { FindQueued, Outbox, WaitingClaim } from '../../domain/outbox/outbox.ts';
import { type AnswerWait, unanswered, waits } from '../../domain/wait.ts';

export type WaitingReader = {
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly findQueued: FindQueued;
  readonly findOutbox: (outboxId: string) => Promise<Pick<Outbox, 'batchMinutes'> | undefined>;
};

/** A claim's transmission as it waits for a file, with when that goes at the latest. */
export type Going = {
  readonly queued: WaitingClaim;
  readonly going: { readonly taken: boolean; readonly leavesAt: string };
};

/**
 * What of a claim waits for a file; 'changed' where it was taken for one and the claim was written since it was read: who
 * reads again then sees whether it went.
 */
export const waitingOf = async (
  claim: Claim,
  { findClaim, findQueued, findOutbox }: WaitingReader,
): Promise<Going | 'changed' | undefined> => {
  const found = await findQueued({ claimId: claim.claimId, submissionNumber: claim.submissions.length });
  // What was queued before it was taken back, and waits under the same number, says nothing of what waits now.
  if (!found || found.openedBy !== claim.submissions.at(-1)?.openedBy) return undefined;
  if (found.taken && (await findClaim(claim.claimId))?.version !== claim.version) return 'changed';
  const outbox = await findOutbox(found.outboxId);
  const leavesAt = new Date(Date.parse(found.queuedAt) + (outbox?.batchMinutes ?? 0) * 60_000).toISOString();
  return { queued: found, going: { taken: found.taken ?? false, leavesAt } };
};

/** The wait in which a lifecycle may be that has to look again: for its file, or for the answer to a 270. */
export const wakeOf = (claim: Claim, waiting: WaitingClaim | undefined): string | undefined => {
  if (waiting) return waits.transmission(claim.claimId, waiting.submissionNumber, waiting.queuedAt);
  return claim.status === 'ready' ? waits.eligibility(claim.claimId, claim.eligibilityChecks) : undefined;
};

/** Lets a lifecycle go on whose file or answer does not come any more. */
export const wake = (wait: string, answerWait: AnswerWait): Promise<void> =>
  wait.includes('/transmission/')
    ? answerWait(wait as ReturnType<typeof waits.transmission>, { outcome: 'withdrawn' })
    : answerWait(wait as ReturnType<typeof waits.eligibility>, { outcome: unanswered });

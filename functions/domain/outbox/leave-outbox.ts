import { type AnswerWait, waits } from '../wait.ts';
import type { QueuedClaim } from './outbox.ts';

export type LeaveEffects = {
  readonly answerWait: AnswerWait;
  readonly removeQueued: (queued: QueuedClaim) => Promise<void>;
};

/**
 * Takes a transmission out of its outbox. Its lifecycle goes on first: an entry that stays is seen again, a claim that
 * waits for nothing is not.
 */
export const leaveOutbox = async (
  queued: QueuedClaim,
  outcome: 'sent' | 'withdrawn',
  { answerWait, removeQueued }: LeaveEffects,
): Promise<void> => {
  const { claimId, submissionNumber, queuedAt } = queued;
  await answerWait(waits.transmission(claimId, submissionNumber, queuedAt), { outcome });
  await removeQueued(queued);
};

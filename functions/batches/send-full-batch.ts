import type { Transmission } from '../domain/ids.ts';
import type { QueuedClaim } from '../domain/outbox/outbox.ts';
import type { StepResult } from '../domain/step.ts';
import type { BatchEffects } from './batch-effects.ts';
import { sendBatch } from './send-batch.ts';

const isSame = (one: Transmission, other: Transmission): boolean =>
  one.claimId === other.claimId && one.submissionNumber === other.submissionNumber;

/**
 * Sends the file that a claim filled, and with it the claim: the index of what waits may not show it yet, and a partner
 * that takes one claim a file should not have it wait for the next.
 */
export const sendFullBatch = async (
  transmission: Transmission,
  now: Date,
  effects: BatchEffects,
): Promise<StepResult<'done'>> => {
  const own = await effects.findQueued(transmission);
  if (!own) return { outcome: 'done' };
  const waitingIn = async (outboxId: string, limit: number): Promise<readonly QueuedClaim[]> => {
    const waiting = await effects.waitingIn(outboxId, limit);
    if (waiting.some((one) => isSame(one, own)) || !(await effects.findQueued(own))) return waiting;
    return [...waiting.slice(0, limit - 1), own];
  };
  const isIn = (waiting: readonly QueuedClaim[]): boolean => waiting.some((one) => isSame(one, own));
  await sendBatch(own.outboxId, now, isIn, { ...effects, waitingIn });
  return { outcome: 'done' };
};

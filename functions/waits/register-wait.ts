import { shortDigest } from '../domain/digest.ts';
import type { TokenSent } from '../domain/wait.ts';

export type RegisterWaitEffects = {
  readonly startFollowUpTimer: (
    name: string,
    input: { readonly waitId: string; readonly round: number; readonly ringAt: string },
  ) => Promise<unknown>;
  readonly awaitAnswer: (registration: TokenSent) => Promise<void>;
};

/**
 * Sets the bell of a wait, where it has one, before anybody waits. The timer is named by the token: one for each wait
 * of an execution, and a new one when it is started again.
 */
export const registerWait = async (
  registration: TokenSent,
  { startFollowUpTimer, awaitAnswer }: RegisterWaitEffects,
): Promise<void> => {
  const { waitId, round, ringAt, token } = registration;
  if (ringAt !== null) await startFollowUpTimer(shortDigest(token), { waitId, round, ringAt });
  await awaitAnswer(registration);
};

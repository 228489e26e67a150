import { registerWait } from '../adapters/wait-store.ts';
import { startFollowUpTimer } from '../adapters/workflows.ts';
import { shortDigest } from '../domain/digest.ts';
import { WaitRegistration } from '../domain/wait.ts';
import { queueHandler } from '../runtime/queue-handler.ts';

/** The timer is named by the token: one for each wait of an execution, and a new one when it is started again. */
export const handler = queueHandler(WaitRegistration, async (registration) => {
  const { waitId, round, ringAt, token } = registration;
  if (ringAt !== null) await startFollowUpTimer(shortDigest(token), { waitId, round, ringAt });
  await registerWait(registration);
});

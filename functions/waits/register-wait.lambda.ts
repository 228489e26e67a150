import { awaitAnswer } from '../adapters/wait-store.ts';
import { startFollowUpTimer } from '../adapters/workflows.ts';
import { WaitRegistration } from '../domain/wait.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { registerWait } from './register-wait.ts';

export const handler = queueHandler(WaitRegistration, (registration, { sentAt }) =>
  registerWait({ ...registration, sentAt }, { startFollowUpTimer, awaitAnswer }),
);

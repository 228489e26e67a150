import { awaitAnswer } from '../adapters/wait-store.ts';
import { WaitRegistration } from '../domain/wait.ts';
import { queueHandler } from '../runtime/queue-handler.ts';

export const handler = queueHandler(WaitRegistration, (registration, { sentAt }) =>
  awaitAnswer({ ...registration, sentAt }),
);

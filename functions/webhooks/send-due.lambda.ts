import { z } from 'zod';
import { changeDelivery, dueDeliveries, findDelivery } from '../adapters/webhooks/delivery-store.ts';
import {
  changeEndpoint,
  findEndpoint,
  releaseEndpoint,
  takeEndpoint,
} from '../adapters/webhooks/endpoint-store.ts';
import { post } from '../adapters/webhooks/receivers.ts';
import { openSecret } from '../adapters/webhooks/secret-seal.ts';
import { wakeEndpoint } from '../adapters/webhooks/wake-queue.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { type SendDueEffects, sendDue } from './send-due.ts';

const effects: SendDueEffects = {
  takeEndpoint,
  releaseEndpoint,
  findEndpoint,
  changeEndpoint,
  dueDeliveries,
  findDelivery,
  changeDelivery,
  openSecret,
  post,
  wake: wakeEndpoint,
  now: () => new Date(),
};

export const handler = queueHandler(z.object({ practiceId: z.string(), endpointId: z.string() }), (name) =>
  sendDue(name, effects),
);

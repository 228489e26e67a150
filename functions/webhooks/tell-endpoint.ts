import { type Delivery, keptMs } from '../domain/webhooks/delivery.ts';
import type { WebhookEndpoint } from '../domain/webhooks/endpoint.ts';
import type { WebhookMessage } from '../domain/webhooks/message.ts';

/** Whether an endpoint is to be told of a message: of its practice, of the types that it wants. */
export const wants = ({ practiceId, types }: WebhookEndpoint, { type, data }: WebhookMessage): boolean =>
  practiceId === data.practiceId && (types === undefined || types.includes(type));

/** A message as it waits for an endpoint: due at once, and kept even while the endpoint is disabled. */
export const deliveryTo = (
  { practiceId, endpointId }: WebhookEndpoint,
  message: WebhookMessage,
  now: Date,
): Delivery => ({
  ...{ practiceId, endpointId, messageId: message.id, type: message.type, body: JSON.stringify(message) },
  ...{ status: 'pending', dueAt: now.toISOString(), tries: 0, attempts: [], revision: 0 },
  createdAt: now.toISOString(),
  expiresAt: new Date(now.getTime() + keptMs).toISOString(),
});

import type { Change } from '../domain/webhooks/change.ts';
import type { Delivery } from '../domain/webhooks/delivery.ts';
import type { EndpointName, WebhookEndpoint } from '../domain/webhooks/endpoint.ts';
import type { WebhookMessage } from '../domain/webhooks/message.ts';
import { eventsOfChange } from './events-of-change.ts';
import { deliveryTo, wants } from './tell-endpoint.ts';

export type NoteChangesEffects = {
  readonly endpointsOf: (practiceId: string) => Promise<readonly WebhookEndpoint[]>;
  /** False where the message was told before. */
  readonly addDelivery: (delivery: Delivery) => Promise<boolean>;
  readonly wake: (endpoint: EndpointName) => Promise<void>;
  readonly now: () => Date;
};

/**
 * Notes what changed for every endpoint that wants to know, and wakes whoever sends. Changes that come again are noted
 * once; where this fails in between, all of them come again.
 */
export const noteChanges = async (
  changes: readonly Change[],
  effects: NoteChangesEffects,
): Promise<{ readonly noted: number }> => {
  let noted = 0;
  const messages = changes.flatMap(eventsOfChange);
  for (const [practiceId, some] of Map.groupBy(messages, ({ data }) => data.practiceId))
    for (const endpoint of await effects.endpointsOf(practiceId))
      noted += await noteFor(endpoint, some, effects);
  return { noted };
};

const noteFor = async (
  endpoint: WebhookEndpoint,
  messages: readonly WebhookMessage[],
  { addDelivery, wake, now }: NoteChangesEffects,
): Promise<number> => {
  const wanted = messages.filter((message) => wants(endpoint, message));
  for (const message of wanted) await addDelivery(deliveryTo(endpoint, message, now()));
  if (wanted.length > 0 && endpoint.status === 'enabled') await wake(endpoint);
  return wanted.length;
};

import type { EndpointName } from '../../domain/webhooks/endpoint.ts';
import { addDelivery, changeDelivery, deliveriesBetween, deliveriesOf } from './delivery-store.ts';
import { addEndpoint, changeEndpoint, endpointsOf, findEndpoint, removeEndpoint } from './endpoint-store.ts';
import { isLocal, whereIs } from './receivers.ts';
import { sealSecret } from './secret-seal.ts';
import { wakeEndpoint } from './wake-queue.ts';

/** What administrators of webhooks do to the world. */
export const webhookEffects = {
  ...{ endpointsOf, findEndpoint, addEndpoint, changeEndpoint, removeEndpoint },
  ...{ addDelivery, changeDelivery, deliveriesBetween, deliveriesOf },
  ...{ sealSecret, whereIs, isLocal },
  // The index of what is due may lag behind by a second.
  wake: (name: EndpointName): Promise<void> => wakeEndpoint(name, 1),
  now: (): Date => new Date(),
};

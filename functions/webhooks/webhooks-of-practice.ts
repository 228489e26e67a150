import type { Actor } from '../domain/actor.ts';
import type { PageAsked } from '../domain/paging/page.ts';
import type { EndpointName } from '../domain/webhooks/endpoint.ts';
import type {
  DeliveryQuery,
  EndpointPatch,
  NewEndpoint,
  ReplayRequest,
} from '../domain/webhooks/requests.ts';
import {
  type Asked,
  addEndpoint,
  changeEndpoint,
  type ManageEffects,
  removeEndpoint,
  rotateSecret,
  shownEndpoint,
} from './manage-endpoints.ts';
import { listDeliveries, type ReplayEffects, replayMessages, testEndpoint } from './replay.ts';

export type WebhookEffects = ManageEffects & ReplayEffects & { readonly now: () => Date };

/** All that administrators see and do of the webhooks of their practice, as the API and the command line offer it. */
export const webhooksOfPractice = (effects: WebhookEffects) => {
  const asked = (by: Actor): Asked => ({ by, now: effects.now() });
  return {
    list: async (practiceId: string) => (await effects.endpointsOf(practiceId)).map(shownEndpoint),
    find: async (name: EndpointName) => {
      const endpoint = await effects.findEndpoint(name);
      return endpoint && shownEndpoint(endpoint);
    },
    add: (practiceId: string, one: NewEndpoint, by: Actor) =>
      addEndpoint(practiceId, one, asked(by), effects),
    change: (name: EndpointName, patch: EndpointPatch, by: Actor) =>
      changeEndpoint(name, patch, asked(by), effects),
    rotate: (name: EndpointName, by: Actor) => rotateSecret(name, asked(by), effects),
    remove: (name: EndpointName) => removeEndpoint(name, effects),
    test: (name: EndpointName) => testEndpoint(name, effects.now(), effects),
    replay: (name: EndpointName, request: ReplayRequest) =>
      replayMessages(name, request, effects.now(), effects),
    deliveries: (name: EndpointName, query: DeliveryQuery, page: PageAsked) =>
      listDeliveries(name, query, page, effects),
  };
};

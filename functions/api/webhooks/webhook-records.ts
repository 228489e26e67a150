import type { Actor } from '../../domain/actor.ts';
import type { Page, PageAsked } from '../../domain/paging/page.ts';
import type { ShownDelivery } from '../../domain/webhooks/delivery.ts';
import type { EndpointName, ShownEndpoint } from '../../domain/webhooks/endpoint.ts';
import type {
  DeliveryQuery,
  EndpointAnswer,
  EndpointPatch,
  NewEndpoint,
  ReplayAnswer,
  ReplayRequest,
} from '../../domain/webhooks/requests.ts';

/** Where a practice's programs are told of what happens, and what they were told. */
export type WebhookRecordsOfPractice = {
  readonly list: (practiceId: string) => Promise<readonly ShownEndpoint[]>;
  readonly find: (name: EndpointName) => Promise<ShownEndpoint | undefined>;
  readonly add: (practiceId: string, asked: NewEndpoint, by: Actor) => Promise<EndpointAnswer>;
  readonly change: (name: EndpointName, asked: EndpointPatch, by: Actor) => Promise<EndpointAnswer>;
  readonly rotate: (name: EndpointName, by: Actor) => Promise<EndpointAnswer>;
  readonly remove: (name: EndpointName) => Promise<EndpointAnswer>;
  readonly test: (name: EndpointName) => Promise<ReplayAnswer>;
  readonly replay: (name: EndpointName, asked: ReplayRequest) => Promise<ReplayAnswer>;
  readonly deliveries: (
    name: EndpointName,
    asked: DeliveryQuery,
    page: PageAsked,
  ) => Promise<Page<ShownDelivery> | undefined>;
};

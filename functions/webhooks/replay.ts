import type { Page, PageAsked } from '../domain/paging/page.ts';
import {
  type ChangeDelivery,
  type Delivery,
  keptMs,
  type ShownDelivery,
} from '../domain/webhooks/delivery.ts';
import type { EndpointName, WebhookEndpoint } from '../domain/webhooks/endpoint.ts';
import type { DeliveryQuery, ReplayAnswer, ReplayRequest } from '../domain/webhooks/requests.ts';
import { testMessage } from './events-of-change.ts';
import { deliveryTo } from './tell-endpoint.ts';

/** Instants; the second one is not among them. */
type Span = { readonly from: string; readonly to: string };

export type ReplayEffects = {
  readonly findEndpoint: (name: EndpointName) => Promise<WebhookEndpoint | undefined>;
  readonly addDelivery: (delivery: Delivery) => Promise<boolean>;
  readonly changeDelivery: ChangeDelivery;
  /** Those told in a span, the earliest first. */
  readonly deliveriesBetween: (endpointId: string, span: Span, limit: number) => Promise<readonly Delivery[]>;
  /** The same, the latest first and a page at a time. */
  readonly deliveriesOf: (endpointId: string, span: Span, page: PageAsked) => Promise<Page<Delivery>>;
  readonly wake: (name: EndpointName) => Promise<void>;
};

/** Within the time that a request has; whoever wants more asks again, from where this one ended. */
const mostAtOnce = 250;

type Chosen = { readonly messageIds: readonly string[]; readonly continueFrom?: string };

const chosenBy = async (
  asked: ReplayRequest,
  endpointId: string,
  now: Date,
  { deliveriesBetween }: ReplayEffects,
): Promise<Chosen> => {
  if ('messageIds' in asked) return { messageIds: [...new Set(asked.messageIds)] };
  const span = { from: instant(asked.from), to: instant(asked.to ?? now.toISOString()) };
  // Nothing was told yet of what is to come, and no store finds what lies between an instant and an earlier one.
  const found = span.from > span.to ? [] : await deliveriesBetween(endpointId, span, mostAtOnce + 1);
  const next = found[mostAtOnce];
  const messageIds = found.slice(0, mostAtOnce).map(({ messageId }) => messageId);
  return { messageIds, ...(next && { continueFrom: next.createdAt }) };
};

/** As instants are kept: they are compared as text. */
const instant = (text: string): string => new Date(text).toISOString();

/**
 * Sends messages again, delivered or not, each under its id and with all its tries before it. What is under way already is
 * due at once. Of messages that the endpoint was never told, or that are older than thirty days, it says so.
 */
export const replayMessages = async (
  name: EndpointName,
  asked: ReplayRequest,
  now: Date,
  effects: ReplayEffects,
): Promise<ReplayAnswer> => {
  const endpoint = await effects.findEndpoint(name);
  if (!endpoint) return { outcome: 'unknown' };
  if (endpoint.status === 'disabled') return { outcome: 'disabled' };
  const { messageIds, ...rest } = await chosenBy(asked, name.endpointId, now, effects);
  const due: Partial<Delivery> = {
    ...{ status: 'pending', dueAt: now.toISOString(), tries: 0 },
    expiresAt: new Date(now.getTime() + keptMs).toISOString(),
  };
  const unknown: string[] = [];
  for (const messageId of messageIds) {
    const found = await effects.changeDelivery({ endpointId: name.endpointId, messageId }, () => due);
    if (!found) unknown.push(messageId);
  }
  await effects.wake(name);
  return {
    outcome: 'replayed',
    messageIds: messageIds.filter((id) => !unknown.includes(id)),
    ...{ unknown, ...rest },
  };
};

/** Sends a message that tells of nothing, to see whether it arrives. */
export const testEndpoint = async (
  name: EndpointName,
  now: Date,
  effects: ReplayEffects,
): Promise<ReplayAnswer> => {
  const endpoint = await effects.findEndpoint(name);
  if (!endpoint) return { outcome: 'unknown' };
  if (endpoint.status === 'disabled') return { outcome: 'disabled' };
  const message = testMessage(name, endpoint.status, now.toISOString());
  await effects.addDelivery(deliveryTo(endpoint, message, now));
  await effects.wake(name);
  return { outcome: 'replayed', messageIds: [message.id], unknown: [] };
};

const shown = ({ revision, body, ...delivery }: Delivery): ShownDelivery => delivery;

const earliest = '0000';
const latest = '9999';

/** A page of the deliveries of an endpoint, the latest first; undefined where the practice has no such endpoint. */
export const listDeliveries = async (
  name: EndpointName,
  { from, to, status }: DeliveryQuery,
  page: PageAsked,
  { findEndpoint, deliveriesOf }: Pick<ReplayEffects, 'findEndpoint' | 'deliveriesOf'>,
): Promise<Page<ShownDelivery> | undefined> => {
  if (!(await findEndpoint(name))) return undefined;
  const span = { from: from ? instant(from) : earliest, to: to ? instant(to) : latest };
  const { items, next } = await deliveriesOf(name.endpointId, span, page);
  const asked = items.filter((one) => status === undefined || one.status === status);
  return { items: asked.map(shown), next };
};

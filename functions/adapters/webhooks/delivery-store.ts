import type { Page, PageAsked } from '../../domain/paging/page.ts';
import { type ChangeDelivery, Delivery, type DeliveryName } from '../../domain/webhooks/delivery.ts';
import { BillingError } from '../../runtime/errors.ts';
import { readPage } from '../lists/read-page.ts';
import { isConditionFailure } from '../transaction.ts';
import { WebhookDeliveryEntity } from './webhook-table.ts';

const itemOf = (delivery: Delivery) => {
  const { endpointId, messageId, createdAt, revision, dueAt, expiresAt } = delivery;
  return {
    ...{ endpointId, messageId, createdAt, revision, record: delivery },
    expiresAt: Math.floor(Date.parse(expiresAt) / 1000),
    ...(dueAt !== undefined && { dueTo: endpointId, dueAt }),
  };
};

/** False where the message was told before: it then stays as it is. */
export const addDelivery = async (delivery: Delivery): Promise<boolean> => {
  try {
    await WebhookDeliveryEntity.create(itemOf(delivery)).go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

export const findDelivery = async ({
  endpointId,
  messageId,
}: DeliveryName): Promise<Delivery | undefined> => {
  const { data } = await WebhookDeliveryEntity.get({ endpointId, messageId }).go({ consistent: true });
  return data ? Delivery.parse(data.record) : undefined;
};

const replace = async (after: Delivery): Promise<boolean> => {
  try {
    await WebhookDeliveryEntity.put(itemOf(after))
      .where(({ revision }, { eq }) => eq(revision, after.revision - 1))
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

/** The sender and whoever replays write one delivery: five tries are ample. */
const attempts = 5;

export const changeDelivery: ChangeDelivery = async (name, patch) => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await findDelivery(name);
    const difference = before && patch(before);
    if (!difference) return before;
    const after: Delivery = { ...before, ...difference, revision: before.revision + 1 };
    if (await replace(after)) return after;
  }
  throw new BillingError('ConcurrentChange', `Message ${name.messageId} kept changing while it was written`);
};

/** What is due at an endpoint, the longest first; what was sent a moment ago may still be among it. */
export const dueDeliveries = async (endpointId: string, now: Date, limit: number): Promise<Delivery[]> => {
  const { data } = await WebhookDeliveryEntity.query
    .byDue({ dueTo: endpointId })
    .lte({ dueAt: now.toISOString() })
    .go({ count: limit });
  return data.map(({ record }) => Delivery.parse(record));
};

type Span = { readonly from: string; readonly to: string };

const toldIn = (endpointId: string, { from, to }: Span) =>
  WebhookDeliveryEntity.query.byTime({ endpointId }).between({ createdAt: from }, { createdAt: to });

/** The bound of a query is part of it; the end of a span is not. */
const before =
  ({ to }: Span) =>
  ({ createdAt }: Delivery): boolean =>
    createdAt < to;

/** Deliveries that were told in a span of instants, the end not counted in, the earliest first. */
export const deliveriesBetween = async (
  endpointId: string,
  span: Span,
  limit: number,
): Promise<Delivery[]> => {
  const { data } = await toldIn(endpointId, span).go({ count: limit });
  return data.map(({ record }) => Delivery.parse(record)).filter(before(span));
};

/** The same, the latest first and a page at a time. */
export const deliveriesOf = async (
  endpointId: string,
  span: Span,
  asked: PageAsked,
): Promise<Page<Delivery>> => {
  const read = ({ record }: { readonly record?: unknown }) => Delivery.parse(record);
  const page = await readPage(toldIn(endpointId, span), asked, read, 'desc');
  return { ...page, items: page.items.filter(before(span)) };
};

import { type ChangeEndpoint, type EndpointName, WebhookEndpoint } from '../../domain/webhooks/endpoint.ts';
import { BillingError } from '../../runtime/errors.ts';
import { isConditionFailure } from '../transaction.ts';
import { WebhookEndpointEntity } from './webhook-table.ts';

const ifItHolds = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

const nameOf = ({ practiceId, endpointId }: EndpointName): EndpointName => ({ practiceId, endpointId });

export const addEndpoint = async (endpoint: WebhookEndpoint): Promise<void> => {
  const { version } = endpoint;
  await WebhookEndpointEntity.create({ ...nameOf(endpoint), version, record: endpoint }).go();
};

export const findEndpoint = async (name: EndpointName): Promise<WebhookEndpoint | undefined> => {
  const { data } = await WebhookEndpointEntity.get(nameOf(name)).go({ consistent: true });
  return data ? WebhookEndpoint.parse(data.record) : undefined;
};

export const endpointsOf = async (practiceId: string): Promise<WebhookEndpoint[]> => {
  const { data } = await WebhookEndpointEntity.query
    .primary({ practiceId })
    .go({ pages: 'all', consistent: true });
  return data.map(({ record }) => WebhookEndpoint.parse(record));
};

/** The endpoints of all practices; one that was added a moment ago may be missing. */
export const allEndpoints = async (): Promise<WebhookEndpoint[]> => {
  const { data } = await WebhookEndpointEntity.query.all({}).go({ pages: 'all' });
  return data.map(({ record }) => WebhookEndpoint.parse(record));
};

/** People and the sender change an endpoint, a few times a day: five tries are ample. */
const attempts = 5;

/** Patches an endpoint as it stands; who works it stands beside the record, and stays. */
export const changeEndpoint: ChangeEndpoint = async (name, patch) => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await findEndpoint(name);
    const difference = before && patch(before);
    if (!difference) return before;
    const after: WebhookEndpoint = { ...before, ...difference, version: before.version + 1 };
    const write = WebhookEndpointEntity.patch(nameOf(name))
      .set({ version: after.version, record: after })
      .where(({ version }, { eq }) => eq(version, before.version))
      .go();
    if (await ifItHolds(write)) return after;
  }
  throw new BillingError('ConcurrentChange', `Webhook ${name.endpointId} kept changing while it was written`);
};

export const removeEndpoint = async (name: EndpointName): Promise<void> => {
  await WebhookEndpointEntity.delete(nameOf(name)).go();
};

/** Takes an endpoint for one sender until an instant (epoch milliseconds); false where another one has it, or it is gone. */
export const takeEndpoint = (name: EndpointName, now: number, until: number): Promise<boolean> =>
  ifItHolds(
    WebhookEndpointEntity.patch(nameOf(name))
      .set({ busyUntil: until })
      .where(({ busyUntil }, { notExists, lt }) => `${notExists(busyUntil)} OR ${lt(busyUntil, now)}`)
      .go(),
  );

/** Gives it back, if nobody else has it by now. */
export const releaseEndpoint = async (name: EndpointName, until: number): Promise<void> => {
  await ifItHolds(
    WebhookEndpointEntity.patch(nameOf(name))
      .remove(['busyUntil'])
      .where(({ busyUntil }, { eq }) => eq(busyUntil, until))
      .go(),
  );
};

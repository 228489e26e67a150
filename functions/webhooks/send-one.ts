import {
  type Attempt,
  type ChangeDelivery,
  type Delivery,
  type DeliveryName,
  isDue,
  type Posted,
} from '../domain/webhooks/delivery.ts';
import type {
  ChangeEndpoint,
  EndpointName,
  SealedSecret,
  WebhookEndpoint,
} from '../domain/webhooks/endpoint.ts';
import { givenUpAfterMs, nextTry, restAsked } from './schedule.ts';
import { signedHeaders } from './sign.ts';

export type SendingEffects = {
  readonly findDelivery: (name: DeliveryName) => Promise<Delivery | undefined>;
  readonly changeDelivery: ChangeDelivery;
  readonly changeEndpoint: ChangeEndpoint;
  readonly openSecret: (name: EndpointName, sealed: string) => Promise<string>;
  readonly post: (post: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }) => Promise<Posted>;
  readonly now: () => Date;
};

const isInForce = ({ until }: SealedSecret, now: Date): boolean =>
  until === undefined || Date.parse(until) > now.getTime();

/** Of attempts the last ones are shown; whoever replays again and again does not grow a record for ever. */
const shownAttempts = 50;

/**
 * Sends one message and notes how it went: true where nothing is left to do about it. The message is read again first,
 * for an index may still have what was sent, and posted before anything is written: a sender that dies in between sends
 * it twice, under the same id, and never not at all.
 */
export const sendOne = async (
  endpoint: WebhookEndpoint,
  name: DeliveryName,
  effects: SendingEffects,
): Promise<boolean> => {
  const delivery = await effects.findDelivery(name);
  if (!delivery || delivery.practiceId !== endpoint.practiceId || !isDue(delivery, effects.now()))
    return true;
  const at = effects.now();
  const posted = await effects.post(await signed(endpoint, delivery, at, effects));
  const now = effects.now();
  const attempt: Attempt = {
    at: at.toISOString(),
    ...('status' in posted ? { status: posted.status } : { error: posted.error }),
    milliseconds: now.getTime() - at.getTime(),
  };
  const isTaken = 'status' in posted && posted.status >= 200 && posted.status < 300;
  if (isTaken) await noteTaken(endpoint, name, attempt, effects);
  else await noteFailed(endpoint, name, { attempt, posted, now }, effects);
  return isTaken;
};

const signed = async (
  endpoint: WebhookEndpoint,
  { messageId: id, body }: Delivery,
  at: Date,
  { openSecret }: SendingEffects,
) => {
  const inForce = endpoint.secrets.filter((secret) => isInForce(secret, at));
  const secrets = await Promise.all(inForce.map(({ sealed }) => openSecret(endpoint, sealed)));
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Claimwright',
    ...signedHeaders({ id, at, body }, secrets),
  };
  return { url: endpoint.url, headers, body };
};

const withAttempt = ({ attempts }: Delivery, attempt: Attempt): Attempt[] =>
  [...attempts, attempt].slice(-shownAttempts);

const noteTaken = async (
  endpoint: WebhookEndpoint,
  name: DeliveryName,
  attempt: Attempt,
  { changeDelivery, changeEndpoint }: SendingEffects,
): Promise<void> => {
  await changeDelivery(name, (delivery) => ({
    ...{ status: 'delivered', dueAt: undefined, tries: delivery.tries + 1 },
    attempts: withAttempt(delivery, attempt),
  }));
  if (endpoint.failingSince !== undefined || endpoint.restUntil !== undefined)
    await changeEndpoint(endpoint, ({ failingSince, restUntil }) =>
      failingSince === undefined && restUntil === undefined
        ? undefined
        : { failingSince: undefined, restUntil: undefined },
    );
};

type Failure = { readonly attempt: Attempt; readonly posted: Posted; readonly now: Date };

/** Who is too busy says so, and may say for how long. */
const askedRest = ({ posted, now }: Failure): number =>
  'status' in posted && [429, 503].includes(posted.status) ? restAsked(posted.retryAfter, now) : 0;

const isGone = ({ posted }: Failure): boolean => 'status' in posted && posted.status === 410;

const noteFailed = async (
  endpoint: WebhookEndpoint,
  name: DeliveryName,
  failure: Failure,
  { changeDelivery, changeEndpoint }: SendingEffects,
): Promise<void> => {
  const rest = askedRest(failure);
  const written = await changeDelivery(name, (delivery) => {
    const tries = delivery.tries + 1;
    const dueAt = isGone(failure) ? undefined : nextTry(tries, rest, failure.now);
    return {
      ...{ status: dueAt === undefined ? 'failed' : 'pending', dueAt, tries },
      attempts: withAttempt(delivery, failure.attempt),
    };
  });
  await changeEndpoint(endpoint, (standing) =>
    afterFailure(standing, { ...failure, rest, isLast: written?.status === 'failed' }),
  );
};

/**
 * What a failure makes of the endpoint. It is disabled where the receiver is gone, or took nothing for three days; a
 * message that it alone did not take is told of, and no reason to disable it.
 */
const afterFailure = (
  endpoint: WebhookEndpoint,
  { now, rest, isLast, ...failure }: Failure & { readonly rest: number; readonly isLast: boolean },
): Partial<WebhookEndpoint> => {
  const failingSince = endpoint.failingSince ?? failure.attempt.at;
  const patch = {
    failingSince,
    ...(rest > 0 && { restUntil: new Date(now.getTime() + rest).toISOString() }),
  };
  if (endpoint.status === 'disabled') return patch;
  const changedAt = now.toISOString();
  if (isGone({ ...failure, now }))
    return { ...patch, status: 'disabled', disabledFor: 'gone', untold: 'gone', changedAt };
  if (now.getTime() - Date.parse(failingSince) >= givenUpAfterMs)
    return { ...patch, status: 'disabled', disabledFor: 'failing', untold: 'failing', changedAt };
  return isLast ? { ...patch, untold: 'message-failed' } : patch;
};

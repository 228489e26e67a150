import type { Delivery } from '../domain/webhooks/delivery.ts';
import { type EndpointName, maySend, type WebhookEndpoint } from '../domain/webhooks/endpoint.ts';
import { type SendingEffects, sendOne } from './send-one.ts';

export type SendDueEffects = SendingEffects & {
  /** Takes an endpoint for one sender until an instant (epoch milliseconds); false where another one has it. */
  readonly takeEndpoint: (name: EndpointName, now: number, until: number) => Promise<boolean>;
  readonly releaseEndpoint: (name: EndpointName, until: number) => Promise<void>;
  readonly findEndpoint: (name: EndpointName) => Promise<WebhookEndpoint | undefined>;
  readonly dueDeliveries: (endpointId: string, now: Date, limit: number) => Promise<readonly Delivery[]>;
  readonly wake: (name: EndpointName, delaySeconds?: number) => Promise<void>;
};

/** So many messages at once to an endpoint that takes them; one to an endpoint that fails. */
const atOnce = 5;

/** After so long a call makes room for another one: those of a hundred and twenty seconds may still post for fifteen. */
const callMs = 60_000;

/** Longer than a call lives: an endpoint whose sender died is free again by itself. */
const takenMs = 150_000;

/** The first pause after a failure; a queue keeps it better than a clock that looks every minute. */
const soonSeconds = 5;

/**
 * Sends what is due at one endpoint. One sender works it at a time, so that the slowest endpoint keeps one of them busy
 * and no more, and stops at the first failure: what is left waits for the clock (`wake-endpoints`), which also makes up
 * for a sender that died. Whoever comes to an endpoint that is taken goes away: the other looks again when it is done.
 */
export const sendDue = async (
  name: EndpointName,
  effects: SendDueEffects,
): Promise<{ readonly outcome: 'busy' | Ended }> => {
  const started = effects.now().getTime();
  const until = started + takenMs;
  if (!(await effects.takeEndpoint(name, started, until))) return { outcome: 'busy' };
  const outcome = await sendAll(name, started + callMs, effects).finally(() =>
    effects.releaseEndpoint(name, until),
  );
  await goOn(name, outcome, effects);
  return { outcome };
};

/** empty: nothing is due · resting: nothing may be sent now · failed: for the first time since it took one · failing: again · late: there is more. */
type Ended = 'empty' | 'resting' | 'failed' | 'failing' | 'late';

const sendAll = async (name: EndpointName, untilMs: number, effects: SendDueEffects): Promise<Ended> => {
  while (effects.now().getTime() < untilMs) {
    const endpoint = await effects.findEndpoint(name);
    if (!endpoint || !maySend(endpoint, effects.now())) return 'resting';
    const isFailing = endpoint.failingSince !== undefined;
    const due = await effects.dueDeliveries(name.endpointId, effects.now(), isFailing ? 1 : atOnce);
    if (due.length === 0) return 'empty';
    const taken = await Promise.all(due.map((delivery) => sendOne(endpoint, delivery, effects)));
    if (taken.includes(false)) return isFailing ? 'failing' : 'failed';
  }
  return 'late';
};

const goOn = async (name: EndpointName, outcome: Ended, effects: SendDueEffects): Promise<void> => {
  if (outcome === 'failed') return effects.wake(name, soonSeconds);
  if (outcome === 'late') return effects.wake(name);
  // What was noted while the endpoint was taken, and found it so.
  if (outcome === 'empty' && (await effects.dueDeliveries(name.endpointId, effects.now(), 1)).length > 0)
    await effects.wake(name);
};

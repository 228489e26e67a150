import type { Change } from '../../functions/domain/webhooks/change.ts';
import { type Delivery, isDue, type Posted } from '../../functions/domain/webhooks/delivery.ts';
import {
  type EndpointName,
  maySend,
  type WebhookEndpoint,
} from '../../functions/domain/webhooks/endpoint.ts';
import { noteChanges } from '../../functions/webhooks/note-changes.ts';
import { type SendDueEffects, sendDue } from '../../functions/webhooks/send-due.ts';
import { type WakeEndpointsEffects, wakeEndpoints } from '../../functions/webhooks/wake-endpoints.ts';
import type { WebhookEffects } from '../../functions/webhooks/webhooks-of-practice.ts';
import { aMember } from '../factories/access/members.ts';
import { practice } from '../factories/practices.ts';

/** What a process throws at the moment that it is killed, and whatever it still tries. */
class Killed extends Error {}

export type WorldOptions = {
  readonly post: SendDueEffects['post'];
  /** Asked before and after each thing that a process does: whether it is killed there. @default never */
  readonly isKilled?: () => boolean;
  /** How long the index of what is due shows what was. @default 0 */
  readonly lagMs?: number;
  /** Told of each move of the clock. */
  readonly onTime?: (now: number) => void;
};

const minuteMs = 60_000;
/** What a call of a store takes. */
const callMs = 4;
const start = Date.parse('2026-11-02T10:00:00.000Z');

/**
 * Tables, queue and clock of webhooks in memory. Processes run one after another, as the calls of functions do; one that is
 * killed leaves what it wrote. Nothing is decided here.
 */
export const aWorld = ({
  post,
  isKilled = () => false,
  lagMs = 0,
  onTime = () => undefined,
}: WorldOptions) => {
  const endpoints = new Map<string, WebhookEndpoint>();
  const busy = new Map<string, number>();
  const deliveries = new Map<string, Delivery>();
  const written = new Map<string, { readonly at: number; readonly before: Delivery | undefined }>();
  const wakes: { readonly name: EndpointName; readonly at: number }[] = [];
  const mails: { readonly to: string; readonly subject: string; readonly text: string }[] = [];
  const opened: string[] = [];
  let now = start;

  const moveTo = (later: number): void => {
    now = Math.max(now, later);
    onTime(now);
  };

  const keyOf = ({ endpointId, messageId }: { endpointId: string; messageId: string }) =>
    `${endpointId} ${messageId}`;
  const save = (delivery: Delivery): void => {
    written.set(keyOf(delivery), { at: now, before: deliveries.get(keyOf(delivery)) });
    deliveries.set(keyOf(delivery), delivery);
  };
  /** As the index has it. */
  const seen = (delivery: Delivery): Delivery | undefined => {
    const last = written.get(keyOf(delivery));
    return last && now - last.at < lagMs ? last.before : delivery;
  };
  const placeOf = ({ createdAt, messageId }: Delivery): string => `${createdAt} ${messageId}`;
  const toldIn = (endpointId: string, { from, to }: { readonly from: string; readonly to: string }) =>
    [...deliveries.values()]
      .filter((one) => one.endpointId === endpointId && one.createdAt >= from && one.createdAt < to)
      .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const wake = async ({ practiceId, endpointId }: EndpointName, delaySeconds = 0): Promise<void> => {
    wakes.push({ name: { practiceId, endpointId }, at: now + delaySeconds * 1000 });
  };

  const all: SendDueEffects & WakeEndpointsEffects & WebhookEffects = {
    now: () => new Date(now),
    endpointsOf: async (practiceId) => [...endpoints.values()].filter((one) => one.practiceId === practiceId),
    allEndpoints: async () => [...endpoints.values()],
    findEndpoint: async ({ practiceId, endpointId }) => {
      const found = endpoints.get(endpointId);
      return found?.practiceId === practiceId ? found : undefined;
    },
    addEndpoint: async (endpoint) => void endpoints.set(endpoint.endpointId, endpoint),
    changeEndpoint: async ({ practiceId, endpointId }, patch) => {
      const before = endpoints.get(endpointId);
      if (before?.practiceId !== practiceId) return undefined;
      const difference = patch(before);
      if (!difference) return before;
      const after = { ...before, ...difference, version: before.version + 1 };
      endpoints.set(endpointId, after);
      return after;
    },
    removeEndpoint: async ({ endpointId }) => void endpoints.delete(endpointId),
    takeEndpoint: async ({ endpointId }, from, until) => {
      if ((busy.get(endpointId) ?? 0) >= from || !endpoints.has(endpointId)) return false;
      busy.set(endpointId, until);
      return true;
    },
    releaseEndpoint: async ({ endpointId }, until) => {
      if (busy.get(endpointId) === until) busy.delete(endpointId);
    },
    addDelivery: async (delivery) => {
      if (deliveries.has(keyOf(delivery))) return false;
      save(delivery);
      return true;
    },
    findDelivery: async (name) => deliveries.get(keyOf(name)),
    changeDelivery: async (name, patch) => {
      const before = deliveries.get(keyOf(name));
      const difference = before && patch(before);
      if (!difference) return before;
      const after = { ...before, ...difference, revision: before.revision + 1 };
      save(after);
      return after;
    },
    dueDeliveries: async (endpointId, at, limit) =>
      [...deliveries.values()]
        .filter((one) => one.endpointId === endpointId)
        .flatMap((one) => seen(one) ?? [])
        .filter((one) => isDue(one, at))
        .toSorted((one, other) => String(one.dueAt).localeCompare(String(other.dueAt)))
        .slice(0, limit),
    deliveriesBetween: async (endpointId, span, limit) => toldIn(endpointId, span).slice(0, limit),
    deliveriesOf: async (endpointId, span, { limit, after = '~' }) => {
      const left = toldIn(endpointId, span)
        .filter((one) => placeOf(one) < after)
        .toReversed();
      const last = left[limit - 1];
      return { items: left.slice(0, limit), ...(last && { next: placeOf(last) }) };
    },
    sealSecret: async ({ endpointId }, secret) => `sealed for ${endpointId}: ${secret}`,
    openSecret: async ({ endpointId }, sealed) => {
      opened.push(sealed);
      if (!sealed.startsWith(`sealed for ${endpointId}: `)) throw new Error('sealed for another');
      return sealed.slice(`sealed for ${endpointId}: `.length);
    },
    whereIs: async () => ({ addresses: [] }),
    isLocal: (url) => url.hostname === 'localhost',
    post,
    wake,
    membershipVersions: async () => [
      aMember({ roles: ['administrator'], mailbox: 'ana@maplestreet.example' }),
    ],
    getPractice: async () => practice(),
    sendMail: async (mail) => void mails.push(mail),
  };

  /** The effects of one process, which may be killed at each of them. */
  const ofOneProcess = (): typeof all => {
    let isDead = false;
    const dieHere = (): void => {
      isDead ||= isKilled();
      if (isDead) throw new Killed();
    };
    const mortal =
      (effect: (...given: never[]) => unknown) =>
      async (...given: never[]) => {
        dieHere();
        moveTo(now + callMs);
        const result = await effect(...given);
        dieHere();
        return result;
      };
    const plain = ['now', 'isLocal'];
    return Object.fromEntries(
      Object.entries(all).map(([name, effect]) => [name, plain.includes(name) ? effect : mortal(effect)]),
    ) as typeof all;
  };

  /** Runs a process; whether it came to its end. */
  const run = async (process: (effects: typeof all) => Promise<unknown>): Promise<boolean> => {
    try {
      await process(ofOneProcess());
      return true;
    } catch (error) {
      if (error instanceof Killed) return false;
      throw error;
    }
  };

  /** What changed comes again until it is noted, as a stream has it. */
  const note = async (...changes: readonly Change[]): Promise<void> => {
    while (!(await run((effects) => noteChanges(changes, effects)))) moveTo(now + 1000);
  };

  /** The instant at which the clock, which looks every minute, has something to do next; undefined where it never has. */
  const nextTick = (): number | undefined => {
    const instants = [...endpoints.values()].flatMap((endpoint) => {
      if (endpoint.untold) return [now];
      if (endpoint.status === 'disabled') return [];
      const due = [...deliveries.values()]
        .filter(({ endpointId, status }) => endpointId === endpoint.endpointId && status === 'pending')
        .map(({ dueAt = '' }) => Date.parse(dueAt));
      const from = Math.max(Date.parse(endpoint.restUntil ?? '') || 0, busy.get(endpoint.endpointId) ?? 0);
      return due.length === 0 ? [] : [Math.max(Math.min(...due) + lagMs, from)];
    });
    if (instants.length === 0) return undefined;
    return Math.ceil((Math.max(Math.min(...instants), now) + 1) / minuteMs) * minuteMs;
  };

  /** Lets time pass until an instant, with all that is due meanwhile. */
  const passUntil = async (until: number): Promise<void> => {
    for (;;) {
      const wakeAt = Math.min(...wakes.map(({ at }) => at));
      const next = Math.min(wakeAt, nextTick() ?? Number.POSITIVE_INFINITY);
      if (!(next <= until)) break;
      moveTo(next);
      if (wakeAt > next) await run(wakeEndpoints);
      else {
        const [woken] = wakes.splice(
          wakes.findIndex(({ at }) => at === wakeAt),
          1,
        );
        // A message comes again where its process died, but the clock is what counts on: here it is lost.
        if (woken) await run((effects) => sendDue(woken.name, effects));
      }
    }
    moveTo(until);
  };

  return {
    start,
    effects: all,
    endpoints,
    deliveries,
    mails,
    opened,
    wakes,
    note,
    run,
    now: () => now,
    moveTo,
    pass: (ms: number) => passUntil(now + ms),
    maySend: (endpointId: string) => {
      const endpoint = endpoints.get(endpointId);
      return endpoint !== undefined && maySend(endpoint, new Date(now));
    },
  };
};

export type World = ReturnType<typeof aWorld>;
export const ok: Posted = { status: 204 };

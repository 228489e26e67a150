import { randomBytes } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import type { Finding } from '../domain/finding.ts';
import type {
  ChangeEndpoint,
  EndpointName,
  SealedSecret,
  ShownEndpoint,
  WebhookEndpoint,
} from '../domain/webhooks/endpoint.ts';
import type { EndpointAnswer, EndpointPatch, NewEndpoint } from '../domain/webhooks/requests.ts';
import { type CheckUrlEffects, checkUrl } from './check-url.ts';
import { newSecret } from './sign.ts';

export type ManageEffects = CheckUrlEffects & {
  readonly endpointsOf: (practiceId: string) => Promise<readonly WebhookEndpoint[]>;
  readonly findEndpoint: (name: EndpointName) => Promise<WebhookEndpoint | undefined>;
  readonly addEndpoint: (endpoint: WebhookEndpoint) => Promise<void>;
  readonly changeEndpoint: ChangeEndpoint;
  readonly removeEndpoint: (name: EndpointName) => Promise<void>;
  readonly sealSecret: (name: EndpointName, secret: string) => Promise<string>;
  readonly wake: (name: EndpointName) => Promise<void>;
};

/** Who asks for a change, and when. */
export type Asked = { readonly by: Actor; readonly now: Date };

/** What is sent is multiplied by them; a practice has a handful of systems. */
const mostEndpoints = 10;

/** How long a former key signs beside the new one: a day to bring it to every receiver. */
const overlapMs = 24 * 3_600_000;

/** An endpoint as it is shown, without its keys. */
export const shownEndpoint = ({ secrets, untold, ...endpoint }: WebhookEndpoint): ShownEndpoint => {
  const [, former] = secrets;
  return { ...endpoint, ...(former?.until !== undefined && { formerSecretUntil: former.until }) };
};

const refused = (findings: readonly Finding[]): EndpointAnswer => ({ outcome: 'refused', findings });

const saved = (endpoint: WebhookEndpoint | undefined, secret?: string): EndpointAnswer =>
  endpoint
    ? { outcome: 'saved', webhook: shownEndpoint(endpoint), ...(secret !== undefined && { secret }) }
    : { outcome: 'unknown' };

// Hexadecimal, 80 bits.
const newId = (): string => `ep_${randomBytes(10).toString('hex')}`;

/** Enters an endpoint of a practice; the answer has its key, which nobody is shown again. */
export const addEndpoint = async (
  practiceId: string,
  { url, types }: NewEndpoint,
  { by, now }: Asked,
  effects: ManageEffects,
): Promise<EndpointAnswer> => {
  const findings = await checkUrl(url, effects);
  if (findings.length > 0) return refused(findings);
  if ((await effects.endpointsOf(practiceId)).length >= mostEndpoints)
    return refused([
      { code: 'too-many', path: '', detail: `A practice has ${mostEndpoints} webhooks at most: delete one` },
    ]);
  const name = { practiceId, endpointId: newId() };
  const secret = newSecret();
  const at = now.toISOString();
  const endpoint: WebhookEndpoint = {
    ...{ ...name, url, status: 'enabled', version: 1, by, createdAt: at, changedAt: at },
    ...(types && { types }),
    secrets: [{ sealed: await effects.sealSecret(name, secret) }],
  };
  await effects.addEndpoint(endpoint);
  return saved(endpoint, secret);
};

/** What makes nothing of a former standing: an endpoint that is enabled, or leads elsewhere, starts anew. */
const anew = { disabledFor: undefined, failingSince: undefined, restUntil: undefined } as const;

const standingAfter = ({ status }: EndpointPatch): Partial<WebhookEndpoint> => {
  if (status === 'disabled') return { status, disabledFor: 'by-hand' };
  return status === 'enabled' ? { status, ...anew } : {};
};

/** Changes where an endpoint is, what it is told of, and whether it is. What waited meanwhile is sent once it is enabled. */
export const changeEndpoint = async (
  name: EndpointName,
  patch: EndpointPatch,
  { by, now }: Asked,
  effects: ManageEffects,
): Promise<EndpointAnswer> => {
  const { url, types } = patch;
  const findings = url === undefined ? [] : await checkUrl(url, effects);
  if (findings.length > 0) return refused(findings);
  const endpoint = await effects.changeEndpoint(name, () => ({
    ...(url !== undefined && { url, failingSince: undefined, restUntil: undefined }),
    ...(types !== undefined && { types: types ?? undefined }),
    ...standingAfter(patch),
    ...{ by, changedAt: now.toISOString() },
  }));
  if (endpoint?.status === 'enabled') await effects.wake(endpoint);
  return saved(endpoint);
};

/** Gives an endpoint a new key; the former one signs beside it for a day, and one before that no more. */
export const rotateSecret = async (
  name: EndpointName,
  { by, now }: Asked,
  effects: ManageEffects,
): Promise<EndpointAnswer> => {
  if (!(await effects.findEndpoint(name))) return { outcome: 'unknown' };
  const secret = newSecret();
  const sealed = await effects.sealSecret(name, secret);
  const until = new Date(now.getTime() + overlapMs).toISOString();
  const endpoint = await effects.changeEndpoint(name, ({ secrets: [current] }) => {
    const former: SealedSecret[] = current ? [{ sealed: current.sealed, until }] : [];
    return { secrets: [{ sealed }, ...former], by, changedAt: now.toISOString() };
  });
  return saved(endpoint, secret);
};

/** Deletes an endpoint; what waited for it is sent nowhere. */
export const removeEndpoint = async (name: EndpointName, effects: ManageEffects): Promise<EndpointAnswer> => {
  const endpoint = await effects.findEndpoint(name);
  if (endpoint) await effects.removeEndpoint(name);
  return saved(endpoint);
};

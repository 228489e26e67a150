import { z } from 'zod';
import { Actor } from '../actor.ts';
import { practiceIdPattern } from '../ids.ts';
import { WebhookEventType } from './message.ts';

export const EndpointId = z.string().regex(/^ep_[a-z0-9]{20}$/);

/** Why nothing is sent: somebody said so · the receiver said that it is gone (410) · it took nothing for three days. */
export const DisabledFor = z.enum(['by-hand', 'gone', 'failing']);

/** A key that messages are signed with, as ciphertext; a former one signs beside it until its time is over. */
export const SealedSecret = z.object({ sealed: z.string(), until: z.string().optional() });
export type SealedSecret = z.infer<typeof SealedSecret>;

/** What the administrators have not been told of yet. */
export const EndpointNotice = z.enum(['gone', 'failing', 'message-failed']);
export type EndpointNotice = z.infer<typeof EndpointNotice>;

/** Where a practice's programs are told of what happens. */
export const WebhookEndpoint = z.object({
  practiceId: z.string().regex(practiceIdPattern),
  endpointId: EndpointId,
  url: z.string(),
  types: z.array(WebhookEventType).min(1).optional().describe('what it is told of; without them, all'),
  status: z.enum(['enabled', 'disabled']),
  disabledFor: DisabledFor.optional(),
  failingSince: z.string().optional().describe('instant of the first failure since it last took a message'),
  restUntil: z.string().optional().describe('instant that the receiver asked us to wait for (Retry-After)'),
  untold: EndpointNotice.optional(),
  secrets: z.array(SealedSecret).min(1).describe('the one in force first'),
  version: z.int().min(1),
  by: Actor.describe('who entered it, or changed it last'),
  createdAt: z.string(),
  changedAt: z.string(),
});
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

export type EndpointName = Pick<Readonly<WebhookEndpoint>, 'practiceId' | 'endpointId'>;

/** An endpoint as it is shown: never with a key, open or sealed. */
export const ShownEndpoint = WebhookEndpoint.omit({ secrets: true, untold: true }).extend({
  formerSecretUntil: z.string().optional().describe('until then the former secret signs, too'),
});
export type ShownEndpoint = z.infer<typeof ShownEndpoint>;

/** Whether a message may be sent to it at an instant. */
export const maySend = ({ status, restUntil }: WebhookEndpoint, now: Date): boolean =>
  status === 'enabled' && (restUntil === undefined || Date.parse(restUntil) <= now.getTime());

/** Decides a patch of an endpoint as it stands; undefined when there is nothing to change. */
export type PatchEndpoint = (endpoint: WebhookEndpoint) => Partial<WebhookEndpoint> | undefined;

/** Patches the endpoint as it stands and returns it as it then is; undefined where there is none. */
export type ChangeEndpoint = (
  name: EndpointName,
  patch: PatchEndpoint,
) => Promise<WebhookEndpoint | undefined>;

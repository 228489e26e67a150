import { z } from 'zod';
import type { Finding } from '../finding.ts';
import type { ShownEndpoint } from './endpoint.ts';
import { WebhookEventType } from './message.ts';

const Url = z.string().min(8).max(500).describe('https, without a user in it, on the public internet');
const Types = z
  .array(WebhookEventType)
  .min(1)
  .transform((types) => WebhookEventType.options.filter((type) => types.includes(type)));

/** A place that is to be told of what happens. */
export const NewEndpoint = z.strictObject({
  url: Url,
  types: Types.optional().describe('what it is told of; without them, all'),
});
export type NewEndpoint = z.infer<typeof NewEndpoint>;

/** What of an endpoint is to be otherwise; null for `types` is all again. */
export const EndpointPatch = z.strictObject({
  url: Url.optional(),
  types: Types.nullable().optional(),
  status: z.enum(['enabled', 'disabled']).optional(),
});
export type EndpointPatch = z.infer<typeof EndpointPatch>;

/** Instants are compared as such: as text they are of any precision. */
const runsForward = [
  ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): boolean =>
    !(Date.parse(from ?? '') > Date.parse(to ?? '')),
  { message: 'It is after the end', path: ['from'] },
] satisfies [unknown, unknown];

/** The messages that are to be sent again: by their ids, or all that were told in a span of instants. */
export const ReplayRequest = z.union([
  z.strictObject({ messageIds: z.array(z.string().min(1).max(80)).min(1).max(100) }),
  z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime().optional() }).refine(...runsForward),
]);
export type ReplayRequest = z.infer<typeof ReplayRequest>;

export const DeliveryQuery = z
  .strictObject({
    from: z.iso.datetime().optional().describe('told at this instant or later'),
    to: z.iso.datetime().optional().describe('told before this instant'),
    status: z
      .enum(['pending', 'delivered', 'failed'])
      .optional()
      .describe('what is otherwise is left out of its page, which may then be empty and not the last'),
  })
  .refine(...runsForward);
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

/** What came of a change; the secret is there when it is new, and never again. */
export type EndpointAnswer =
  | { readonly outcome: 'saved'; readonly webhook: ShownEndpoint; readonly secret?: string }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] };

/** What is sent again; `continueFrom` is the instant from which there is more. */
export type ReplayAnswer =
  | {
      readonly outcome: 'replayed';
      readonly messageIds: readonly string[];
      readonly unknown: readonly string[];
      readonly continueFrom?: string;
    }
  | { readonly outcome: 'unknown' | 'disabled' };

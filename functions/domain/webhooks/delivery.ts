import { z } from 'zod';
import { WebhookEventType } from './message.ts';

/**
 * Why a message was not taken, where the receiver did not answer · refused-address: its name leads to an address that is
 * not on the public internet · no-address: its name leads nowhere.
 */
export const SendError = z.enum(['timeout', 'unreachable', 'refused-address', 'no-address']);
export type SendError = z.infer<typeof SendError>;

/** What a receiver answered, or why it did not. */
export type Posted =
  | { readonly status: number; readonly retryAfter?: string | undefined }
  | { readonly error: SendError };

/** One try; of what the receiver answers nothing is kept but the status. */
export const Attempt = z.object({
  at: z.string(),
  status: z.int().optional().describe('of HTTP; 2xx took the message'),
  error: SendError.optional(),
  milliseconds: z.int().min(0),
});
export type Attempt = z.infer<typeof Attempt>;

/** One message for one endpoint, kept for thirty days. */
export const Delivery = z.object({
  practiceId: z.string(),
  endpointId: z.string(),
  messageId: z.string(),
  type: WebhookEventType,
  body: z.string().describe('as it is signed and sent each time'),
  status: z.enum(['pending', 'delivered', 'failed']),
  dueAt: z.string().optional().describe('when it is sent next; nothing is due of what is not pending'),
  tries: z.int().min(0).describe('since it was told or replayed'),
  attempts: z.array(Attempt),
  createdAt: z.string(),
  expiresAt: z.string().describe('when it is forgotten'),
  revision: z.int().min(0),
});
export type Delivery = z.infer<typeof Delivery>;

export type DeliveryName = Pick<Readonly<Delivery>, 'endpointId' | 'messageId'>;

export type PatchDelivery = (delivery: Delivery) => Partial<Delivery> | undefined;

/** Patches a delivery as it stands and returns it as it then is; undefined where there is none. */
export type ChangeDelivery = (name: DeliveryName, patch: PatchDelivery) => Promise<Delivery | undefined>;

/** A delivery as it is shown. */
export const ShownDelivery = Delivery.omit({ revision: true, body: true });
export type ShownDelivery = z.infer<typeof ShownDelivery>;

const dayMs = 86_400_000;

/** How long deliveries are kept, from when they are told or replayed. */
export const keptMs = 30 * dayMs;

/** Whether a delivery is to be sent at an instant. */
export const isDue = ({ status, dueAt }: Delivery, now: Date): boolean =>
  status === 'pending' && dueAt !== undefined && Date.parse(dueAt) <= now.getTime();

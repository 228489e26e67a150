import { z } from 'zod';
import { ClaimEnd } from '../claim.ts';
import { called } from '../field.ts';

/** Everything that a practice's programs are told of, each in a sentence. */
export const webhookEvents = {
  'visit.received': 'The first document or the registration of a visit came in',
  'visit.coded': 'The codes of a visit are confirmed',
  'visit.needs-attention': 'Somebody is asked about a visit that has no claim yet: a task was opened for it',
  'claim.created': 'A claim was made of a visit',
  'claim.submitted': 'A transmission of the claim stands in a file for the payer',
  'claim.accepted': 'The payer took the claim in (999, 277CA)',
  'claim.rejected': 'The claim was refused before the payer decided (edits, 999, 277CA)',
  'claim.denied': 'The payer disputes a part of the claim, or all of it',
  'claim.paid': 'The payer paid something of the claim',
  'claim.taken-back': 'The payer took back something that it had paid',
  'claim.appealed': 'An appeal is with the payer',
  'claim.closed': 'Nobody has anything left to do; `end` says how it ended',
  'claim.reopened': 'A closed claim is open again, by a correction or an undo',
  'task.opened': 'A task waits for somebody',
  'task.done': 'A task was decided, or is over',
  'task.reopened': 'A task that was dismissed is open again',
  'webhook.test': 'Somebody tries the webhook; it tells of nothing',
} as const;

export type WebhookEventType = keyof typeof webhookEvents;

// Object.keys forgets the literal names; the table is a constant of this very type.
const types = Object.keys(webhookEvents) as [WebhookEventType, ...WebhookEventType[]];

export const WebhookEventType = z.enum(types);

/**
 * What is sent, as JSON (Standard Webhooks 1.0, `type`, `timestamp`, `data`). Ids and statuses alone: it leaves us for an
 * address that a person typed, so that whoever wants to know more asks the API, by `path` and with a token.
 */
export const WebhookMessage = called(
  'WebhookMessage',
  z.object({
    id: z.string().describe('the same as the header webhook-id, and the same each time that it is sent'),
    type: WebhookEventType,
    apiVersion: z.literal('v1').describe('of this form; further fields may come within it'),
    timestamp: z.iso.datetime().describe('when it happened'),
    data: z.object({
      practiceId: z.string(),
      record: z.enum(['visit', 'claim', 'task', 'webhook']),
      id: z.string().describe('of the record'),
      status: z.string().describe('of the record, after the change'),
      sequence: z
        .int()
        .min(0)
        .describe(
          'grows with each change of the record: what comes late, or in another order, is seen by it',
        ),
      path: z.string().describe('where the API has the record'),
      encounterId: z.string().optional(),
      claimId: z.string().optional(),
      taskId: z.string().optional().describe('of visit.needs-attention: the task'),
      kind: z.string().optional().describe('of a task'),
      action: z.string().optional().describe('of a task that was decided'),
      end: ClaimEnd.optional().describe('of a claim that is closed'),
    }),
  }),
);
export type WebhookMessage = z.infer<typeof WebhookMessage>;

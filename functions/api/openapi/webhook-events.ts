import { webhookEvents } from '../../domain/webhooks/message.ts';
import { type JsonSchema, refTo, type Schemas } from './json-schema.ts';

const header = (name: string, description: string): JsonSchema => ({
  ...{ name, in: 'header', required: true, description },
  schema: { type: 'string' },
});

const headers = [
  header(
    'webhook-id',
    'The message: the same each time that it is sent. What was taken once need not be taken again',
  ),
  header('webhook-timestamp', 'When it was sent, epoch seconds; refuse what is older than five minutes'),
  header(
    'webhook-signature',
    'One or several of "v1,…" with a space between them, as Standard Webhooks 1.0 has it: HMAC-SHA256 of id, timestamp and body, base64',
  ),
];

const responses = {
  '2XX': { description: 'Taken. Answer within 15 seconds, and work it then' },
  '410': { description: 'Gone: the webhook is disabled' },
  '429': { description: 'Too many: sent again after Retry-After' },
  default: { description: 'Not taken, redirects too: sent again, ten times in three days' },
};

/** The operation of the receiver's for one event: "claim.paid" is onClaimPaid. */
const operationIdOf = (type: string): string =>
  `on${type.replaceAll(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** What is sent to a practice's programs, as OpenAPI 3.1 describes it: each event by its type. */
export const webhookEventsOf = (message: string): Schemas =>
  Object.fromEntries(
    Object.entries(webhookEvents).map(([type, summary]) => [
      type,
      {
        post: {
          ...{ operationId: operationIdOf(type), summary, parameters: headers, responses },
          // By its signature, and no token.
          security: [],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: refTo(message) } } },
          },
        },
      },
    ]),
  );

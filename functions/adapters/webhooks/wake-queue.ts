import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { EndpointName } from '../../domain/webhooks/endpoint.ts';
import { requiredEnv } from '../../runtime/environment.ts';
import { webhooksEnv } from './webhooks.env.ts';

const client = new SQSClient({});

/** Has somebody look what is due at an endpoint. */
export const wakeEndpoint = async (
  { practiceId, endpointId }: EndpointName,
  delaySeconds = 0,
): Promise<void> => {
  await client.send(
    new SendMessageCommand({
      QueueUrl: requiredEnv(webhooksEnv.queueUrl),
      MessageBody: JSON.stringify({ practiceId, endpointId }),
      DelaySeconds: delaySeconds,
    }),
  );
};

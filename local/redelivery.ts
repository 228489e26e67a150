import { ListQueuesCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { AwsClients } from './aws-clients.ts';

/**
 * Lets every queue deliver a failed message again after so many seconds. Queues keep real time while workflows run
 * scaled, and simulated time stands still until the message is worked.
 */
export const redeliverAfter = async ({ sqs }: AwsClients, seconds: number): Promise<void> => {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  for (const QueueUrl of QueueUrls) {
    await sqs.send(
      new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: String(seconds) } }),
    );
  }
};

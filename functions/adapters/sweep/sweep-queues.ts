import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SweepShare } from '../../domain/restarts/sweep.ts';
import { requiredEnv } from '../../runtime/environment.ts';
import { sweepEnv } from './sweep.env.ts';

const client = new SQSClient({});

/** Has a practice looked after; its shares are taken one after another. */
export const handShareOn = async (share: SweepShare, at: Date): Promise<void> => {
  const { practiceId } = share;
  await client.send(
    new SendMessageCommand({
      QueueUrl: requiredEnv(sweepEnv.sharesUrl),
      MessageBody: JSON.stringify(share),
      MessageGroupId: practiceId,
      MessageDeduplicationId: `${practiceId}-${at.getTime()}`,
    }),
  );
};

/** The longest that SQS keeps a message back, in seconds. */
const longestDelay = 900;

/** Has the end of an execution looked at again at an instant, or when SQS lets it come at the latest. */
export const lookAgain = async (ended: object, at: Date, now: Date): Promise<void> => {
  const seconds = Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000));
  await client.send(
    new SendMessageCommand({
      QueueUrl: requiredEnv(sweepEnv.restartsUrl),
      MessageBody: JSON.stringify(ended),
      DelaySeconds: Math.min(seconds, longestDelay),
    }),
  );
};

import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { requiredEnv } from '../../runtime/environment.ts';
import { changeClaim, findClaim } from '../claim-store.ts';
import { readText, readWithFacts } from '../documents.ts';
import { keepNumber, raiseNumbers } from '../outbox/control-number-store.ts';
import { forgetFound, noteFound } from '../outbox/found-sent-store.ts';
import { findQueued, removeQueued } from '../outbox/outbox-store.ts';
import { findPartnerFile, savePartnerFile } from '../partner-file-store.ts';
import { answerWait } from '../wait-store.ts';
import { listObjects } from './bucket-objects.ts';
import { queuesEnv } from './queues.env.ts';

// The local cloud names queues by another name of its own host.
const client = new SQSClient({ useQueueUrlAsEndpoint: false });

/** Tells a queue of an object in the form in which EventBridge does. */
const tell = async (queue: keyof typeof queuesEnv, key: string): Promise<void> => {
  const MessageBody = JSON.stringify({ detail: { object: { key } } });
  await client.send(new SendMessageCommand({ QueueUrl: requiredEnv(queuesEnv[queue]), MessageBody }));
};

/** What reconciling does to the world. */
export const reconcileEffects = {
  ...{ listObjects, tell },
  readSent: (key: string) => readWithFacts('exchange', key),
  readArrived: (key: string) => readText('exchange', key),
  ...{ findPartnerFile, savePartnerFile, keepNumber, raiseNumbers },
  ...{ findClaim, changeClaim, answerWait, findQueued, removeQueued, noteFound, forgetFound },
};

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import { requireJson } from './input.ts';
import { count, describeError, idsOf, logger, observed, sealed } from './observability.ts';

/** What the queue says of a message: when it was sent, in milliseconds, which is the same however often it comes. */
type Sent = { readonly sentAt: number };

type HandleRecord<M> = (message: M, sent: Sent) => Promise<unknown>;

/**
 * The entry point of a queue whose messages are JSON. Each message stands by itself: one that fails comes back and
 * in the end lies in the dead-letter queue, the others of its batch are done.
 */
export const queueHandler = <S extends z.ZodType>(schema: S, handleRecord: HandleRecord<z.output<S>>) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(observed)
    .handler(async (event) => {
      const processor = new BatchProcessor(EventType.SQS);
      return processPartialResponse(event, handleMessage(schema, handleRecord), processor, {
        // The dead-letter queue raises the alarm; a thrown batch would put the words of every error into the log.
        throwOnFullBatchFailure: false,
      });
    });

const handleMessage =
  <S extends z.ZodType>(schema: S, handleRecord: HandleRecord<z.output<S>>) =>
  async ({ messageId, body, attributes }: SQSRecord): Promise<void> => {
    try {
      const message = requireJson(schema, body);
      await handleRecord(message, { sentAt: Number(attributes.SentTimestamp) });
      count('Done');
      logger.info('Message done', { messageId, ...idsOf(message) });
    } catch (error) {
      count('Failed');
      logger.error('Message failed', { messageId, ...describeError(error) });
      throw sealed(error);
    }
  };

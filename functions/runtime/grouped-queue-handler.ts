import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import { requireJson } from './input.ts';
import { count, describeError, logger, observed } from './observability.ts';

type Read<T> = { readonly messageId: string; readonly message: T };

/**
 * The entry point of a FIFO queue whose messages are JSON: those of a group are handled together, group after group. A
 * group that fails comes back, and in the end lies in the dead-letter queue; the others of its batch are done.
 */
export const groupedQueueHandler = <S extends z.ZodType>(
  schema: S,
  groupOf: (message: z.output<S>) => string,
  handleGroup: (group: string, messages: readonly z.output<S>[]) => Promise<unknown>,
) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(observed)
    .handler(async ({ Records }) => {
      const failed: string[] = [];
      const fail = (messageIds: readonly string[], error: unknown): void => {
        count('Failed');
        logger.error('Messages failed', { messageIds, ...describeError(error) });
        failed.push(...messageIds);
      };
      const read = Records.flatMap((record) => readOr(fail, schema, record));
      for (const [group, some] of Map.groupBy(read, ({ message }) => groupOf(message))) {
        try {
          await handleGroup(
            group,
            some.map(({ message }) => message),
          );
          count('Done');
          logger.info('Messages done', { count: some.length });
        } catch (error) {
          fail(
            some.map(({ messageId }) => messageId),
            error,
          );
        }
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    });

const readOr = <S extends z.ZodType>(
  fail: (messageIds: readonly string[], error: unknown) => void,
  schema: S,
  { messageId, body }: SQSRecord,
): Read<z.output<S>>[] => {
  try {
    return [{ messageId, message: requireJson(schema, body) }];
  } catch (error) {
    fail([messageId], error);
    return [];
  }
};

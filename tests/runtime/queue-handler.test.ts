import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { queueHandler } from '../../functions/runtime/queue-handler.ts';
import { aContext } from '../factories/lambda-context.ts';
import { catchLogLines } from './log-lines.ts';

const logs = catchLogLines();
const schema = z.object({ waitId: z.string() });

const anEvent = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({
    messageId: `m${index}`,
    receiptHandle: 'r',
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1793613600000',
      SenderId: 's',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:waits',
    awsRegion: 'us-east-1',
  })),
});

describe('queueHandler', () => {
  it('handles every message of a batch', async () => {
    const handle = vi.fn(async () => undefined);
    const answer = queueHandler(schema, handle)(anEvent('{"waitId":"a"}', '{"waitId":"b"}'), aContext());
    await expect(answer).resolves.toEqual({ batchItemFailures: [] });
    expect(handle.mock.calls).toEqual([
      [{ waitId: 'a' }, { sentAt: 1_793_613_600_000 }],
      [{ waitId: 'b' }, { sentAt: 1_793_613_600_000 }],
    ]);
  });

  it('reports the messages that failed, the others are done', async () => {
    const handle = async ({ waitId }: { waitId: string }) => {
      if (waitId === 'bad') throw new Error('no');
    };
    const event = anEvent('{"waitId":"a"}', '{"waitId":"bad"}', 'Okafor, no JSON', '{}');
    const { batchItemFailures } = await queueHandler(schema, handle)(event, aContext());
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['m1', 'm2', 'm3']);
    expect(logs.lines.join('\n')).not.toContain('Okafor');
  });

  it('reports a batch of which nothing could be done as well', async () => {
    const answer = queueHandler(schema, async () => undefined)(anEvent('none'), aContext());
    await expect(answer).resolves.toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });
});

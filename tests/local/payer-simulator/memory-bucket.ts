import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

type Stored = { body: string; at: Date };

/** A bucket in memory that knows what the simulator uses: list, get, and put unless there. */
export const memoryBucket = () => {
  const objects = new Map<string, Stored>();
  const outages = { left: 0 };
  const answer = (command: unknown): unknown => {
    if (outages.left > 0) {
      outages.left -= 1;
      throw new Error('The store is away');
    }
    if (command instanceof ListObjectsV2Command) return list(objects, command);
    if (command instanceof GetObjectCommand) return { Body: bodyOf(objects.get(command.input.Key ?? '')) };
    if (command instanceof PutObjectCommand) return put(objects, command);
    throw new Error('The simulator sent an unexpected command');
  };
  const s3 = new S3Client({ region: 'us-east-1' });
  // The overloads of `send` cannot be written as one function.
  s3.send = (async (command: unknown) => answer(command)) as typeof s3.send;
  return { s3, objects, outages };
};

const pageSize = 2;

const list = (objects: Map<string, Stored>, { input }: ListObjectsV2Command) => {
  const keys = [...objects.keys()].filter((key) => key.startsWith(input.Prefix ?? '')).sort();
  const start = Number(input.ContinuationToken ?? 0);
  const page = keys.slice(start, start + pageSize);
  return {
    Contents: page.map((Key) => ({ Key, LastModified: objects.get(Key)?.at })),
    ...(start + pageSize < keys.length && { NextContinuationToken: String(start + pageSize) }),
  };
};

const bodyOf = (stored: Stored | undefined) => ({ transformToString: async () => stored?.body ?? '' });

const put = (objects: Map<string, Stored>, { input }: PutObjectCommand) => {
  const Key = input.Key ?? '';
  if (objects.has(Key))
    throw Object.assign(new Error('UnknownError'), { $metadata: { httpStatusCode: 412 } });
  objects.set(Key, { body: String(input.Body), at: new Date() });
  return {};
};

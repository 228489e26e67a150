import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { type Bucket, bucketName } from '../objects/buckets.ts';

const client = new S3Client({});

/** The objects below a prefix that were written since an instant, the oldest first; S3 tells whole seconds. */
export const listObjects = async (bucket: Bucket, prefix: string, since: Date) => {
  const objects: { readonly key: string; readonly writtenAt: string }[] = [];
  const input = { Bucket: bucketName(bucket), Prefix: prefix };
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, input))
    for (const { Key, LastModified } of Contents)
      if (Key && LastModified && LastModified.getTime() + 1000 > since.getTime())
        objects.push({ key: Key, writtenAt: LastModified.toISOString() });
  return objects.sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));
};

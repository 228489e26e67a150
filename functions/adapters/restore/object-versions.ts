import {
  CopyObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  S3Client,
} from '@aws-sdk/client-s3';
import { type Bucket, bucketName } from '../objects/buckets.ts';

const client = new S3Client({});

type Version = {
  readonly key: string;
  readonly versionId: string;
  readonly at: Date;
  readonly isLatest: boolean;
  readonly isDeletion: boolean;
};

/**
 * Brings back each object of a bucket that was there at an instant and was removed or overwritten since. What came
 * later stays: files that came and went are facts. Returns the keys that it brought back.
 */
export const bringBackObjects = async (bucket: Bucket, instant: Date): Promise<string[]> => {
  const broughtBack: string[] = [];
  for await (const versions of versionsByKey(bucketName(bucket))) {
    const standing = standingAt(versions, instant);
    if (!standing || standing.isDeletion || standing.isLatest) continue;
    const { key, versionId } = standing;
    const CopySource = `${bucketName(bucket)}/${encodeURIComponent(key)}?versionId=${versionId}`;
    await client.send(new CopyObjectCommand({ Bucket: bucketName(bucket), Key: key, CopySource }));
    broughtBack.push(key);
  }
  return broughtBack;
};

const standingAt = (versions: readonly Version[], instant: Date): Version | undefined =>
  versions.filter(({ at }) => at <= instant).sort((a, b) => b.at.getTime() - a.at.getTime())[0];

/** The versions of each key, all of a key together: S3 lists by key. */
async function* versionsByKey(Bucket: string): AsyncGenerator<Version[]> {
  let key: string | undefined;
  let together: Version[] = [];
  for await (const version of versionsOf(Bucket)) {
    if (version.key !== key) {
      if (together.length > 0) yield together;
      together = [];
      key = version.key;
    }
    together.push(version);
  }
  if (together.length > 0) yield together;
}

async function* versionsOf(Bucket: string): AsyncGenerator<Version> {
  let page: Partial<ListObjectVersionsCommandOutput> = {};
  do {
    page = await client.send(
      new ListObjectVersionsCommand({
        Bucket,
        KeyMarker: page.NextKeyMarker,
        VersionIdMarker: page.NextVersionIdMarker,
      }),
    );
    const versions = [
      ...(page.Versions ?? []).map((one) => versionOf(one, false)),
      ...(page.DeleteMarkers ?? []).map((one) => versionOf(one, true)),
    ];
    yield* versions.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  } while (page.IsTruncated);
}

type Listed = {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly LastModified?: Date | undefined;
  readonly IsLatest?: boolean | undefined;
};

const versionOf = (
  { Key = '', VersionId = '', LastModified = new Date(), IsLatest = false }: Listed,
  isDeletion: boolean,
): Version => ({ key: Key, versionId: VersionId, at: LastModified, isLatest: IsLatest, isDeletion });

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { digestOf } from '../domain/digest.ts';
import type { Oversized } from '../domain/objects/size-limits.ts';
import { BillingError } from '../runtime/errors.ts';
import { type PostedObject, postFields } from './api/post-policy.ts';
import { type Bucket, bucketName, hasStatus } from './objects/buckets.ts';

const client = new S3Client({});

export const readObject = async (bucket: Bucket, key: string): Promise<Uint8Array> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucketName(bucket), Key: key }));
  if (!Body) throw new BillingError('RecordNotFound', 'An object of the bucket has no body');
  return Body.transformToByteArray();
};

type Opened = { readonly bytes: number; readonly body: Readable };

/** S3 tells the size before the content, in the answer itself, so that no other object can come in between. */
const openObject = async (bucket: Bucket, key: string): Promise<Opened> => {
  const { Body, ContentLength } = await client.send(
    new GetObjectCommand({ Bucket: bucketName(bucket), Key: key }),
  );
  if (!(Body instanceof Readable) || ContentLength === undefined)
    throw new BillingError('RecordNotFound', 'An object of the bucket has no body');
  return { bytes: ContentLength, body: Body };
};

/** Reads an object of at most so many bytes; of a larger one the beginning, and then the connection is let go. */
const openWithin = async <T>(
  { bucket, key, mostBytes }: { readonly bucket: Bucket; readonly key: string; readonly mostBytes: number },
  read: (body: Readable) => Promise<T>,
): Promise<T | Oversized> => {
  const { bytes, body } = await openObject(bucket, key);
  if (bytes <= mostBytes) return read(body);
  // Leaving the loop closes the stream, and with it the connection.
  for await (const beginning of body) return { bytes, beginning };
  return { bytes, beginning: new Uint8Array() };
};

/** The object, if it has at most so many bytes. */
export const readWithin = (bucket: Bucket, key: string, mostBytes: number): Promise<Uint8Array | Oversized> =>
  openWithin({ bucket, key, mostBytes }, async (body) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks);
  });

/** The digest of the object (`contentDigest`), if it has at most so many bytes: it is never whole in memory. */
export const digestWithin = (bucket: Bucket, key: string, mostBytes: number): Promise<string | Oversized> =>
  openWithin({ bucket, key, mostBytes }, async (body) => {
    const hash = createHash('sha256');
    for await (const chunk of body) hash.update(chunk);
    return digestOf(hash);
  });

/** What is said of an object beside its content: ids and instants, by names in lower case. */
export type ObjectFacts = Readonly<Record<string, string>>;

/** The text of an object with what is said of it. Throws where there is none. */
export const readWithFacts = async (
  bucket: Bucket,
  key: string,
): Promise<{ readonly text: string; readonly facts: ObjectFacts }> => {
  const { Body, Metadata } = await client.send(
    new GetObjectCommand({ Bucket: bucketName(bucket), Key: key }),
  );
  return { text: (await Body?.transformToString('utf-8')) ?? '', facts: Metadata ?? {} };
};

/** The object, unless there is none of its key. */
export const findObject = async (bucket: Bucket, key: string): Promise<Uint8Array | undefined> => {
  try {
    return await readObject(bucket, key);
  } catch (error) {
    // Who may not list a bucket is told 403 of a key that is not there.
    if (error instanceof NoSuchKey || hasStatus(error, 404) || hasStatus(error, 403)) return undefined;
    throw error;
  }
};

export const readText = async (bucket: Bucket, key: string): Promise<string> =>
  new TextDecoder().decode(await readObject(bucket, key));

export const writeObject = async (bucket: Bucket, key: string, body: string | Uint8Array): Promise<void> => {
  await client.send(new PutObjectCommand({ Bucket: bucketName(bucket), Key: key, Body: body }));
};

/** The text of an object; undefined where there is none. S3 forbids to read what is missing to whoever may not list. */
export const readWritten = async (bucket: Bucket, key: string): Promise<string | undefined> => {
  try {
    return await readText(bucket, key);
  } catch (error) {
    if (hasStatus(error, 403, 404)) return undefined;
    throw error;
  }
};

/**
 * Writes the object unless one of its key is there, which then stays: a step that runs again sends nothing twice. False
 * where one was there.
 */
export const writeObjectOnce = async (
  bucket: Bucket,
  key: string,
  body: string | Uint8Array,
  facts: ObjectFacts = {},
): Promise<boolean> => {
  const object = { Bucket: bucketName(bucket), Key: key, Body: body, Metadata: { ...facts } };
  try {
    await client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
    return true;
  } catch (error) {
    if (!isPreconditionFailure(error)) throw error;
    return false;
  }
};

const isPreconditionFailure = (error: unknown): boolean =>
  (error instanceof Error && error.name === 'PreconditionFailed') || hasStatus(error, 412);

/** A form that somebody may POST, with the file as its last field, to the address given. */
export type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** A form by which one object may be put into the intake bucket within the seconds given, of one type and size. */
export const uploadForm = async (
  object: Omit<PostedObject, 'bucket'>,
  expiresInSeconds: number,
): Promise<UploadForm> => {
  const bucket = bucketName('intake');
  const now = new Date();
  const expires = new Date(now.getTime() + expiresInSeconds * 1000);
  const [signer, region] = await Promise.all([client.config.credentials(), client.config.region()]);
  return {
    url: await addressOf(bucket),
    fields: postFields({ ...object, bucket }, signer, { region, now, expires }),
  };
};

/** Where the bucket is, as the SDK would call it: its name in the host, or in the path of a local cloud. */
const addressOf = async (bucket: string): Promise<string> => {
  const object = await getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key: 'object' }));
  const { origin, pathname } = new URL(object);
  return `${origin}${pathname.replace(/object$/, '')}`;
};

/** A URL from which one object may be got within the seconds given, under a name for the file. */
export const downloadUrl = (
  bucket: Bucket,
  key: string,
  { expiresInSeconds, fileName, contentType = 'application/pdf', isSaved = false }: Download,
): Promise<string> =>
  getSignedUrl(
    client,
    new GetObjectCommand({
      Bucket: bucketName(bucket),
      Key: key,
      ResponseContentType: contentType,
      ResponseContentDisposition: `${isSaved ? 'attachment' : 'inline'}; filename="${fileName}"`,
    }),
    { expiresIn: expiresInSeconds },
  );

export type Download = {
  readonly expiresInSeconds: number;
  readonly fileName: string;
  /** @default application/pdf */
  readonly contentType?: string;
  /** Whether a browser keeps it instead of showing it: what others sent is not shown as a page. @default false */
  readonly isSaved?: boolean;
};

import { createHmac } from 'node:crypto';

/** Who signs, as the SDK finds it in the function's environment. */
export type Signer = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
};

/** One object that somebody may POST to a bucket. */
export type PostedObject = {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  /** The fewest and the most bytes; S3 refuses any other number of them. */
  readonly bytes: readonly [least: number, most: number];
};

/** The key that signs for S3 on one day in one region (Signature Version 4). */
const signingKey = (secret: string, day: string, region: string): Buffer =>
  [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );

/** The signature of a policy in base 64, as hex digits. */
export const signPolicy = (policy: string, secret: string, day: string, region: string): string =>
  createHmac('sha256', signingKey(secret, day, region))
    .update(policy)
    .digest('hex');

/** "2026-11-30T18:00:00.000Z" → "20261130T180000Z" */
const stamp = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');

/**
 * The fields of a form that may be POSTed to S3 until it expires, with the file as the last of them: under this key alone,
 * as this type, of this size (AWS, "POST Policy"). The SDK has this in a package of its own, whose client is another than ours.
 */
export const postFields = (
  { bucket, key, contentType, bytes }: PostedObject,
  { accessKeyId, secretAccessKey, sessionToken }: Signer,
  { region, now, expires }: { readonly region: string; readonly now: Date; readonly expires: Date },
): Readonly<Record<string, string>> => {
  const at = stamp(now);
  const day = at.slice(0, 8);
  const fields = {
    key,
    'Content-Type': contentType,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${accessKeyId}/${day}/${region}/s3/aws4_request`,
    'x-amz-date': at,
    ...(sessionToken !== undefined && { 'x-amz-security-token': sessionToken }),
  };
  const conditions = [
    { bucket },
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ['content-length-range', ...bytes],
  ];
  const document = JSON.stringify({ expiration: expires.toISOString(), conditions });
  const policy = Buffer.from(document).toString('base64');
  return { ...fields, policy, 'x-amz-signature': signPolicy(policy, secretAccessKey, day, region) };
};

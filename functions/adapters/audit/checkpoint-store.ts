import { KMSClient, KMSInvalidSignatureException, SignCommand, VerifyCommand } from '@aws-sdk/client-kms';
import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { type ChainState, Checkpoint, signedText } from '../../domain/audit/checkpoint.ts';
import type { KeptAudit } from '../../domain/audit/verify-chain.ts';
import { requiredEnv } from '../../runtime/environment.ts';
import { auditEnv } from './audit.env.ts';

const keys = new KMSClient({});
const objects = new S3Client({});

const algorithm = 'ECDSA_SHA_256';

const folderOf = (practiceId: string): string => `checkpoints/${practiceId}/`;

const messageOf = (state: ChainState) =>
  ({
    KeyId: requiredEnv(auditEnv.keyId),
    SigningAlgorithm: algorithm,
    MessageType: 'RAW',
    Message: Buffer.from(signedText(state)),
  }) as const;

/** Signs a state and puts it into the bucket, whose lock lets nobody change or delete a version for six years. */
export const keepCheckpoint = async (state: ChainState): Promise<void> => {
  const { Signature = new Uint8Array() } = await keys.send(new SignCommand(messageOf(state)));
  const checkpoint: Checkpoint = { state, signature: Buffer.from(Signature).toString('base64') };
  await objects.send(
    new PutObjectCommand({
      Bucket: requiredEnv(auditEnv.bucket),
      Key: `${folderOf(state.practiceId)}${state.at}.json`,
      Body: JSON.stringify(checkpoint),
      // A bucket with a lock asks for a digest of what it is given.
      ChecksumAlgorithm: 'SHA256',
    }),
  );
};

/** Every version of every checkpoint of a practice: one that a delete marker hides, or a later one covers, too. */
export const checkpointsOf = async (practiceId: string): Promise<KeptAudit['checkpoints']> => {
  const versions = await versionsOf(folderOf(practiceId));
  return Promise.all(
    versions.map(async ({ Key = '', VersionId }) => ({ name: Key, state: await readState(Key, VersionId) })),
  );
};

const versionsOf = async (
  Prefix: string,
  after: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } = {},
): Promise<ObjectVersion[]> => {
  const Bucket = requiredEnv(auditEnv.bucket);
  const listed = await objects.send(new ListObjectVersionsCommand({ Bucket, Prefix, ...after }));
  const { Versions = [], IsTruncated, NextKeyMarker, NextVersionIdMarker } = listed;
  if (!IsTruncated) return Versions;
  const rest = { KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker };
  return [...Versions, ...(await versionsOf(Prefix, rest))];
};

const readState = async (Key: string, VersionId: string | undefined): Promise<ChainState | undefined> => {
  const { Body } = await objects.send(
    new GetObjectCommand({ Bucket: requiredEnv(auditEnv.bucket), Key, VersionId }),
  );
  const read = Checkpoint.safeParse(parsed((await Body?.transformToString()) ?? ''));
  return read.success && (await isOurs(read.data)) ? read.data.state : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // whoever wrote it, it is no checkpoint: its reader tells so
  }
};

const isOurs = async ({ state, signature }: Checkpoint): Promise<boolean> => {
  try {
    const { SignatureValid } = await keys.send(
      new VerifyCommand({ ...messageOf(state), Signature: Buffer.from(signature, 'base64') }),
    );
    return SignatureValid === true;
  } catch (error) {
    if (error instanceof KMSInvalidSignatureException) return false;
    throw error;
  }
};

import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { hasStatus } from '../../functions/adapters/objects/buckets.ts';
import type { Answer, ReceivedFile } from './answer.ts';

/** Where the simulator stands: a bucket, and its own folder among the partners'. */
export type ExchangeFolders = { readonly s3: S3Client; readonly bucket: string; readonly partnerId: string };

export type FolderEntry = { readonly name: string; readonly receivedAt: Date };

type Direction = 'outbound' | 'inbound';

const prefixOf = ({ partnerId }: ExchangeFolders, direction: Direction): string =>
  `partners/${partnerId}/${direction}/`;

export const listFolder = async (folders: ExchangeFolders, direction: Direction): Promise<FolderEntry[]> => {
  const prefix = prefixOf(folders, direction);
  const entries: FolderEntry[] = [];
  for await (const page of paginateListObjectsV2(
    { client: folders.s3 },
    { Bucket: folders.bucket, Prefix: prefix },
  )) {
    for (const { Key, LastModified } of page.Contents ?? []) {
      if (Key && LastModified) entries.push({ name: Key.slice(prefix.length), receivedAt: LastModified });
    }
  }
  return entries.sort(byArrival);
};

/** S3 tells whole seconds only: within one, the control number in the name tells which file was first. */
const byArrival = (a: FolderEntry, b: FolderEntry): number =>
  a.receivedAt.getTime() - b.receivedAt.getTime() || numberIn(a.name) - numberIn(b.name);

const numberIn = (name: string): number => Number(/(\d+)\D*$/.exec(name)?.[1] ?? 0);

export const readOutbound = async (folders: ExchangeFolders, entry: FolderEntry): Promise<ReceivedFile> => {
  const Key = `${prefixOf(folders, 'outbound')}${entry.name}`;
  const { Body } = await folders.s3.send(new GetObjectCommand({ Bucket: folders.bucket, Key }));
  return { ...entry, text: (await Body?.transformToString('utf-8')) ?? '' };
};

/** Puts an answer into the inbound folder, unless one of its name is there. */
export const putInbound = async (folders: ExchangeFolders, { name, body }: Answer): Promise<void> => {
  const Key = `${prefixOf(folders, 'inbound')}${name}`;
  const put = new PutObjectCommand({ Bucket: folders.bucket, Key, Body: body, IfNoneMatch: '*' });
  try {
    await folders.s3.send(put);
  } catch (error) {
    if (!isPreconditionFailure(error)) throw error;
  }
};

/** MiniStack sends the status without the body in which the SDK looks for the name. */
const isPreconditionFailure = (error: unknown): boolean =>
  (error instanceof Error && error.name === 'PreconditionFailed') || hasStatus(error, 412);

import { rmSync } from 'node:fs';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { layOut } from '../../../codesets/publishing/lay-out.ts';
import { Publication, publicationKeys } from '../../../codesets/publishing/publication.ts';
import { requiredEnv } from '../../runtime/environment.ts';
import { requireJson } from '../../runtime/input.ts';
import { describeError, logger } from '../../runtime/observability.ts';
import { codeSetsEnv } from '../code-sets.env.ts';
import { hasStatus } from '../objects/buckets.ts';

const client = new S3Client({});

/** The files that came with the function. */
const deployed = { folder: process.env[codeSetsEnv.folder] };

/** A new edition is published weeks before it counts: nobody waits for it, and a look costs a call. */
const lookEveryMs = 5 * 60_000;

type InUse = { readonly number: number; readonly folder: string };

let inUse: InUse | undefined;
let lookedAt = Number.NEGATIVE_INFINITY;

const read = async (key: string): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await client.send(
      new GetObjectCommand({ Bucket: requiredEnv(codeSetsEnv.bucket), Key: key }),
    );
    return await Body?.transformToByteArray();
  } catch (error) {
    // Who may not list a bucket is told 403 of a key that is not there.
    if (hasStatus(error, 403, 404)) return undefined;
    throw error;
  }
};

const readPublication = async (): Promise<Publication | undefined> => {
  const text = await read(publicationKeys.current);
  return text && requireJson(Publication, new TextDecoder().decode(text));
};

/**
 * Takes what is published into use where it is another publication than the one in use. Throws where it cannot be taken;
 * what was in use stays so.
 */
export const takePublished = async (): Promise<void> => {
  const publication = await readPublication();
  if (!publication || publication.number === inUse?.number) return;
  const folder = await layOut(publication, deployed, async (file) => {
    const content = await read(publicationKeys.file(file));
    return content ?? new Uint8Array();
  });
  process.env[codeSetsEnv.folder] = folder;
  const before = inUse;
  inUse = { number: publication.number, folder };
  logger.info('Code sets taken', { publication: publication.number, files: publication.files.length });
  if (before) rmSync(before.folder, { recursive: true, force: true });
};

/**
 * Before a function works: looks now and then whether other code sets are published. One that cannot be taken is logged
 * and stops nobody; the watch over editions fails of it, and rings.
 */
export const currentCodeSets = {
  before: async (): Promise<void> => {
    if (Date.now() - lookedAt < lookEveryMs) return;
    lookedAt = Date.now();
    try {
      await takePublished();
    } catch (error) {
      logger.error('Published code sets are not taken', describeError(error));
    }
  },
};

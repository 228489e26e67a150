import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { listArtefacts } from '../../../codesets/artefact.ts';
import { CodeSetError } from '../../../codesets/code-set-error.ts';
import { sha256Of } from '../../../codesets/publishing/lay-out.ts';
import {
  isCompiled,
  Publication,
  type PublishedFile,
  publicationKeys,
} from '../../../codesets/publishing/publication.ts';
import { requireJson } from '../../runtime/input.ts';
import { hasStatus } from '../objects/buckets.ts';

const client = new S3Client({});

type Current = { readonly publication: Publication; readonly etag: string };

const readAt = async (bucket: string, key: string): Promise<Current | undefined> => {
  try {
    const { Body, ETag = '' } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const text = (await Body?.transformToString()) ?? '';
    return { publication: requireJson(Publication, text), etag: ETag };
  } catch (error) {
    if (hasStatus(error, 403, 404)) return undefined;
    throw error;
  }
};

/** What is published now; undefined where nothing is. */
export const publishedNow = async (bucket: string): Promise<Publication | undefined> =>
  (await readAt(bucket, publicationKeys.current))?.publication;

/** A file once: S3 holds the content against the digest, and one that is there under it has that very content. */
const writeFile = async (bucket: string, file: PublishedFile, content: Uint8Array): Promise<void> => {
  const ChecksumSHA256 = Buffer.from(file.sha256, 'hex').toString('base64');
  const object = { Bucket: bucket, Key: publicationKeys.file(file), Body: content, ChecksumSHA256 };
  try {
    await client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
  } catch (error) {
    if (!hasStatus(error, 412)) throw error;
  }
};

/** Only who read the publication before it may write the next one: of two at once, one is told. */
const writeNext = async (
  bucket: string,
  content: Pick<Publication, 'files' | 'again'>,
  before: Current | undefined,
): Promise<Publication> => {
  const number = (before?.publication.number ?? 0) + 1;
  const publication = Publication.parse({ number, publishedAt: new Date().toISOString(), ...content });
  const Body = JSON.stringify(publication);
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: publicationKeys.publication(number), Body }));
  try {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: publicationKeys.current,
        Body,
        ...(before ? { IfMatch: before.etag } : { IfNoneMatch: '*' }),
      }),
    );
  } catch (error) {
    if (hasStatus(error, 409, 412)) throw new CodeSetError('Somebody else publishes just now: try again');
    throw error;
  }
  return publication;
};

/**
 * Publishes the compiled files of a folder, whole or not at all: the files first, and last what names them. An artefact
 * that cannot be opened is refused before anything is sent.
 */
export const publishFolder = async (bucket: string, folder: string): Promise<Publication> => {
  if (listArtefacts(folder).length === 0) throw new CodeSetError(`No code set is installed in ${folder}`);
  const contents = readdirSync(folder)
    .filter(isCompiled)
    .map((name) => ({ name, content: readFileSync(join(folder, name)) }))
    .map(({ name, content }) => ({
      file: { name, sha256: sha256Of(content), bytes: content.length },
      content,
    }));
  const files = contents.map(({ file }) => file);
  const fits = Publication.shape.files.safeParse(files);
  if (!fits.success) throw new CodeSetError(fits.error.issues.map(({ message }) => message).join('; '));
  const before = await readAt(bucket, publicationKeys.current);
  for (const { file, content } of contents) await writeFile(bucket, file, content);
  return writeNext(bucket, { files }, before);
};

/** Publishes an earlier publication again; 0 stands for the files that were deployed, with nothing over them. */
export const publishAgain = async (bucket: string, number: number): Promise<Publication> => {
  const earlier = number === 0 ? undefined : await readAt(bucket, publicationKeys.publication(number));
  if (number !== 0 && !earlier) throw new CodeSetError(`There is no publication ${number}`);
  const before = await readAt(bucket, publicationKeys.current);
  return writeNext(bucket, { files: earlier?.publication.files ?? [], again: number }, before);
};

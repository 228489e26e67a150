import { createHash } from 'node:crypto';
import { closeSync, createWriteStream, mkdirSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodeSetError } from '../code-set-error.ts';
import type { PublishedFile } from '../publications.ts';

/** How much of a download has come; the total is unknown where the server does not tell it. */
export type ReportProgress = (name: string, received: number, total: number | undefined) => void;

/** A server that is silent for this long has gone; the largest file takes minutes, but never pauses so long. */
const silenceMs = 60_000;

const nameOf = (url: string): string => basename(new URL(url).pathname) || 'download';

const request = async (url: string, signal: AbortSignal): Promise<Response> => {
  try {
    const response = await fetch(url, { signal });
    if (response.ok && response.body) return response;
    throw new CodeSetError(`${url} answered ${response.status}; fetch the file in a browser and use --from`);
  } catch (error) {
    if (error instanceof CodeSetError) throw error;
    const why = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    throw new CodeSetError(`${url} cannot be reached${why}; fetch the file elsewhere and use --from`, {
      cause: error,
    });
  }
};

const lengthIn = (response: Response): number | undefined => {
  // A compressed answer is longer after unpacking than its header says.
  if (response.headers.get('content-encoding')) return undefined;
  const length = Number(response.headers.get('content-length'));
  return length > 0 ? length : undefined;
};

const beginsLikeZip = (path: string): boolean => {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(2);
    readSync(file, start, 0, 2, 0);
    return start.toString('latin1') === 'PK';
  } finally {
    closeSync(file);
  }
};

const checkFile = (path: string, file: PublishedFile, digest: string): void => {
  if (/\.zip$/i.test(path) && !beginsLikeZip(path)) {
    throw new CodeSetError(
      `${file.url} gave a page instead of the archive, probably a licence to accept; accept it in a browser, save the file and use --from`,
    );
  }
  if (file.sha256 && digest !== file.sha256) {
    throw new CodeSetError(
      `${file.url} is not the file of the known checksum: it was cut short or published anew; compare it with the publisher's page and use --from`,
    );
  }
};

const downloadFile = async (file: PublishedFile, folder: string, report: ReportProgress): Promise<void> => {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silenceMs);
  const response = await request(file.url, silence.signal).finally(() => clearTimeout(timer));
  const total = lengthIn(response);
  const name = nameOf(file.url);
  const hash = createHash('sha256');
  let received = 0;
  timer = setTimeout(() => silence.abort(), silenceMs);
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      timer.refresh();
      received += chunk.length;
      hash.update(chunk);
      report(name, received, total);
      done(null, chunk);
    },
  });
  const path = join(folder, name);
  try {
    // The DOM's and Node's types of a web stream differ; it is the same object.
    await pipeline(Readable.fromWeb(response.body as never), count, createWriteStream(path));
  } catch (error) {
    throw new CodeSetError(`${file.url} broke off after ${received} bytes; try again`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
  if (total !== undefined && received !== total) {
    throw new CodeSetError(`${file.url} broke off after ${received} of ${total} bytes; try again`);
  }
  checkFile(path, file, hash.digest('hex'));
};

/** Downloads files into a folder of their own for as long as `use` runs; then they are gone. */
export const withDownloads = async <T>(
  files: readonly PublishedFile[],
  report: ReportProgress,
  use: (folder: string) => T,
): Promise<T> => {
  mkdirSync(tmpdir(), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'codesets-'));
  try {
    for (const file of files) await downloadFile(file, folder, report);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

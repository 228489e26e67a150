import { createReadStream } from 'node:fs';
import type { InterchangeReader } from '../../functions/edi/envelope/interchange-reader.ts';
import { TextDecoding } from '../../functions/edi/stream.ts';
import { isaLength, stripPreamble } from '../../functions/edi/text/delimiters.ts';

/** A file that is not X12 or cannot be opened. The message is one line: which file, what about it, what to do next. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}

/** "-" for the standard input. */
export const standardInput = '-';

export const nameOf = (file: string): string => (file === standardInput ? 'standard input' : file);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist. Check the path',
  EISDIR: 'is a folder. Name the files in it, such as folder/*',
  EACCES: 'may not be read by this user. Change its permissions',
};

const unusable = (file: string, error: unknown): UnusableFile => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new UnusableFile(
    `${nameOf(file)} ${reasons[code] ?? `cannot be read (${code || 'unknown error'})`}`,
  );
};

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* file === standardInput ? process.stdin : createReadStream(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

const startsWith =
  (...signatures: readonly string[]) =>
  (bytes: Buffer): boolean =>
    signatures.some((signature) => bytes.toString('hex').startsWith(signature));

/** No text has these. */
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 27);

/** What the first bytes of some other kinds of file look like. */
const kinds: readonly (readonly [(bytes: Buffer) => boolean, string])[] = [
  [startsWith('fffe', 'feff'), 'UTF-16 text: save it as UTF-8 or ASCII first'],
  [startsWith('1f8b', '504b0304'), 'a compressed file: unpack it first'],
  [startsWith('25504446'), 'a PDF: ask the sender for the X12 file'],
  [(bytes) => bytes.some(isControl), 'binary data: ask the sender for the X12 file'],
  [(bytes) => /^[{[]/.test(beginning(bytes)), 'JSON: name the X12 file instead'],
  [(bytes) => beginning(bytes).startsWith('<'), 'XML or HTML: name the X12 file instead'],
];

const beginning = (bytes: Buffer): string =>
  stripPreamble(bytes.toString('latin1').replace(/^\xef\xbb\xbf/, ''));

/** Whether more bytes are needed to tell that an ISA is there. */
const isShort = (bytes: Buffer): boolean => beginning(bytes).length < isaLength;

const refuse = (file: string, bytes: Buffer): void => {
  const text = beginning(bytes);
  const name = nameOf(file);
  if (text === '') throw new UnusableFile(`${name} is empty. Ask the sender for the file again`);
  if (!text.startsWith('ISA')) {
    const kind = kinds.find(([looksLike]) => looksLike(bytes.subarray(0, 512)))?.[1];
    const advice = kind === undefined ? 'Check that it is the right file' : `It looks like ${kind}`;
    throw new UnusableFile(`${name} is not X12, which begins with ISA. ${advice}`);
  }
  if (text.length < isaLength) {
    const where = `after ${text.length} of the ${isaLength} characters of its ISA segment`;
    throw new UnusableFile(`${name} ends ${where}. Ask the sender for the whole file`);
  }
};

/** Feeds a file to a reader piece by piece; `flush` is awaited after each. Throws UnusableFile. */
export const feed = async (
  file: string,
  reader: InterchangeReader,
  flush: () => Promise<void> = async () => {},
): Promise<void> => {
  const decoding = new TextDecoding();
  let first: Buffer | undefined = Buffer.alloc(0);
  const take = async (bytes: Buffer): Promise<void> => {
    reader.write(decoding.decode(bytes));
    await flush();
  };
  for await (const bytes of bytesOf(file)) {
    if (first === undefined) {
      await take(bytes);
      continue;
    }
    first = Buffer.concat([first, bytes]);
    if (isShort(first)) continue;
    refuse(file, first);
    await take(first);
    first = undefined;
  }
  if (first !== undefined) refuse(file, first);
  reader.write(decoding.end());
  reader.end();
  await flush();
};

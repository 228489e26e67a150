import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { CodeSetError } from '../code-set-error.ts';
import { madeOn } from './nppes-file.ts';

/** A file of the registry as a stream of bytes: unpacked it is some ten gigabytes. */
export type OpenFile = { readonly name: string; readonly open: () => Readable };

type Member = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly local: number;
};

// PKWARE APPNOTE 4.3 and 4.5.3: the end of the central directory, that of ZIP64, entries, and the ZIP64 extra field.
const endSize = 22;
const longestComment = 0xffff;
const full = 0xffff_ffff;
const zip64Extra = 1;

type ReadAt = (at: number, length: number) => Buffer;

const wide = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

/** Where the central directory begins, and how long it is. */
const directoryOf = (read: ReadAt, size: number): { readonly at: number; readonly length: number } => {
  const from = Math.max(0, size - endSize - longestComment - 20);
  const tail = read(from, size - from);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new RangeError('no end of the central directory');
  const [length, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (at !== full && length !== full) return { at, length };
  const locator = tail.lastIndexOf(Buffer.from('PK\x06\x07', 'latin1'), end);
  if (locator < 0) throw new RangeError('no ZIP64 locator');
  const wideEnd = read(wide(tail, locator + 8), 56);
  return { length: wide(wideEnd, 40), at: wide(wideEnd, 48) };
};

/** Sizes and place of an entry that are too large for it stand in the ZIP64 extra field, in this order. */
const memberOf = (entry: Buffer): Member & { readonly length: number } => {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) => entry.readUInt16LE(at)) as [
    number,
    number,
    number,
  ];
  const name = entry.toString('utf8', 46, 46 + nameLength);
  const extra = entry.subarray(46 + nameLength, 46 + nameLength + extraLength);
  const values = [entry.readUInt32LE(24), entry.readUInt32LE(20), entry.readUInt32LE(42)];
  let field = 0;
  while (field + 4 <= extra.length && extra.readUInt16LE(field) !== zip64Extra)
    field += 4 + extra.readUInt16LE(field + 2);
  let at = field + 4;
  const [, packed = 0, local = 0] = values.map((value) => {
    if (value !== full) return value;
    const found = wide(extra, at);
    at += 8;
    return found;
  });
  const length = 46 + nameLength + extraLength + commentLength;
  return { name, method: entry.readUInt16LE(10), packed, local, length };
};

const membersOf = (directory: Buffer): readonly Member[] => {
  const members: Member[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    const member = memberOf(directory.subarray(at));
    members.push(member);
    at += member.length;
  }
  return members;
};

const openMember = (path: string, read: ReadAt, { name, method, packed, local }: Member): OpenFile => {
  const header = read(local, 30);
  const start = local + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const open = (): Readable => {
    const bytes = createReadStream(path, { start, end: start + packed - 1 });
    if (method === 0) return bytes;
    // Whoever reads on hears of errors: an aborted pipeline destroys its last stream with them.
    return pipeline(bytes, createInflateRaw(), () => undefined);
  };
  return { name: basename(name), open };
};

const inArchive = (path: string): readonly OpenFile[] => {
  const file = openSync(path, 'r');
  const read: ReadAt = (at, length) => {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, at);
    return bytes;
  };
  try {
    const { at, length } = directoryOf(read, statSync(path).size);
    return membersOf(read(at, length))
      .filter(({ name }) => madeOn(basename(name)))
      .map((member) => openMember(path, read, member));
  } catch (error) {
    throw new CodeSetError(`${basename(path)} is no whole ZIP archive; fetch it again`, { cause: error });
  } finally {
    closeSync(file);
  }
};

/** Opens the registry's file at a path, be it in its archive or not; nothing of it is read into memory as a whole. */
export const openRegistry = (path: string): OpenFile => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CodeSetError(`There is no file ${path}; check --from`);
  const files = /\.zip$/i.test(path)
    ? inArchive(path)
    : [{ name: basename(path), open: () => createReadStream(path) }].filter(({ name }) => madeOn(name));
  const [file] = files;
  if (file) return file;
  throw new CodeSetError(
    `${basename(path)} is no file of the registry: take CMS's archive, or npidata_pfile_….csv under its own name, which tells its day`,
  );
};

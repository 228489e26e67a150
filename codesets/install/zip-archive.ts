import { inflateRawSync } from 'node:zlib';
import { CodeSetError } from '../code-set-error.ts';

/** A file within a ZIP archive, unpacked when it is read. */
export interface ZipMember {
  readonly name: string;
  readonly read: () => Buffer;
}

// PKWARE APPNOTE 4.3: signatures of the end of the central directory, its entries, and local headers.
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;

const findEnd = (archive: Buffer): number => {
  const last = Math.max(0, archive.length - endSize - longestComment);
  for (let at = archive.length - endSize; at >= last; at--) {
    if (archive.readUInt32LE(at) === endSignature) return at;
  }
  throw new RangeError('no end of the central directory');
};

const unpack = (archive: Buffer, entry: number): Buffer => {
  const method = archive.readUInt16LE(entry + 10);
  const packedSize = archive.readUInt32LE(entry + 20);
  const size = archive.readUInt32LE(entry + 24);
  const local = archive.readUInt32LE(entry + 42);
  if (archive.readUInt32LE(local) !== localSignature) throw new RangeError('no local header');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedSize);
  const data = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  if (data.length !== size) throw new RangeError('a member is cut short');
  return data;
};

const readDirectory = (archive: Buffer): ZipMember[] => {
  const end = findEnd(archive);
  const members: ZipMember[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const entry = at;
    if (archive.readUInt32LE(entry) !== entrySignature)
      throw new RangeError('the central directory is cut short');
    const nameLength = archive.readUInt16LE(entry + 28);
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameLength);
    members.push({ name, read: () => unpack(archive, entry) });
    at = entry + 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return members.filter(({ name }) => !name.endsWith('/'));
};

const guarded = <T>(archiveName: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw new CodeSetError(`${archiveName} is no whole ZIP archive; fetch it again`, { cause: error });
  }
};

/** The files of a ZIP archive as publishers make them: stored or deflated, not encrypted, below 4 GB. */
export const readZip = (archive: Buffer, archiveName: string): ZipMember[] =>
  guarded(archiveName, () => readDirectory(archive)).map(({ name, read }) => ({
    name,
    read: () => guarded(archiveName, read),
  }));

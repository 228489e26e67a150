import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

type Entry = { readonly name: Buffer; readonly data: Buffer; readonly size: number; readonly crc: number };

/**
 * The files of a directory as a ZIP archive (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), with neither
 * dates nor owners, so that the same files make the same bytes.
 */
export const zipDirectory = (directory: string): Buffer =>
  zipFiles(filesBelow(directory).map((file) => [file, readFileSync(join(directory, file))]));

/** The same of files by their names in the archive. */
export const zipFiles = (files: readonly (readonly [name: string, content: Buffer])[]): Buffer => {
  const entries = files.map(([name, content]) => deflate(name, content));
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = Buffer.concat([localHeader(entry), entry.name, entry.data]);
    centrals.push(Buffer.concat([centralHeader(entry, offset), entry.name]));
    locals.push(local);
    offset += local.length;
  }
  const directorySize = centrals.reduce((size, central) => size + central.length, 0);
  return Buffer.concat([...locals, ...centrals, endRecord(entries.length, directorySize, offset)]);
};

const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

const deflate = (file: string, content: Buffer): Entry => ({
  name: Buffer.from(file),
  // Fast rather than small: it goes over the loopback interface only.
  data: deflateRawSync(content, { level: 1 }),
  size: content.length,
  crc: crc32(content),
});

/** Version 2.0, UTF-8 names, deflated, 1980-01-01 (the earliest date there is). */
const writeCommon = (buffer: Buffer, at: number, { name, data, size, crc }: Entry): void => {
  buffer.writeUInt16LE(20, at);
  buffer.writeUInt16LE(0x0800, at + 2);
  buffer.writeUInt16LE(8, at + 4);
  buffer.writeUInt16LE(0, at + 6);
  buffer.writeUInt16LE(0x0021, at + 8);
  buffer.writeUInt32LE(crc, at + 10);
  buffer.writeUInt32LE(data.length, at + 14);
  buffer.writeUInt32LE(size, at + 18);
  buffer.writeUInt16LE(name.length, at + 22);
};

const localHeader = (entry: Entry): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry);
  return header;
};

const centralHeader = (entry: Entry, offset: number): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  // Made by Unix, so that the permissions below count: a regular file that all may read, as Lambda asks.
  header.writeUInt16LE((3 << 8) | 20, 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return header;
};

const endRecord = (count: number, directorySize: number, offset: number): Buffer => {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(directorySize, 12);
  record.writeUInt32LE(offset, 16);
  return record;
};

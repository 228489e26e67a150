import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { zipDirectory } from '../../local/zip.ts';

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

const makeDirectory = (files: Readonly<Record<string, Uint8Array | string>>): string => {
  const directory = mkdtempSync(join(tmpdir(), 'zip-'));
  made.push(directory);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), content);
  }
  return directory;
};

/** Reads an archive the way an unzipper does: from the end record, over the central directory, to each file. */
const unzip = (archive: Buffer): Record<string, Buffer> => {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files: Record<string, Buffer> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = inflateRawSync(archive.subarray(from, from + archive.readUInt32LE(at + 20)));
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16));
    files[name] = content;
    at += 46 + nameLength;
  }
  return files;
};

describe('an archive of a directory', () => {
  it('gives back every file, whatever it holds', () => {
    const contents = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 3000 }));
    fc.assert(
      fc.property(contents, (files) => {
        const expected = Object.fromEntries(
          Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]),
        );
        expect(unzip(zipDirectory(makeDirectory(files)))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('names files in folders with slashes', () => {
    expect(
      Object.keys(unzip(zipDirectory(makeDirectory({ 'index.js': 'a', 'maps/index.js.map': 'b' })))),
    ).toEqual(['index.js', 'maps/index.js.map']);
  });

  it('has the same bytes when it is made again', () => {
    const directory = makeDirectory({ 'index.js': 'a' });
    expect(zipDirectory(directory)).toEqual(zipDirectory(directory));
  });
});

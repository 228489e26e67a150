import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { zipDirectory } from '../../local/zip.ts';
import { unzip } from './unzip.ts';

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

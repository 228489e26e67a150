import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPlace } from '../../local/in-place.ts';
import { unzip } from './unzip.ts';

let directory: string;
let asset: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'in-place-'));
  asset = join(directory, 'assembly', 'asset.1');
  for (const folder of [asset, join(directory, 'work')]) mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(asset, 'index.js'),
    `exports.handler = async ({ fails }, { awsRequestId }) => {
      if (fails) throw new Error('it failed');
      return { awsRequestId, from: __dirname };
    };`,
  );
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What a worker finds when it has unpacked the archive at a place of its own. */
const unpack = (zip: Buffer): string => {
  const work = mkdtempSync(join(directory, 'worker-'));
  for (const [name, content] of Object.entries(unzip(zip))) writeFileSync(join(work, name), content);
  return join(work, 'index.js');
};

const unpacked = (zip: Buffer) =>
  createRequire(import.meta.url)(unpack(zip)) as {
    handler: (event: object, context: object) => Promise<unknown>;
  };

describe('a function that runs in place', () => {
  it('runs the bundle where it is, from an archive that holds none of it', async () => {
    const zip = inPlace(directory).zip(asset);
    expect(zip.length).toBeLessThan(1000);
    expect(await unpacked(zip).handler({}, { awsRequestId: '7' })).toEqual({
      awsRequestId: '7',
      from: asset,
    });
  });

  it('is counted when it begins and when it ends, also badly', async () => {
    const { zip, calls } = inPlace(directory);
    const { handler } = unpacked(zip(asset));
    const before = calls();
    const call = handler({ fails: true }, {});
    expect(calls()).toBe(before + 1);
    await expect(call).rejects.toThrow('it failed');
    expect(calls()).toBe(before + 2);
  });

  it('leaves what was compiled beside the bundles, for the next worker', () => {
    const { NODE_COMPILE_CACHE: _, ...env } = process.env;
    const call = `require(${JSON.stringify(unpack(inPlace(directory).zip(asset)))}).handler({}, {})`;
    execFileSync(process.execPath, ['-e', call], { env });
    const compiled = readdirSync(join(directory, 'assembly', 'compiled'), { recursive: true });
    expect(compiled.length).toBeGreaterThan(1);
  });

  it('was called by nobody where there is no file of calls', () => {
    expect(inPlace(join(directory, 'elsewhere')).calls()).toBe(0);
  });
});

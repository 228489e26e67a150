import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { installedEditions } from '../../codesets/code-book.ts';
import { type Edition, type EditionDates, fiscalYear, quarterOf } from '../../codesets/edition.ts';
import { writeArtefact } from '../../codesets/install/write-artefact.ts';
import { publicationKeys } from '../../codesets/publishing/publication.ts';
import { cloudInMemory } from '../adapters/cloud-in-memory.ts';

const cloud = await cloudInMemory();
const made: string[] = [];
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  made.push(folder);
  return folder;
};
afterAll(() => {
  cloud.close();
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const install = (folder: string, set: Edition['set'], dates: EditionDates, rows = 1): void => {
  const edition: Edition = { set, ...dates, rows, source: 'a file', parts: {}, notes: [] };
  writeArtefact({ edition, records: [] }, folder);
};

const bucket = 'code-sets';
const deployed = aFolder();
install(deployed, 'icd10cm', fiscalYear(2027));
install(deployed, 'hcpcs', quarterOf(2027, 3));

/** A function that begins cold, with the files that were deployed. */
const coldStart = async () => {
  vi.resetModules();
  process.env.CLAIMWRIGHT_CODESETS = deployed;
  return import('../../functions/adapters/code-sets/current-code-sets.ts');
};
const publishing = await import('../../functions/adapters/code-sets/publish-code-sets.ts');

const editions = (): string[] => installedEditions().map(({ set, edition }) => `${set} ${edition}`);
const current = `/${bucket}/${publicationKeys.current}`;

beforeEach(() => {
  cloud.objects.clear();
  cloud.asked.length = 0;
  process.env.CLAIMWRIGHT_CODESETS = deployed;
});

/** Publishes the next fiscal year beside what is deployed. */
const publishNext = async (): Promise<string> => {
  const folder = aFolder();
  install(folder, 'icd10cm', fiscalYear(2028));
  await publishing.publishFolder(bucket, folder);
  return folder;
};

describe('published code sets', () => {
  it('stand beside those deployed, without a deployment', async () => {
    const { takePublished } = await coldStart();
    await takePublished();
    expect(editions()).toEqual(['hcpcs 2027-07', 'icd10cm 2027']);
    await publishNext();
    await takePublished();
    expect(editions()).toEqual(['hcpcs 2027-07', 'icd10cm 2027', 'icd10cm 2028']);
  });

  it('stand in place of a deployed file of the same name', async () => {
    const { takePublished } = await coldStart();
    const folder = aFolder();
    install(folder, 'hcpcs', quarterOf(2027, 3), 77);
    await publishing.publishFolder(bucket, folder);
    await takePublished();
    expect(installedEditions().find(({ set }) => set === 'hcpcs')?.rows).toBe(77);
  });

  it('are not fetched where the deployed file has that very content', async () => {
    const { takePublished } = await coldStart();
    await publishing.publishFolder(bucket, deployed);
    cloud.asked.length = 0;
    await takePublished();
    expect(cloud.asked.map(({ path }) => path)).toEqual([current]);
    const folder = process.env.CLAIMWRIGHT_CODESETS ?? '';
    expect(readdirSync(folder).map((name) => readlinkSync(join(folder, name)).startsWith(deployed))).toEqual([
      true,
      true,
    ]);
  });

  it('are looked for every few minutes, and one that was taken is not fetched again', async () => {
    const { currentCodeSets } = await coldStart();
    const clock = vi.spyOn(Date, 'now');
    const at = (minutes: number) => {
      clock.mockReturnValue(1_800_000_000_000 + minutes * 60_000);
      return currentCodeSets.before();
    };
    await publishNext();
    cloud.asked.length = 0;
    for (const minutes of [0, 1, 4, 6, 7]) await at(minutes);
    clock.mockRestore();
    expect(cloud.asked.filter(({ path }) => path === current)).toHaveLength(2);
    expect(cloud.asked.filter(({ path }) => path.includes('/files/'))).toHaveLength(1);
  });

  it.each([
    ['altered', (content: Buffer) => Buffer.concat([content, Buffer.from('x')])],
    ['cut short', (content: Buffer) => content.subarray(0, 100)],
  ])('whose file is %s never replace good ones', async (_what, spoil) => {
    const { takePublished, currentCodeSets } = await coldStart();
    await publishNext();
    await takePublished();
    const good = process.env.CLAIMWRIGHT_CODESETS;
    const folder = aFolder();
    install(folder, 'icd10cm', fiscalYear(2029));
    await publishing.publishFolder(bucket, folder);
    for (const [path, content] of cloud.objects)
      if (path.includes('icd10cm_2029')) cloud.objects.set(path, spoil(content));
    await expect(takePublished()).rejects.toThrow('is not what was published');
    await currentCodeSets.before();
    expect(process.env.CLAIMWRIGHT_CODESETS).toBe(good);
    expect(editions()).toContain('icd10cm 2028');
    expect(existsSync(good ?? '')).toBe(true);
  });

  it('that say nothing sound of themselves are not taken', async () => {
    const { takePublished } = await coldStart();
    cloud.objects.set(current, Buffer.from('{"number":1,"files":[{"name":"../../etc/x.sqlite"}]}'));
    await expect(takePublished()).rejects.toThrow('does not fit');
    expect(process.env.CLAIMWRIGHT_CODESETS).toBe(deployed);
  });

  it('can be taken back, to an earlier publication or to what was deployed', async () => {
    const { takePublished } = await coldStart();
    await publishNext();
    const folder = aFolder();
    install(folder, 'icd10cm', fiscalYear(2029));
    await publishing.publishFolder(bucket, folder);
    await takePublished();
    expect(editions()).toContain('icd10cm 2029');
    expect(await publishing.publishAgain(bucket, 1)).toMatchObject({ number: 3, again: 1 });
    await takePublished();
    expect(editions()).toEqual(['hcpcs 2027-07', 'icd10cm 2027', 'icd10cm 2028']);
    await publishing.publishAgain(bucket, 0);
    await takePublished();
    expect(editions()).toEqual(['hcpcs 2027-07', 'icd10cm 2027']);
    await expect(publishing.publishAgain(bucket, 99)).rejects.toThrow('There is no publication 99');
  });
});

describe('publishing', () => {
  it('refuses a folder with an artefact that cannot be opened, and sends nothing', async () => {
    const folder = aFolder();
    install(folder, 'icd10cm', fiscalYear(2028));
    writeFileSync(join(folder, 'hcpcs_2028-01.sqlite'), 'no database');
    await expect(publishing.publishFolder(bucket, folder)).rejects.toThrow('no code set artefact');
    await expect(publishing.publishFolder(bucket, aFolder())).rejects.toThrow('No code set is installed');
    expect(cloud.asked).toEqual([]);
  });

  it('names the files last, so that one that is broken off leaves what was published', async () => {
    await publishNext();
    const puts = cloud.asked.filter(({ service }) => service === 's3 PUT').map(({ path }) => path);
    expect(puts.at(-1)).toBe(current);
    expect(puts[0]).toContain('/files/');
  });

  it('tells the second of two who publish at once', async () => {
    await publishNext();
    const folder = aFolder();
    install(folder, 'icd10cm', fiscalYear(2029));
    const both = await Promise.allSettled([1, 2].map(() => publishing.publishFolder(bucket, folder)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await publishing.publishedNow(bucket))?.number).toBe(2);
  });
});

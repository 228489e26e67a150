import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBookOn } from '../../codesets/code-book.ts';
import { installNppes, type KeptProviders } from '../../codesets/nppes/install-nppes.ts';
import { makeZip, makeZip64 } from './make-archive.ts';
import { inFolder } from './publisher-files.ts';
import { registryFileName, registryText } from './registry-file.ts';

const [ann, ben, cat, clinic, gone] = [
  '1234567893',
  '1999999984',
  '1245319599',
  '1558598797',
  '2450100021',
] as const;

const text = registryText([
  { npi: ann, last: 'AMES', first: 'ANN', otherLast: 'BAKER', taxonomies: ['207Q00000X', '207R00000X'] },
  { npi: ben, last: 'BÖLL', first: 'BEN', state: 'CA' },
  { npi: cat, entity: '', deactivated: '02/01/2025' },
  {
    npi: clinic,
    entity: '2',
    organization: 'MAPLE "STREET", CLINIC\nLLC',
    deactivated: '01/10/2020',
    reactivated: '03/01/2020',
  },
]);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'));
  writeFileSync(join(folder, registryFileName), text);
  writeFileSync(
    join(folder, 'NPPES_Data_Dissemination_March_2026.zip'),
    makeZip({
      'NPPES_Data_Dissemination_Readme.pdf': 'read me',
      [registryFileName]: text,
      [registryFileName.replace('.csv', '_fileheader.csv')]: 'x',
    }),
  );
  writeFileSync(join(folder, 'NPPES_Data_Dissemination_April_2026.zip'), makeZip64(registryFileName, text));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const all: KeptProviders = { npis: [ann, ben, cat, clinic, gone] };

describe('the NPI registry', () => {
  it.each([
    registryFileName,
    'NPPES_Data_Dissemination_March_2026.zip',
    'NPPES_Data_Dissemination_April_2026.zip',
  ])('is read from %s', (name) =>
    inFolder(async (artefacts) => {
      const { edition } = await installNppes(join(folder, name), all, artefacts);
      expect(edition).toMatchObject({
        edition: '2026-03-08',
        knownTo: '2026-03-08',
        rows: 5,
        source: registryFileName,
      });
      const { provider } = codeBookOn('2026-03-02').lists;
      expect(provider(ann)).toMatchObject({
        ...{ standing: 'active', entity: 'person', inForce: true, taxonomies: ['207R00000X', '207Q00000X'] },
        names: [
          { last: 'AMES', first: 'ANN' },
          { last: 'BAKER', first: 'ANN' },
        ],
      });
      expect(provider(clinic)).toMatchObject({
        entity: 'organization',
        names: [{ last: 'MAPLE "STREET", CLINIC\nLLC' }],
      });
      expect(provider(gone)).toMatchObject({ standing: 'absent' });
      expect(provider('1033102222')).toBeUndefined();
    }),
  );

  it('knows on which days a number has no effect', () =>
    inFolder(async (artefacts) => {
      await installNppes(join(folder, registryFileName), all, artefacts);
      const standing = (npi: string, date: string) => codeBookOn(date).lists.provider(npi)?.standing;
      expect(['2025-01-31', '2025-02-01', '2026-03-02'].map((date) => standing(cat, date))).toEqual([
        'active',
        'deactivated',
        'deactivated',
      ]);
      expect(
        ['2020-01-09', '2020-01-10', '2020-02-29', '2020-03-01'].map((date) => standing(clinic, date)),
      ).toEqual(['active', 'deactivated', 'deactivated', 'active']);
    }));

  it('is not of days after it was made', () =>
    inFolder(async (artefacts) => {
      await installNppes(join(folder, registryFileName), all, artefacts);
      expect(codeBookOn('2026-03-09').lists.provider(ann)?.inForce).toBe(false);
    }));

  it('keeps those who practise in a state, and says nothing of others', () =>
    inFolder(async (artefacts) => {
      await installNppes(join(folder, registryFileName), { state: 'CA' }, artefacts);
      const { provider } = codeBookOn('2026-03-02').lists;
      expect(provider(ben)?.standing).toBe('active');
      expect(provider(ann)).toBeUndefined();
    }));

  it.each([
    ['no file of the registry', 'providers.csv', 'a,b\n', /is no file of the registry/],
    ['another layout', registryFileName, 'NPI,Name\n1,2\n', /no column "Entity Type Code"/],
    ['an empty file', registryFileName, '', /is empty/],
  ])('refuses %s, and installs nothing', (_what, name, content, problem) =>
    inFolder(async (artefacts) => {
      const own = mkdtempSync(join(tmpdir(), 'registry-'));
      writeFileSync(join(own, name), content);
      await expect(installNppes(join(own, name), all, artefacts)).rejects.toThrow(problem);
      expect(codeBookOn('2026-03-02').lists.provider(ann)).toBeUndefined();
      rmSync(own, { recursive: true });
    }),
  );

  it('refuses an archive that was cut short', () =>
    inFolder(async (artefacts) => {
      const own = mkdtempSync(join(tmpdir(), 'registry-'));
      const path = join(own, 'NPPES_Data_Dissemination_May_2026.zip');
      writeFileSync(path, makeZip({ [registryFileName]: text }).subarray(0, 300));
      await expect(installNppes(path, all, artefacts)).rejects.toThrow(/no whole ZIP archive/);
      rmSync(own, { recursive: true });
    }));

  it('refuses a member that was cut short', () =>
    inFolder(async (artefacts) => {
      const own = mkdtempSync(join(tmpdir(), 'registry-'));
      const path = join(own, 'NPPES_Data_Dissemination_May_2026.zip');
      const whole = makeZip({ [registryFileName]: text });
      whole.fill(0, 400, 500);
      writeFileSync(path, whole);
      await expect(installNppes(path, all, artefacts)).rejects.toThrow(/cannot be read to its end|no column/);
      rmSync(own, { recursive: true });
    }));
});

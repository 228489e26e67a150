import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installNppes } from '../../codesets/nppes/install-nppes.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { type RegistryRow, registryFileName, registryText } from '../codesets/registry-file.ts';
import { practice } from '../factories/practices.ts';
import { samples } from '../factories/sample-visits.ts';
import { findingsOf } from './visit-to-scrub.ts';

const [sample] = samples;
if (!sample) throw new Error('The samples are missing');
const billing = practice().npi;
const rendering = sample.registration.renderingProviderNpi;
const [orderer, elsewhere] = ['1999999984', '1558598797'] as const;
const date = '2026-03-02';

const usual: Readonly<Record<string, RegistryRow>> = {
  billing: { npi: billing, entity: '2', organization: 'MAPLE STREET CLINIC' },
  rendering: { npi: rendering, last: 'HALE', first: 'NORA' },
  orderer: { npi: orderer, last: "O'NEIL", first: 'MARIA', otherLast: 'SMITH' },
};

let artefacts = '';
const before = process.env.CLAIMWRIGHT_CODESETS;
beforeAll(() => {
  artefacts = mkdtempSync(join(tmpdir(), 'artefacts-'));
  process.env.CLAIMWRIGHT_CODESETS = artefacts;
});
afterAll(() => {
  if (before === undefined) delete process.env.CLAIMWRIGHT_CODESETS;
  else process.env.CLAIMWRIGHT_CODESETS = before;
  rmSync(artefacts, { recursive: true, force: true });
});

const referring = (
  lastName: string,
  firstName: string,
  npi: string = orderer,
): Partial<EncounterRegistration> => ({
  referringProvider: { lastName, firstName, npi },
});

const found = async (
  rows: Readonly<Record<string, RegistryRow | undefined>>,
  registered: Partial<EncounterRegistration> = {},
  on = date,
): Promise<readonly string[]> => {
  const path = join(artefacts, registryFileName);
  const kept = Object.values({ ...usual, ...rows }).filter((row) => row !== undefined);
  writeFileSync(path, registryText(kept));
  await installNppes(path, { npis: [billing, rendering, orderer] }, artefacts);
  return findingsOf('identity-npi-', { date: on, registered }).map(
    ({ severity, code, desk, path: at }) => `${severity} ${code} ${desk} ${at}`,
  );
};

describe('the edits by the NPI registry', () => {
  it.each<
    readonly [
      string,
      Readonly<Record<string, RegistryRow | undefined>>,
      Partial<EncounterRegistration>,
      readonly string[],
    ]
  >([
    ['everybody as registered', {}, referring("O'Neil", 'Maria'), []],
    ['a number that nobody asked for', {}, referring('Jones', 'Ann', elsewhere), []],
    [
      'a rendering provider whom the registry does not have',
      { rendering: undefined },
      {},
      ['block identity-npi-not-registered credentialing practice.providers'],
    ],
    [
      'a referring provider whom it does not have',
      { orderer: undefined },
      referring("O'Neil", 'Maria'),
      ['block identity-npi-not-registered clinic registration.referringProvider.npi'],
    ],
    [
      'one deactivated before',
      { rendering: { npi: rendering, entity: '', deactivated: '03/02/2026' } },
      {},
      ['block identity-npi-deactivated credentialing practice.providers'],
    ],
    [
      'one deactivated after',
      { rendering: { npi: rendering, last: 'HALE', first: 'NORA', deactivated: '03/03/2026' } },
      {},
      [],
    ],
    [
      'one reactivated by then',
      {
        rendering: {
          npi: rendering,
          last: 'HALE',
          first: 'NORA',
          deactivated: '01/02/2020',
          reactivated: '02/02/2020',
        },
      },
      {},
      [],
    ],
    [
      'a person who bills as an organization',
      { billing: { npi: billing, last: 'HALE', first: 'NORA' } },
      {},
      ['block identity-npi-entity credentialing practice.npi'],
    ],
    [
      'an organization that gave the services',
      { rendering: { npi: rendering, entity: '2', organization: 'X' } },
      {},
      ['block identity-npi-entity credentialing practice.providers'],
    ],
    [
      'an organization that referred',
      { orderer: { npi: orderer, entity: '2', organization: 'X' } },
      referring("O'Neil", 'Maria'),
      ['block identity-npi-entity clinic registration.referringProvider.npi'],
    ],
    [
      'a place with the number of a person',
      {},
      { serviceFacility: { name: 'Hospital', npi: orderer, address: practice().address } },
      ['block identity-npi-entity clinic registration.serviceFacility.npi'],
    ],
    [
      'another name',
      {},
      referring('Ostrander', 'Maria'),
      ['warn identity-npi-name clinic registration.referringProvider.npi'],
    ],
    [
      'another first name',
      {},
      referring("O'Neil", 'Jean'),
      ['warn identity-npi-name clinic registration.referringProvider.npi'],
    ],
    ['a former name', {}, referring('Smith', 'Maria'), []],
    ['an initial and other marks', {}, referring('ONeil', 'M.'), []],
    [
      'one who supervised by another name, whom nobody compares',
      {},
      { supervisingProvider: { lastName: 'Other', firstName: 'X', npi: orderer } },
      [],
    ],
  ])('%s', async (_why, rows, registered, finds) => {
    expect(await found(rows, registered)).toEqual(finds);
  });

  it('warn, where the file is older than the service', async () => {
    expect(await found({ rendering: undefined }, {}, '2026-03-20')).toEqual([
      'warn identity-npi-not-registered credentialing practice.providers',
    ]);
  });

  it('name nobody', async () => {
    await found({}, referring('Ostrander', 'Maria'));
    const [finding] = findingsOf('identity-npi-name', { date, registered: referring('Ostrander', 'Maria') });
    expect(finding?.detail).not.toMatch(/neil|ostrander|maria/i);
  });
});

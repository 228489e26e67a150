import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { stepActor } from '../../functions/domain/actor.ts';
import type { CodedService, EncounterCodes } from '../../functions/domain/coding.ts';
import type { Encounter, EncounterId, PatchEncounter } from '../../functions/domain/encounter.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import { EditFinding, stopsClaim } from '../../functions/domain/visit/edit-finding.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import type { EncounterToScrub } from '../../functions/scrubbing/edit.ts';
import { edits, findBrokenEdits } from '../../functions/scrubbing/find-broken-edits.ts';
import { scrubEncounter } from '../../functions/scrubbing/scrub-encounter.ts';
import { anEncounter } from '../factories/encounters.ts';
import { payers } from '../factories/payers.ts';
import { practice as aPractice } from '../factories/practices.ts';
import { samples } from '../factories/sample-visits.ts';
import { needing, needingOfficialCodeSets } from '../shared-material.ts';
import { allCases } from './cases/all-cases.ts';

const today = '2026-11-22';
const practice = aPractice();
const sample = samples[0];
const payer = payers[0];
if (!sample || !payer) throw new Error('The samples are missing');

const registration = (change: Partial<EncounterRegistration>): Partial<EncounterToScrub> => ({
  registration: { ...sample.registration, ...change },
});
const patient = (dateOfBirth: string) =>
  registration({ patient: { ...sample.registration.patient, dateOfBirth } });
const withCodes = (change: Partial<EncounterCodes>): Partial<EncounterToScrub> => ({
  codes: { ...sample.expected, ...change },
});
const diagnoses = (...codes: string[]) => withCodes({ diagnoses: codes });
const service = (change: Partial<CodedService>): CodedService => ({
  procedure: '99213',
  modifiers: [],
  units: 1,
  diagnosisPointers: [1],
  ...change,
});
const services = (...changes: Partial<CodedService>[]) => withCodes({ services: changes.map(service) });
const withPractice = (change: Partial<Practice>): Partial<EncounterToScrub> => ({
  practice: { ...practice, ...change },
});

const scrub = (change: Partial<EncounterToScrub>) =>
  findBrokenEdits(
    { registration: sample.registration, codes: sample.expected, practice, payer, ...change },
    today,
  ).filter(stopsClaim);

const cases: readonly (readonly [string, string, Partial<EncounterToScrub>])[] = [
  ['identity-billing-npi', 'practice.npi', withPractice({ npi: '1234567890' })],
  [
    'identity-rendering-npi',
    'registration.renderingProviderNpi',
    registration({ renderingProviderNpi: '2450100012' }),
  ],
  [
    'identity-rendering-unlisted',
    'registration.renderingProviderNpi',
    registration({ renderingProviderNpi: '1234567893' }),
  ],
  [
    'identity-referring-npi',
    'registration.referringProvider.npi',
    registration({ referringProvider: { lastName: 'Stone', firstName: 'Rae', npi: '1234567839' } }),
  ],
  ['identity-taxonomy', 'practice.taxonomy', withPractice({ taxonomy: '261QM13000' })],
  ['filing-service-in-future', 'registration.dateOfService', registration({ dateOfService: '2026-11-23' })],
  ['identity-birth-after-service', 'registration.patient.dateOfBirth', patient('2026-11-17')],
  ['filing-limit', 'registration.dateOfService', { payer: { ...payer, filingLimitDays: 5 } }],
  [
    'identity-member-id',
    'registration.coverages[0].memberId',
    registration({
      coverages: sample.registration.coverages.map((coverage) => ({ ...coverage, memberId: '  ' })),
    }),
  ],
  [
    'filing-coverage-order',
    'registration.coverages',
    registration({
      coverages: sample.registration.coverages.map((coverage) => ({
        ...coverage,
        responsibility: 'S' as const,
      })),
    }),
  ],
  ['diagnosis-unknown', 'codes.diagnoses[0]', diagnoses('I99.99')],
  ['diagnosis-not-in-force', 'codes.diagnoses[0]', registration({ dateOfService: '2025-09-30' })],
  ['procedure-not-in-force', 'codes.services[0].procedure', registration({ dateOfService: '2025-09-30' })],
  ['diagnosis-cannot-lead', 'codes.diagnoses[0]', diagnoses('W19.XXXA', 'S93.401A')],
  ['diagnosis-cannot-lead', 'codes.diagnoses[0]', diagnoses('S93.401S', 'M25.571')],
  ['diagnosis-excludes1', 'codes.diagnoses[1]', diagnoses('E11.9', 'E10.9')],
  ['diagnosis-duplicate', 'codes.diagnoses[1]', diagnoses('I10', 'I10')],
  ['diagnosis-age-conflict', 'codes.diagnoses[0]', diagnoses('Z00.129')],
  ['procedure-format', 'codes.services[0].procedure', services({ procedure: '9921A' })],
  ['diagnosis-pointer', 'codes.services[0].diagnosisPointers', services({ diagnosisPointers: [1, 2] })],
  ['procedure-duplicate', 'codes.services[1].procedure', services({}, { modifiers: ['25'] })],
  ['modifier-format', 'codes.services[0].modifiers', services({ modifiers: ['25', '25'] })],
  [
    'modifier-25-not-on-visit',
    'codes.services[0].modifiers',
    services({ procedure: '93000', modifiers: ['25'] }),
  ],
  ['modifier-59-on-visit', 'codes.services[0].modifiers', services({ modifiers: ['59'] })],
  [
    'modifier-50-with-side',
    'codes.services[0].modifiers',
    services({ procedure: '20610', modifiers: ['50', 'RT'] }),
  ],
  ['procedure-charge-missing', 'practice.chargeMaster', services({ procedure: '73564' })],
  ['identity-not-enrolled', 'practice.enrolments', { payer: { ...payer, providerEnrolment: 'block' } }],
  [
    'identity-incident-to',
    'registration.incidentTo',
    registration({
      incidentTo: {
        supervisingProviderNpi: '2450100021',
        supervisorPresent: true,
        establishedPlan: true,
        newProblem: false,
      },
    }),
  ],
];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('findBrokenEdits', () => {
  beforeEach(() => {
    vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  });

  it('finds nothing against a clean encounter', () => {
    expect(scrub({})).toEqual([]);
  });

  it.each(cases)('finds %s at %s', (code, path, change) => {
    expect(scrub(change)).toContainEqual(
      expect.objectContaining({
        code,
        path,
        detail: expect.stringMatching(/\.$/),
        source: expect.stringMatching(/./),
      }),
    );
  });

  it('has a case for each edit', () => {
    const tested = new Set([...cases.map(([code]) => code), ...allCases.map(({ edit }) => edit)]);
    // These have tables of their own.
    const codes = edits
      .map(({ code }) => code)
      .filter((code) => !/^(ncci|coverage|history|learned|identity-npi|filing-authorization)-/.test(code));
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
  });

  it('leaves CPT codes that the starter set does not know to the payer', () => {
    const chargeMaster = practice.chargeMaster.map((entry) => ({ ...entry, procedure: '73564' }));
    const priced = withPractice({ chargeMaster });
    expect(scrub({ ...services({ procedure: '73564' }), ...priced })).toEqual([]);
  });

  it('lets the same procedure stand twice when its sides tell the lines apart', () => {
    const both = services(
      { procedure: '20610', modifiers: ['RT'] },
      { procedure: '20610', modifiers: ['LT'] },
    );
    expect(scrub(both)).toEqual([]);
  });

  it('accepts the last day of the filing limit', () => {
    expect(scrub({ payer: { ...payer, filingLimitDays: 6 } })).toEqual([]);
  });

  it('tells nothing about the patient in a finding', () => {
    const { lastName, dateOfBirth } = sample.registration.patient;
    for (const [, , change] of cases) {
      expect(JSON.stringify(scrub(change))).not.toContain(lastName);
      expect(JSON.stringify(scrub(change))).not.toContain(dateOfBirth);
    }
  });
});

const Gold = z.object({
  dx: z.array(
    z.object({
      code: z.string(),
      role: z.enum(['first', 'other']),
      status: z.enum(['required', 'optional']),
    }),
  ),
});

/** The diagnoses that coders agreed on, the first-listed one first. */
const goldOf = (set: 'outpatient' | 'varied'): readonly (readonly string[])[] => {
  const { path, isHere } = needing(`eval/${set}/dev.gold.jsonl`);
  const lines = isHere ? readFileSync(path, 'utf8').trim().split('\n') : [];
  return lines.map((line) => {
    const required = Gold.parse(JSON.parse(line)).dx.filter(({ status }) => status === 'required');
    const first = required.filter(({ role }) => role === 'first');
    return [...first, ...required.filter(({ role }) => role === 'other')].map(({ code }) => code);
  });
};

needingOfficialCodeSets().describe('findBrokenEdits with the official sets', () => {
  // Of no sex, so that codes of either are looked at for what they are.
  const patientOfNoSex = { ...sample.registration.patient, gender: 'U' as const };
  const date = registration({ dateOfService: '2026-03-02', patient: patientOfNoSex });
  const found = (codes: Partial<EncounterToScrub>): readonly string[] =>
    scrub({ ...date, payer: { ...payer, filingLimitDays: 400 }, ...codes }).map(({ code }) => code);
  const edited = (...codes: string[]) => found(diagnoses(...codes));

  it.each([
    ['diagnosis-cannot-lead', ['G32.81', 'K90.0']],
    ['diagnosis-cannot-lead', ['H36.811', 'D57.00']],
    ['diagnosis-cannot-lead', ['F02.80', 'G30.9']],
    ['diagnosis-cannot-lead', ['D63.1', 'N18.4']],
    ['diagnosis-cannot-lead', ['B94.8', 'R53.83']],
    ['diagnosis-cannot-lead', ['B96.20', 'N39.0']],
    ['diagnosis-excludes1', ['Q21.0', 'I51.0']],
    ['diagnosis-excludes1', ['I51.0', 'Q21.0']],
    ['diagnosis-excludes1', ['E10.9', 'E11.65']],
    ['diagnosis-excludes1', ['R17', 'K75.0']],
    // E08: "code first the underlying condition" (guideline I.C.4.a.6).
    ['diagnosis-code-first', ['E08.9', 'E24.9']],
    ['diagnosis-unknown', ['E11']],
    ['diagnosis-not-in-force', ['G35']],
  ])('finds %s in %j', (code, codes) => {
    expect(edited(...codes)).toEqual([code]);
  });

  it.each([
    [['K90.0', 'G32.81']],
    [['D57.00', 'H36.811']],
    [['E11.22', 'N18.31']],
    [['I11.0', 'I50.9']],
    [['N18.6', 'Z99.2']],
    [['E24.9', 'E08.9']],
    [['I50.9']],
    [['J44.9', 'J45.909']],
    [['E11.9', 'Z79.4', 'Z79.84']],
    // The sequela leads where what follows is a manifestation (guideline I.B.10).
    [['S06.2X9S', 'F02.80']],
    [['M23.221', 'S83.242A']],
  ])('has nothing against %j', (codes) => {
    expect(edited(...codes)).toEqual([]);
  });

  it('finds that a normal pregnancy is excluded, and would lead', () => {
    expect(edited('O24.410', 'Z34.81')).toEqual(['diagnosis-excludes1', 'diagnosis-first-only']);
  });

  it('says at which note codes exclude each other, and of which year it is', () => {
    const [finding] = scrub({ ...date, ...diagnoses('Q21.0', 'I51.0') });
    expect(finding?.detail).toContain('Excludes1 at Q21, Tabular List of FY2021');
  });

  it('finds a supply whose code is in no HCPCS of the date', () => {
    const supply = services({ procedure: 'A0000' });
    const dated = registration({ dateOfService: '2026-05-04' });
    expect(found({ ...supply, ...dated })).toContain('procedure-not-in-force');
    // An edition of another time may not have it yet.
    expect(found(supply)).not.toContain('procedure-not-in-force');
  });

  it.each(['outpatient', 'varied'] as const)('has nothing against what coders agreed on: %s', (set) => {
    const rules = ['diagnosis-cannot-lead', 'diagnosis-excludes1', 'diagnosis-unknown'];
    const gold = goldOf(set);
    expect(gold.length).toBeGreaterThan(30);
    const against = gold.filter((codes) => edited(...codes).some((code) => rules.includes(code)));
    expect(against).toEqual([]);
  });

  it('has nothing against the codes of the samples, but of the one whose story is a warning', () => {
    const against = samples.filter(({ expected, registration }) => {
      const findings = scrub({ registration, codes: expected, payer: { ...payer, filingLimitDays: 400 } });
      return findings.some(({ path }) => path.startsWith('codes.diagnoses'));
    });
    expect(against.map(({ name }) => name)).toEqual(['18-sex-on-file']);
  });
});

describe('scrubbing an encounter', () => {
  beforeEach(() => {
    vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  });

  const scrubbing = (encounter: Partial<Encounter>) => {
    const written: (Partial<Encounter> | undefined)[] = [];
    const known = anEncounter({ registration: sample.registration, codes: sample.expected, ...encounter });
    const effects = {
      getEncounter: async () => known,
      getPractice: async () => practice,
      findPayer: async (_practiceId: string, payerId: string) =>
        payers.find((one) => one.payerId === payerId),
      rulesInForce: async () => undefined,
      changeEncounter: async (_id: EncounterId, patch: PatchEncounter) => {
        written.push(patch(known));
        return known;
      },
      recordsOfPatient: async () => ({ claims: [], encounters: [], authorizations: [] }),
      outcomesOf: async () => [],
      raiseTask: async () => undefined,
    };
    const id = { practiceId: known.practiceId, encounterId: known.encounterId };
    return { written, scrubIt: () => scrubEncounter(id, new Date(`${today}T12:00:00.000Z`), effects) };
  };

  it('finds a clean one clean, and forgets what was found before', async () => {
    const { written, scrubIt } = scrubbing({
      findings: [EditFinding.parse({ code: 'old', path: '', detail: '' })],
    });
    expect(await scrubIt()).toEqual({ outcome: 'clean' });
    expect(written[0]?.findings?.map(({ code }) => code)).toEqual(['ncci-not-checked']);
  });

  it('keeps the edits that it breaks', async () => {
    const late = { ...sample.registration, dateOfService: '2026-11-23' };
    const { written, scrubIt } = scrubbing({ registration: late });
    expect(await scrubIt()).toEqual({ outcome: 'registration-findings' });
    expect(written[0]?.findings?.map(({ code }) => code)).toContain('filing-service-in-future');
  });

  it('leaves to the practice’s desks what its own records lack, once nothing else is wrong', async () => {
    const unpriced = { ...sample.expected, services: [service({ procedure: '73564' })] };
    expect(await scrubbing({ codes: unpriced }).scrubIt()).toEqual({ outcome: 'practice-findings' });
    const wrong = { ...unpriced, diagnoses: ['Q99.99'] };
    expect(await scrubbing({ codes: wrong }).scrubIt()).toEqual({ outcome: 'findings' });
  });

  it('leaves to the coder what is wrong with the codes alone', async () => {
    const codes = { ...sample.expected, diagnoses: ['Q99.99'] };
    expect(await scrubbing({ codes }).scrubIt()).toEqual({ outcome: 'findings' });
  });

  it('bills what was answered with a reason, and asks again where the warning is another one', async () => {
    const codes = { ...sample.expected, diagnoses: ['E11.9', 'E10.9'] };
    const { written, scrubIt } = scrubbing({ codes });
    expect(await scrubIt()).toEqual({ outcome: 'findings' });
    const [{ code = '', detail = '' } = {}] = written[0]?.findings ?? [];
    const answer = {
      code,
      detail,
      reason: 'Two disorders',
      by: stepActor('accept-codes'),
      at: today,
    };
    expect(await scrubbing({ codes, overrides: [answer] }).scrubIt()).toEqual({ outcome: 'clean' });
    const other = { ...codes, diagnoses: ['E11.65', 'E10.9'] };
    expect(await scrubbing({ codes: other, overrides: [answer] }).scrubIt()).toEqual({ outcome: 'findings' });
  });

  it('has it coded again where a document came that the codes know nothing of', async () => {
    const { document } = anEncounter();
    if (!document) throw new TypeError('A visit has a document');
    const furtherDocuments = [{ ...document, key: `${document.key}-2`, digest: 'e' }];
    const { written, scrubIt } = scrubbing({ furtherDocuments });
    expect(await scrubIt()).toEqual({ outcome: 'documents-changed' });
    expect(written).toEqual([]);
  });

  it('is nothing for one that is not coded', async () => {
    const { written, scrubIt } = scrubbing({ codes: undefined });
    await expect(scrubIt()).rejects.toMatchObject({ name: 'InvalidInput' });
    expect(written).toEqual([]);
  });
});

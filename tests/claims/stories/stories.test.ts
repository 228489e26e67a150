import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check837p } from '../../../functions/claims/837p/check-claim-set.ts';
import { chargeFor } from '../../../functions/domain/practice.ts';
import { unmatchedServices } from '../../../functions/domain/visit/service-facts-of.ts';
import { readSets } from '../../../functions/edi/sets.ts';
import { professionalClaimGuide } from '../../../functions/edi/x837p/guide.ts';
import type { ProfessionalClaim } from '../../../functions/edi/x837p/loops.ts';
import { isPyx12Here, judge } from '../../edi/material/pyx12-judge.ts';
import {
  goldenPath,
  type Story,
  storyNames,
  storyPractice,
  type ToldClaim,
  tellStory,
} from './tell-story.ts';
import { untold } from './told-on-the-wire.ts';

const stories = storyNames.map(tellStory);

/** A set without its empty lists, which nothing is written for. */
const filled = (set: unknown): unknown =>
  JSON.parse(
    JSON.stringify(set, (_name, value) => (Array.isArray(value) && value.length === 0 ? undefined : value)),
  );

/** The one claim of a set of ours, as it is read back. */
const claimRead = ({ text }: ToldClaim): ProfessionalClaim => {
  const read = readSets(text, professionalClaimGuide);
  const levels = read.success ? read.data.sets.flatMap(({ data }) => data.billingProviders ?? []) : [];
  const [found, ...others] = levels
    .flatMap(({ subscribers }) => subscribers ?? [])
    .flatMap(({ claims = [], patients = [] }) => [...claims, ...patients.flatMap((one) => one.claims ?? [])]);
  if (!found || others.length > 0) throw new TypeError('One set has one claim');
  return found;
};

/** The services of a story as its claims say them, diagnoses by their codes. */
const servicesRead = ({ claims }: Story) =>
  claims.map(claimRead).flatMap(({ lines, diagnoses = [] }) =>
    lines.map(({ procedure, units, diagnosisPointers = [] }) => ({
      procedure: procedure.procedure,
      modifiers: procedure.modifiers ?? [],
      units,
      diagnoses: diagnosisPointers.map((pointer) => diagnoses[pointer - 1]?.code),
    })),
  );

/** What a story says was done; minutes of anesthesia stand for its units. */
const servicesDone = ({ codes, registration }: Story) =>
  codes.services.map(({ procedure, modifiers, units, diagnosisPointers }) => ({
    procedure,
    modifiers,
    units: registration.services?.find((one) => one.procedure === procedure)?.minutes ?? units,
    diagnoses: diagnosisPointers.map((pointer) => codes.diagnoses[pointer - 1]?.replace('.', '')),
  }));

const chargeOf = ({ codes, registration }: Story): number =>
  codes.services.reduce(
    (total, { procedure, units }) =>
      total +
      Math.round((chargeFor(storyPractice, { procedure }, registration.dateOfService) ?? Number.NaN) * units),
    0,
  );

it('there are 24 stories', () => {
  expect(storyNames).toHaveLength(24);
});

describe.each(stories)('$name', (story) => {
  const { registration, codes, claims } = story;

  it('is billed by claims without a finding, as they were', async () => {
    for (const { claim, text } of claims) {
      expect(check837p(text)).toEqual([]);
      await expect(text).toMatchFileSnapshot(goldenPath(story.name, claim.part));
    }
  });

  it('is read back as it was written', () => {
    for (const { text, set } of claims) {
      const read = readSets(text, professionalClaimGuide);
      expect(read.success && read.data.sets.map(({ data }) => data)).toEqual([filled(set)]);
    }
  });

  it('charges what its services cost, all of them', () => {
    const read = claims.map(claimRead);
    for (const { totalCharge, lines } of read)
      expect(totalCharge).toBe(lines.reduce((total, { charge }) => total + charge, 0));
    expect(read.reduce((total, { totalCharge }) => total + totalCharge, 0)).toBe(chargeOf(story));
    expect(servicesRead(story)).toEqual(servicesDone(story));
  });

  it('counts what the patient paid once, and no more on a claim than it charges', () => {
    const read = claims.map(claimRead);
    for (const { patientPaid = 0, totalCharge } of read) expect(patientPaid).toBeLessThanOrEqual(totalCharge);
    expect(read.reduce((total, { patientPaid = 0 }) => total + patientPaid, 0)).toBe(
      registration.patientPaid ?? 0,
    );
  });

  it('says every diagnosis', () => {
    const said = new Set(claims.flatMap((one) => claimRead(one).diagnoses?.map(({ code }) => code)));
    expect([...said].sort()).toEqual(codes.diagnoses.map((code) => code.replace('.', '')).sort());
  });

  it('says everything that is registered for the payer', () => {
    expect(unmatchedServices(codes.services, registration.services)).toEqual([]);
    expect(
      untold(
        registration,
        claims.map(({ text }) => text),
      ),
    ).toEqual([]);
  });
});

describe.skipIf(!isPyx12Here)('pyx12', () => {
  let folder = '';
  const said: string[] = [];
  const exhibits = stories.flatMap(({ name, claims }) =>
    claims.map(({ claim, text }) => ({ file: `${name}-${claim.part}.x12`, text })),
  );

  // One process for all files: each takes some seconds to begin.
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stories-'));
    const [first = '', ...others] = exhibits.map(({ file, text }) => {
      writeFileSync(join(folder, file), text);
      return join(folder, file);
    });
    said.push(...(await judge(first, ...others)));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(exhibits)('accepts $file', ({ file }) => {
    expect(said).toContain(`${file}: OK`);
  });
});

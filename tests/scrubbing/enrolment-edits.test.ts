import { describe, expect, it } from 'vitest';
import { ProviderEnrolment } from '../../functions/domain/contract/enrolment.ts';
import { IncidentToRule } from '../../functions/domain/contract/incident-to.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { EditFinding } from '../../functions/domain/visit/edit-finding.ts';
import { describePracticeRecords } from '../../functions/scrubbing/describe-edits.ts';
import type { EncounterToScrub } from '../../functions/scrubbing/edit.ts';
import { findBrokenEdits } from '../../functions/scrubbing/find-broken-edits.ts';
import { scrubEncounter } from '../../functions/scrubbing/scrub-encounter.ts';
import { anEncounter } from '../factories/encounters.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { samples } from '../factories/sample-visits.ts';

const today = '2026-11-22';
const [sample] = samples;
const [physician, nurse, ...others] = practice().providers;
if (!sample || !physician || !nurse) throw new Error('The samples have a visit and two providers');

const strict = (change: Partial<Payer> = {}): Payer =>
  payer({ payerId: 'northwind', providerEnrolment: 'block', ...change });

const enrolled = (providerNpi: string, change: object = {}) =>
  ProviderEnrolment.parse({
    ...{ providerNpi, payerId: 'northwind', status: 'effective', from: '2026-01-01' },
    ...change,
  });

const clinic = (...enrolments: ProviderEnrolment[]): Practice =>
  practice({
    providers: [{ ...physician, credential: 'MD' }, { ...nurse, credential: 'NP' }, ...others],
    enrolments,
  });

const visit = {
  ...sample.registration,
  dateOfService: '2026-11-16',
  placeOfService: '11',
  patientType: 'established' as const,
  renderingProviderNpi: nurse.npi,
};

const findingsOf = (change: Partial<EncounterToScrub>) =>
  findBrokenEdits(
    { registration: visit, codes: sample.expected, practice: clinic(), payer: strict(), ...change },
    today,
  ).filter(({ code }) => code === 'identity-not-enrolled');

describe('a provider who is to be billed', () => {
  it.each([
    ['never was enrolled', [], 'has no enrolment'],
    ['was asked for and has no answer', [enrolled(nurse.npi, { status: 'pending' })], 'has no answer'],
    ['is enrolled from a later day', [enrolled(nurse.npi, { from: '2026-11-17' })], 'from a later day'],
    ['is enrolled no more', [enrolled(nurse.npi, { to: '2026-11-15' })], 'is enrolled no more'],
    ['is enrolled with another payer', [enrolled(nurse.npi, { payerId: 'cascade' })], 'has no enrolment'],
  ])('and %s is a finding', (_why, enrolments, words) => {
    expect(findingsOf({ practice: clinic(...enrolments) })).toMatchObject([
      { path: 'practice.enrolments', detail: expect.stringContaining(words) },
    ]);
  });

  it.each([
    [
      'is enrolled on the first and last day',
      [enrolled(nurse.npi, { from: '2026-11-16', to: '2026-11-16' })],
    ],
    [
      'has one enrolment of several in force',
      [enrolled(nurse.npi, { to: '2026-02-01' }), enrolled(nurse.npi)],
    ],
  ])('and %s is none', (_why, enrolments) => {
    expect(findingsOf({ practice: clinic(...enrolments) })).toEqual([]);
  });

  it.each(['not-checked', 'warn'] as const)('does not stop a visit where the payer’s rule is %s', (rule) => {
    expect(findingsOf({ payer: strict({ providerEnrolment: rule }) })).toEqual([]);
  });

  it('may be one of a single line', () => {
    const [first, ...more] = sample.expected.services;
    if (!first) throw new Error('The sample has a service');
    const services = [{ ...first, facts: { renderingProviderNpi: physician.npi } }, ...more];
    const codes = { ...sample.expected, services };
    expect(findingsOf({ codes, practice: clinic(enrolled(nurse.npi)) })).toMatchObject([
      { detail: expect.stringContaining(physician.npi) },
    ]);
  });

  const incidentTo = IncidentToRule.parse({ credentials: ['NP'], bill: 'supervising' });

  it('is told with the supervisors under whom the payer takes the service', () => {
    const [finding] = findingsOf({
      payer: strict({ incidentTo }),
      practice: clinic(enrolled(physician.npi)),
    });
    expect(finding?.detail).toContain(`as incident to: ${physician.firstName} ${physician.lastName}.`);
  });

  it('is the supervisor where the visit is billed as incident to', () => {
    const registration = {
      ...visit,
      incidentTo: {
        ...{ supervisingProviderNpi: physician.npi, supervisorPresent: true },
        ...{ establishedPlan: true, newProblem: false },
      },
    };
    const of = (npi: string) =>
      findingsOf({ registration, payer: strict({ incidentTo }), practice: clinic(enrolled(npi)) });
    expect([of(physician.npi).length, of(nurse.npi).length]).toEqual([0, 1]);
  });
});

describe('a warning of a provider who is not enrolled', () => {
  const scrubbing = (rule: Payer['providerEnrolment'], dateOfService = '2026-11-16') => {
    const raised: (readonly [TaskDraft, string])[] = [];
    const known: Encounter = anEncounter({
      registration: { ...visit, dateOfService },
      codes: sample.expected,
    });
    return {
      raised,
      run: () =>
        scrubEncounter(known, new Date(`${today}T12:00:00.000Z`), {
          getEncounter: async () => known,
          getPractice: async () => clinic(),
          findPayer: async () => strict({ providerEnrolment: rule }),
          rulesInForce: async () => undefined,
          changeEncounter: async () => known,
          recordsOfPatient: async () => ({ claims: [], encounters: [], authorizations: [] }),
          outcomesOf: async () => [],
          raiseTask: async (draft, { taskId }) => void raised.push([draft, taskId]),
        }),
    };
  };

  it('reaches the desk that enrols, and the visit is billed all the same', async () => {
    const { raised, run } = scrubbing('warn');
    expect(await run()).toEqual({ outcome: 'clean' });
    expect(raised).toMatchObject([
      [{ owner: 'credentialing', actions: ['dismiss'] }, expect.stringMatching(/^enrolment-/)],
    ]);
  });

  it('is one for all visits of a month', async () => {
    const ids = [];
    for (const date of ['2026-11-16', '2026-11-17', '2026-10-16']) {
      const { raised, run } = scrubbing('warn', date);
      await run();
      ids.push(raised[0]?.[1]);
    }
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false]);
  });

  it.each(['block', 'not-checked'] as const)('is not raised where the payer’s rule is %s', async (rule) => {
    const { raised, run } = scrubbing(rule);
    await run();
    expect(raised).toEqual([]);
  });
});

describe('what the practice’s records lack', () => {
  const price = EditFinding.parse({
    ...{ code: 'procedure-charge-missing', path: 'practice.chargeMaster', detail: 'no price' },
    desk: 'biller',
  });
  const enrolment = EditFinding.parse({
    ...{ code: 'identity-not-enrolled', path: 'practice.enrolments', detail: 'not enrolled' },
    desk: 'credentialing',
  });

  it.each([
    ['a price to the biller', [price], 'biller'],
    ['an enrolment to credentialing', [enrolment], 'credentialing'],
    ['both to credentialing', [price, enrolment], 'credentialing'],
  ])('goes with %s', (_what, findings, owner) => {
    expect(describePracticeRecords(findings)).toMatchObject({ kind: 'practice-records', owner });
  });

  it('says of a missing price what is to be added, once for each', () => {
    const services = ['73564', '73564', '71046', '99024'].map((procedure, at) => ({
      ...{ procedure, units: 1, diagnosisPointers: [1] },
      modifiers: procedure === '71046' ? ['26'] : at === 1 ? ['RT'] : ['LT'],
    }));
    const split = { procedure: '71046', modifier: 'TC', charge: 100, effectiveFrom: '2026-01-01' };
    const of = clinic(enrolled(nurse.npi));
    const found = findBrokenEdits(
      {
        registration: visit,
        codes: { ...sample.expected, services },
        practice: { ...of, chargeMaster: [...of.chargeMaster, split as (typeof of.chargeMaster)[number]] },
        payer: strict(),
      },
      today,
    ).filter(({ code }) => code === 'procedure-charge-missing');
    expect(
      found.map(({ detail }) => /no price for (.*?): add an entry with (.*?), charge/.exec(detail)?.slice(1)),
    ).toEqual([
      ['73564 (in place 11)', 'procedure'],
      ['71046 with modifier 26 (in place 11)', 'procedure, modifier'],
    ]);
  });
});

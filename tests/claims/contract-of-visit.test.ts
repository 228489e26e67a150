import { describe, expect, it } from 'vitest';
import { toProfessionalClaimSet } from '../../functions/claims/837p/claim-set.ts';
import { claimsForFirstPayer } from '../../functions/claims/from-visit/claims-of-visit.ts';
import { withContract } from '../../functions/claims/generate-claim.ts';
import { resubmitClaim } from '../../functions/claims/resubmit-claim.ts';
import { forwardedClaim } from '../../functions/coordination/next-claim.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import type { CodedService } from '../../functions/domain/coding.ts';
import type { FeeLine } from '../../functions/domain/contract/fee-line.ts';
import { IncidentToRule } from '../../functions/domain/contract/incident-to.ts';
import { Pricing } from '../../functions/domain/contract/pricing.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { fee } from '../contracts/contract-records.ts';
import { anEncounter } from '../factories/encounters.ts';
import { nextPayer, payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { anOutcome, decidedTask } from '../factories/tasks.ts';

const [physician, nurse, ...others] = practice().providers;
const { registration: registered } = anEncounter();
if (!physician || !nurse || !registered) throw new Error('The samples have two providers and a visit');
const registration: EncounterRegistration = { ...registered, renderingProviderNpi: physician.npi };

const clinic = (change: Partial<Practice> = {}): Practice =>
  practice({
    providers: [{ ...physician, credential: 'MD' }, { ...nurse, credential: 'NP' }, ...others],
    ...change,
  });

const service = (procedure: string, change: Partial<CodedService> = {}): CodedService => ({
  ...{ procedure, modifiers: [], units: 1, diagnosisPointers: [1] },
  ...change,
});

const supervised: EncounterRegistration = {
  ...registration,
  renderingProviderNpi: nurse.npi,
  patientType: 'established',
  placeOfService: '11',
  incidentTo: {
    supervisingProviderNpi: physician.npi,
    supervisorPresent: true,
    establishedPlan: true,
    newProblem: false,
  },
};

const rule = (change: object = {}) =>
  IncidentToRule.parse({ credentials: ['NP', 'PA'], bill: 'supervising', ...change });

const claimOf = (
  visit: EncounterRegistration,
  { services = [service('99213')], of = clinic(), by = payer(), fees = [] as readonly FeeLine[] } = {},
): Claim => {
  const encounter = anEncounter({
    registration: visit,
    status: 'coded',
    codes: { diagnoses: ['I10'], services },
  });
  const [coverage] = visit.coverages;
  if (!coverage) throw new Error('The visit has a payer');
  const [claim] = claimsForFirstPayer(
    encounter,
    of,
    [withContract(coverage, by), nextPayer],
    '2026-11-02T10:00:00.000Z',
    { payer: by, fees },
  );
  if (!claim) throw new Error('The visit has a claim');
  return claim;
};

const wireOf = (claim: Claim, of = clinic()) => {
  const [submission] = claim.submissions;
  if (!submission) throw new Error('A claim has a transmission');
  const set = toProfessionalClaimSet(
    claim,
    submission,
    { practice: of, payer: payer() },
    {
      ...{ senderQualifier: 'ZZ', senderId: 'A', receiverQualifier: 'ZZ', receiverId: 'B', controlNumber: 1 },
      ...{ createdAt: '2026-11-02T10:00:00', usage: 'T' },
    },
  );
  const [level] = set.billingProviders?.[0]?.subscribers ?? [];
  const [found] = level?.claims ?? level?.patients?.[0]?.claims ?? [];
  return { rendering: found?.renderingProvider?.id, supervising: found?.supervisingProvider?.id };
};

describe('a service incident to a physician’s', () => {
  it('is billed under the supervisor where the payer has it so: 2310B, and nobody in 2310D', () => {
    const claim = claimOf(supervised, { by: payer({ incidentTo: rule() }) });
    expect([claim.renderingProvider.npi, claim.performingProvider?.npi]).toEqual([physician.npi, nurse.npi]);
    expect(wireOf(claim)).toEqual({ rendering: physician.npi, supervising: undefined });
  });

  it('is billed by who gave it, with the supervisor in 2310D, where the payer has it that way', () => {
    const claim = claimOf(supervised, { by: payer({ incidentTo: rule({ bill: 'own-with-supervising' }) }) });
    expect(claim.performingProvider).toBeUndefined();
    expect(wireOf(claim)).toEqual({ rendering: nurse.npi, supervising: physician.npi });
  });

  it('has the modifier that the payer wants on each line, once', () => {
    const by = payer({ incidentTo: rule({ modifier: 'SA' }) });
    const services = [service('99213', { modifiers: ['25'] }), service('20610', { modifiers: ['SA', 'RT'] })];
    expect(claimOf(supervised, { by, services }).lines.map(({ modifiers }) => modifiers)).toEqual([
      ['25', 'SA'],
      ['SA', 'RT'],
    ]);
  });

  it.each([
    ['the patient is new', { patientType: 'new' as const }],
    ['the problem is new', { incidentTo: { ...supervised.incidentTo, newProblem: true } }],
    ['the supervisor was not there', { incidentTo: { ...supervised.incidentTo, supervisorPresent: false } }],
    ['no plan goes on', { incidentTo: { ...supervised.incidentTo, establishedPlan: false } }],
    ['it was in a hospital', { placeOfService: '22' }],
    ['nobody asked for it', { incidentTo: undefined }],
  ])('is billed by who gave it where %s', (_why, change) => {
    const visit = { ...supervised, ...change } as EncounterRegistration;
    const claim = claimOf(visit, { by: payer({ incidentTo: rule() }) });
    expect([claim.renderingProvider.npi, claim.performingProvider]).toEqual([nurse.npi, undefined]);
  });

  it('is allowed in full under the supervisor, and at 85 % under the own number', () => {
    const pricing = Pricing.parse({ credentials: [{ credentials: ['NP'], percent: 85 }] });
    const fees = [fee({ amount: 9205 })];
    const under = claimOf(supervised, { by: payer({ incidentTo: rule(), pricing }), fees });
    const own = claimOf({ ...supervised, incidentTo: undefined }, { by: payer({ pricing }), fees });
    expect([under.expected?.[0]?.amount, own.expected?.[0]?.amount]).toEqual([9205, 7824]);
  });
});

describe('the place of a visit', () => {
  const office = {
    ...{ locationId: 'annex', name: 'Maple Street Annex', placeOfService: '11', locality: '15202-00' },
    ...{ npi: '1234567893', cliaNumber: '36D1234567' },
    address: { line1: '9 Elm Street', city: 'Fairhaven', state: 'OH', postalCode: '430990411' },
  };
  const visit = { ...registration, locationId: 'annex' };
  const tested = [service('81002')];

  it('gives a claim with tests its certificate, and the facility its number', () => {
    const claim = claimOf(visit, { of: clinic({ locations: [office] }), services: tested });
    expect(claim.visit).toMatchObject({
      cliaNumber: '36D1234567',
      serviceFacility: { name: 'Maple Street Annex', npi: '1234567893' },
    });
  });

  it.each([
    ['no test', [service('99213')]],
    ['a test of another laboratory', [service('81002', { modifiers: ['90'] })]],
  ])('gives a claim with %s no certificate', (_what, services) => {
    expect(
      claimOf(visit, { of: clinic({ locations: [office] }), services }).visit?.cliaNumber,
    ).toBeUndefined();
  });

  it('says nothing where the visit says it itself, names a place that is not known, or was at home', () => {
    const of = clinic({ locations: [office] });
    const own = claimOf({ ...visit, cliaNumber: '99D7654321' }, { of, services: tested });
    expect(own.visit?.cliaNumber).toBe('99D7654321');
    expect(claimOf({ ...visit, locationId: 'gone' }, { of, services: tested }).visit).not.toHaveProperty(
      'cliaNumber',
    );
    expect(claimOf({ ...visit, placeOfService: '12' }, { of }).visit).not.toHaveProperty('serviceFacility');
  });

  it('decides by its locality which fee is expected, also where the visit names none and there is one', () => {
    const fees = [fee({ amount: 9205 }), fee({ amount: 9900, locality: '15202-00' })];
    const { locationId: _unnamed, ...unnamed } = visit;
    const amounts = [visit, unnamed, { ...visit, locationId: 'gone' }].map(
      (one) => claimOf(one, { of: clinic({ locations: [office] }), fees }).expected?.[0]?.amount,
    );
    expect(amounts).toEqual([9900, 9900, 9205]);
  });
});

describe('a visit after surgery (99024)', () => {
  const services = [service('99213'), service('99024')];

  it('stands on the claim at no charge where the payer wants it', () => {
    const claim = claimOf(registration, { services, by: payer({ postoperativeVisits: 'on-claim' }) });
    expect(claim.lines.map(({ procedure, charge }) => [procedure, charge])).toMatchObject([
      ['99213', expect.any(Number)],
      ['99024', 0],
    ]);
  });

  it('is left out where the payer wants none', () => {
    expect(claimOf(registration, { services }).lines.map(({ procedure }) => procedure)).toEqual(['99213']);
  });
});

describe('what is expected of a claim', () => {
  const fees = [fee({ amount: 9205 }), fee({ procedure: '99214', amount: 13_000 })];

  it('is reckoned anew where its codes are corrected, and forgotten where nothing is known of the new ones', () => {
    const claim = claimOf(registration, { fees });
    const task = (procedure: string) =>
      decidedTask('resubmit', {
        outcome: anOutcome({
          action: 'resubmit',
          correction: { codes: { diagnoses: ['I10'], services: [service(procedure)] } },
        }),
      });
    const expectedAfter = (procedure: string) =>
      resubmitClaim(claim, task(procedure), clinic(), { payer: payer(), fees })?.claim.expected;
    expect(expectedAfter('99214')?.[0]?.amount).toBe(13_000);
    expect(expectedAfter('99212')).toBeUndefined();
  });

  it('is not that of the next payer', () => {
    const claim = claimOf(registration, { fees });
    expect(forwardedClaim(claim, '2026-11-02T10:00:00.000Z')).not.toHaveProperty('expected');
  });
});

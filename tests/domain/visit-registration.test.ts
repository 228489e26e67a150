import { describe, expect, it } from 'vitest';
import { checkInput } from '../../functions/domain/check-input.ts';
import { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { unmatchedServices, withServiceFacts } from '../../functions/domain/visit/service-facts-of.ts';
import { visitFactsOf } from '../../functions/domain/visit/visit-facts.ts';
import { anEncounter } from '../factories/encounters.ts';

const plain = anEncounter().registration;

const pathsAgainst = (change: object): readonly string[] => {
  const checked = checkInput(EncounterRegistration, { ...plain, ...change });
  return checked.success ? [] : checked.findings.map(({ path }) => path);
};

const coded = (procedure: string, modifiers: string[] = [], facts?: { note: string }) => ({
  ...{ procedure, modifiers, units: 1, diagnosisPointers: [1] },
  ...(facts && { facts }),
});

describe('a registration', () => {
  it('of version 1 says no version and is read', () => {
    expect(pathsAgainst({})).toEqual([]);
    expect(pathsAgainst({ version: 2 })).toEqual([]);
    expect(pathsAgainst({ version: 3 })).toEqual(['version']);
  });

  it.each([
    ['priorAuthorisation', { priorAuthorisation: 'A1' }],
    ['patient.middle', { patient: { ...plain?.patient, middle: 'Q' } }],
    ['coverages.0.groupNo', { coverages: [{ ...plain?.coverages[0], groupNo: '1' }] }],
    ['services.0.ndc', { services: [{ procedure: 'J1885', ndc: '00409123401' }] }],
    ['dates.onsett', { dates: { onsett: '2026-10-01' } }],
  ])('with an unknown field is refused by its name, %s', (path, change) => {
    expect(pathsAgainst(change)).toEqual([path]);
  });

  it.each([
    ['accident.state', { accident: { causes: ['auto'], date: '2026-10-01' } }],
    ['lastDateOfService', { lastDateOfService: '2026-10-01' }],
    ['attachments.0.controlNumber', { attachments: [{ reportType: 'OZ', transmission: 'BM' }] }],
    [
      'services.0.drug.ndc',
      { services: [{ procedure: 'J1885', drug: { ndc: '0409-1234-01', quantity: 1, unit: 'ML' } }] },
    ],
  ])('that contradicts itself is refused at %s', (path, change) => {
    expect(pathsAgainst(change)).toEqual([path]);
  });

  it('hands a claim what is said of the visit, and nothing of patient and payers', () => {
    const facts = { cliaNumber: '11D1111111', accident: { causes: ['other' as const], date: '2026-10-01' } };
    expect(visitFactsOf(EncounterRegistration.parse({ ...plain, ...facts }))).toEqual(facts);
  });
});

describe('what is registered of a service', () => {
  it('goes to the codes in their order, and what the coder says goes before it', () => {
    const services = [coded('J1885'), coded('20610', ['RT']), coded('20610', ['LT'], { note: 'coder' })];
    const registered = [
      { procedure: '20610', modifiers: ['LT'], note: 'left', emergency: true },
      { procedure: '20610', note: 'right' },
    ];
    expect(withServiceFacts(services, registered).map(({ facts }) => facts)).toEqual([
      undefined,
      { note: 'right' },
      { note: 'coder', emergency: true },
    ]);
    expect(unmatchedServices(services, registered)).toEqual([]);
  });

  it('is named where no code is about it', () => {
    const registered = [{ procedure: '20610' }, { procedure: '20610' }, { procedure: 'J1885' }];
    expect(unmatchedServices([coded('20610')], registered)).toEqual(registered.slice(1));
  });
});

import { describe, expect, it } from 'vitest';
import { installCodeSet } from '../../codesets/install/install-code-sets.ts';
import type { CodedService } from '../../functions/domain/coding.ts';
import { downloadOf, type TestArticle } from '../codesets/coverage-articles/coverage-files.ts';
import { inFolder } from '../codesets/publisher-files.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { aService, aVisit, findingsOf, type VisitChange } from './visit-to-scrub.ts';

const date = '2026-05-04';

const articles: readonly TestArticle[] = [
  {
    id: 59_001,
    lcds: [33_001],
    procedures: { 1: ['11720', '11721'] },
    covered: {
      1: { codes: ['E11.51'] },
      2: { codes: ['B35.1'], paragraph: 'For CPT code 11720: Primary Diagnosis:' },
      3: { codes: ['M79.674', 'M79.675'], paragraph: 'For CPT code 11720: Secondary Diagnosis:' },
    },
  },
  {
    id: 59_002,
    procedures: { 1: ['G0127'] },
    revisedFrom: '2026-06-01',
    covered: { 1: { codes: ['E11.51'] } },
  },
  {
    id: 59_003,
    procedures: { 1: ['11055'] },
    covered: { 1: { codes: ['L84'], paragraph: 'Covered only when a further condition is present.' } },
  },
];

const inOhio = { line1: '12 Mill Road', city: 'Dayton', state: 'OH', postalCode: '45402' };
const elsewhere = { ...inOhio, state: 'TX' };

const [anyPayer] = payers;
if (!anyPayer) throw new Error('The samples are missing');
const payerOf = (claimFilingIndicator: string) => ({
  ...anyPayer,
  claimFilingIndicator,
  filingLimitDays: 4000,
});

/** A visit of Medicare in Ohio. */
const inMedicare = ({ change = {}, ...visit }: VisitChange): VisitChange => ({
  date,
  ...visit,
  change: { practice: practice({ address: inOhio }), payer: payerOf('MB'), ...change },
});

const found = (visit: VisitChange) =>
  findingsOf('coverage', inMedicare(visit)).map(({ code, path, severity }) => `${severity} ${code} ${path}`);

const installed = (test: () => unknown) =>
  inFolder(() => {
    installCodeSet('coverage', downloadOf(articles));
    return test();
  });

const on = (procedure: string, change: Partial<CodedService> = {}): readonly CodedService[] => [
  aService(procedure, change),
];
const withModifiers = (...modifiers: readonly string[]) => on('11720', { modifiers: [...modifiers] });

const atPointers = 'codes.services[0].diagnosisPointers';
const atModifiers = 'codes.services[0].modifiers';
const notCovered = (severity: string) => [`${severity} coverage-not-covered ${atPointers}`];
const needsSecondary = (severity: string) => [`${severity} coverage-needs-secondary ${atPointers}`];

type Case = readonly [why: string, visit: VisitChange, expected: readonly string[]];

const cases: readonly Case[] = [
  ['a service that no article governs', { services: on('99213'), diagnoses: ['J06.9'] }, []],
  ['a covered diagnosis', { services: on('11720'), diagnoses: ['E11.51'] }, []],
  ['one that is not covered', { services: on('11720'), diagnoses: ['J06.9'] }, notCovered('block')],
  [
    'a covered one of the visit that the line does not point to',
    { services: on('11720'), diagnoses: ['J06.9', 'E11.51'] },
    notCovered('block'),
  ],
  ['a primary diagnosis alone', { services: on('11720'), diagnoses: ['B35.1'] }, needsSecondary('block')],
  [
    'with its secondary one on the visit, not on the line',
    { services: on('11720'), diagnoses: ['B35.1', 'M79.674'] },
    needsSecondary('block'),
  ],
  [
    'with both on the line',
    { services: on('11720', { diagnosisPointers: [1, 2] }), diagnoses: ['B35.1', 'M79.674'] },
    [],
  ],
  [
    'with both the wrong way round',
    { services: on('11720', { diagnosisPointers: [2, 1] }), diagnoses: ['B35.1', 'M79.674'] },
    [`info coverage-unsure ${atPointers}`],
  ],
  [
    'a group that is of another procedure',
    { services: on('11721', { diagnosisPointers: [1, 2] }), diagnoses: ['B35.1', 'M79.674'] },
    notCovered('block'),
  ],
  [
    'a version of another time',
    { services: on('G0127'), diagnoses: ['E11.51'] },
    ['warn coverage-unknown-date codes.services[0].procedure'],
  ],
  [
    'a service of a later day than the visit',
    {
      services: on('G0127', { facts: { from: '2026-06-02' } }),
      diagnoses: ['E11.51'],
    },
    [],
  ],
  [
    'a condition that only a person can weigh',
    { services: on('11055'), diagnoses: ['L84'] },
    [`info coverage-unsure ${atPointers}`],
  ],
  [
    'a date after the download',
    { date: '2026-11-02', services: on('11720'), diagnoses: ['J06.9'] },
    notCovered('warn'),
  ],
  ['a notice on file (GA)', { services: withModifiers('GA'), diagnoses: ['J06.9'] }, notCovered('info')],
  ['no notice, told (GZ)', { services: withModifiers('GZ'), diagnoses: ['J06.9'] }, notCovered('info')],
  [
    'GA on what lacks a diagnosis',
    { services: withModifiers('GA'), diagnoses: ['B35.1'] },
    needsSecondary('info'),
  ],
  [
    'GA where the date is not known',
    { services: on('G0127', { modifiers: ['GA'] }), diagnoses: ['J06.9'] },
    ['info coverage-unknown-date codes.services[0].procedure'],
  ],
  ['excluded by statute (GY)', { services: withModifiers('GY'), diagnoses: ['J06.9'] }, []],
  ['with a voluntary notice (GY, GX)', { services: withModifiers('GY', 'GX'), diagnoses: ['J06.9'] }, []],
  ['a voluntary notice alone (GX)', { services: withModifiers('GX'), diagnoses: ['J06.9'] }, []],
  ['other modifiers', { services: withModifiers('59', 'Q8'), diagnoses: ['J06.9'] }, notCovered('block')],
  [
    'Part A’s indicator',
    { services: on('11720'), diagnoses: ['J06.9'], change: { payer: payerOf('MA') } },
    notCovered('block'),
  ],
  ...['16', 'CI', 'HM', 'MC', 'BL'].map(
    (indicator): Case => [
      `a payer of ${indicator}`,
      { services: on('11720'), diagnoses: ['J06.9'], change: { payer: payerOf(indicator) } },
      [],
    ],
  ),
  [
    'a practice in another state',
    { services: on('11720'), diagnoses: ['J06.9'], change: { practice: practice({ address: elsewhere }) } },
    [],
  ],
];

/** The visit with another registration. */
const registered = (change: object, of: Partial<VisitChange['change']> = {}): VisitChange => {
  const visit = { date, services: on('11720'), diagnoses: ['J06.9'] };
  const { registration } = aVisit(visit);
  return { ...visit, change: { registration: { ...registration, ...change }, ...of } };
};
const facility = { name: 'Mill Clinic', npi: '1234567893', address: inOhio };
const inTexas = { practice: practice({ address: elsewhere }) };

const places: readonly Case[] = [
  ['a facility of the visit', registered({ serviceFacility: facility }, inTexas), notCovered('block')],
  ['a facility elsewhere', registered({ serviceFacility: { ...facility, address: elsewhere } }), []],
  [
    'a facility of the line before that of the visit',
    {
      ...registered({ serviceFacility: { ...facility, address: elsewhere } }),
      services: on('11720', { facts: { serviceFacility: facility } }),
    },
    notCovered('block'),
  ],
  [
    'a place of the practice',
    registered(
      {},
      {
        practice: practice({
          address: elsewhere,
          locations: [{ locationId: 'mill', name: 'Mill Clinic', placeOfService: '11', address: inOhio }],
        }),
      },
    ),
    notCovered('block'),
  ],
  [
    'the patient’s home',
    (() => {
      const { patient } = aVisit({}).registration;
      return registered({ placeOfService: '12', patient: { ...patient, address: inOhio } }, inTexas);
    })(),
    notCovered('block'),
  ],
];

describe('medical necessity', () => {
  it.each(cases)('is asked of %s', (_why, visit, expected) =>
    installed(() => expect(found(visit)).toEqual(expected)),
  );

  it.each(places)('is decided where the service was given: %s', (_why, visit, expected) =>
    installed(() => expect(found(visit)).toEqual(expected)),
  );

  it('names the article, the group and the diagnosis to point to', () =>
    installed(() => {
      const [finding] = findingsOf(
        'coverage',
        inMedicare({ services: on('11720'), diagnoses: ['B35.1', 'M79.674'] }),
      );
      expect(finding?.detail).toContain('article A59001 (L33001)');
      expect(finding?.detail).toContain('a secondary diagnosis of group 3: M79.674, M79.675');
      expect(finding?.detail).toContain('Diagnosis 2 of the visit is one: point to it.');
      expect(finding?.desk).toBe('coder');
    }));

  it('names the edition where the date is not known', () =>
    installed(() => {
      const [finding] = findingsOf('coverage', inMedicare({ services: on('G0127'), diagnoses: ['E11.51'] }));
      expect(finding?.detail).toContain('not known for this date: edition 2026-09-30 has article A59002');
    }));

  it('is told not to be checked where nothing is installed, to Medicare’s visits alone', () =>
    inFolder(() => {
      const visit = { services: on('11720'), diagnoses: ['J06.9'] };
      expect(found(visit)).toEqual(['info coverage-not-checked codes.services']);
      expect(found({ ...visit, change: { payer: payerOf('CI') } })).toEqual([]);
    }));
});

const abn = (severity: string) => [`${severity} coverage-abn-modifiers ${atModifiers}`];

describe('the modifiers of a notice of non-coverage', () => {
  it.each([
    ['MB', [], []],
    ['MB', ['GA'], []],
    ['MB', ['GZ'], []],
    ['MB', ['GX'], []],
    ['MB', ['GY'], []],
    ['MB', ['GX', 'GY'], []],
    ['MB', ['GA', 'GY'], abn('block')],
    ['MB', ['GZ', 'GY'], abn('block')],
    ['MB', ['GA', 'GZ'], abn('block')],
    ['MB', ['GA', 'GX'], abn('block')],
    ['MB', ['GZ', 'GX'], abn('block')],
    ['MB', ['GA', 'GZ', 'GX'], abn('block')],
    ['MA', ['GA', 'GX', 'GY'], abn('block')],
    ['CI', ['GA'], abn('warn')],
    ['16', ['GZ'], abn('warn')],
    ['MC', ['GX', 'GY'], abn('warn')],
    ['CI', ['GY'], []],
    ['CI', ['59'], []],
    ['CI', ['GA', 'GZ'], [...abn('block'), ...abn('warn')]],
  ] as const)('of %s, %j', (indicator, modifiers, expected) =>
    inFolder(() => {
      const services = on('99213', { modifiers: [...modifiers] });
      const told = findingsOf(
        'coverage-abn',
        inMedicare({ services, change: { payer: payerOf(indicator) } }),
      );
      expect(told.map(({ code, path, severity }) => `${severity} ${code} ${path}`)).toEqual(expected);
    }),
  );
});

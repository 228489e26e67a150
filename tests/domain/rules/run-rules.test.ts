import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../functions/domain/party.ts';
import type { Condition, Effect } from '../../../functions/domain/rules/practice-rule.ts';
import { runRules } from '../../../functions/domain/rules/run-rules.ts';
import { secondCoverage } from '../../factories/payers.ts';
import { aRule, aVisit } from './a-visit.ts';

const hold: Effect = { hold: 'Look at it first' };
const isHeld = (when: Condition, visit = aVisit()): boolean =>
  runRules(visit, [aRule(hold, { when })]).findings.length > 0;

const two = aVisit({
  services: [
    { modifiers: ['25'] },
    { procedure: '20610', modifiers: ['RT'], units: 2, diagnosisPointers: [1, 2] },
  ],
  diagnoses: ['I10', 'E11.9'],
});

describe('a condition', () => {
  const { memberId } = two.registration.coverages[0] as Coverage;
  const holding: readonly (readonly [string, Condition])[] = [
    ['is', { path: 'registration.placeOfService', is: '11' }],
    ['is, of a list', { path: 'codes.diagnoses', is: 'E11.9' }],
    ['isNot', { path: 'payer.payerId', isNot: 'cascade' }],
    ['isNot, of what is absent', { path: 'secondary.payerId', isNot: 'cascade' }],
    ['oneOf', { path: 'services.procedure', oneOf: ['20610', '20611'] }],
    ['notOneOf', { path: 'services.procedure', notOneOf: ['99214'] }],
    ['inRange of codes', { path: 'services.procedure', inRange: '20600-20611' }],
    ['inRange of diagnoses, with all below the last', { path: 'codes.diagnoses', inRange: 'E08-E11' }],
    ['inRange of numbers', { path: 'services.units', inRange: { from: 2, to: 2 } }],
    ['inRange of dates', { path: 'registration.dateOfService', inRange: { from: '2026-03-02' } }],
    ['notInRange', { path: 'services.procedure', notInRange: '99221-99239' }],
    ['age at the service', { path: 'visit.age', inRange: { from: 18, to: 120 } }],
    ['startsWith', { path: 'codes.diagnoses', startsWith: 'E11' }],
    ['notStartsWith', { path: 'codes.diagnoses', notStartsWith: 'Z' }],
    ['present', { path: 'primary.memberId', present: true }],
    ['absent', { path: 'registration.accident', absent: true }],
    ['a part of what is absent', { path: 'registration.accident.claimNumber', absent: true }],
    ['the charge of the visit', { path: 'visit.charge', is: 45_000 }],
    ['the charge of a service', { path: 'services.charge', is: 30_000 }],
    ['how many services', { path: 'visit.services', is: 2 }],
    ['the place of a service that says none', { path: 'services.placeOfService', is: '11' }],
    ['who gave it', { path: 'provider.npi', is: two.registration.renderingProviderNpi }],
    ['the practice', { path: 'practice.address.state', is: 'OH' }],
    ['what is counted', { count: { path: 'service.modifiers', is: 'RT' }, atLeast: 1, atMost: 1 }],
    ['nothing that is counted', { count: { path: 'service.procedure', is: 'J1885' }, atMost: 0 }],
    [
      'all',
      {
        all: [
          { path: 'payer.payerId', is: 'northwind' },
          { path: 'primary.memberId', is: memberId },
        ],
      },
    ],
    [
      'any',
      {
        any: [
          { path: 'payer.payerId', is: 'harbor' },
          { path: 'visit.services', is: 2 },
        ],
      },
    ],
    [
      'none',
      {
        none: [
          { path: 'payer.payerId', is: 'harbor' },
          { path: 'visit.services', is: 1 },
        ],
      },
    ],
    [
      'the diagnoses of a service',
      {
        all: [
          { path: 'service.procedure', is: '20610' },
          { path: 'service.diagnoses', is: 'E11.9' },
        ],
      },
    ],
  ];

  it.each(holding)('holds: %s', (_what, when) => {
    expect(isHeld(when, two)).toBe(true);
  });

  it.each<readonly [string, Condition]>([
    ['a code of another form', { path: 'services.procedure', inRange: '00100-01999' }],
    ['another value', { path: 'registration.placeOfService', is: '10' }],
    ['what is absent', { path: 'secondary.payerId', is: 'cascade' }],
    ['a negation of which one value fits', { path: 'codes.diagnoses', isNot: 'I10' }],
    [
      'two facts of two services',
      {
        all: [
          { path: 'service.procedure', is: '99213' },
          { path: 'service.modifiers', is: 'RT' },
        ],
      },
    ],
  ])('does not hold: %s', (_what, when) => {
    const visit = aVisit({ services: [{}, { procedure: '0012T', modifiers: ['RT'] }] });
    expect(isHeld(when, visit)).toBe(false);
  });
});

const changesOf = (effects: Effect | readonly Effect[], visit = aVisit(), when?: Condition) =>
  runRules(visit, [aRule(effects, when ? { when } : {})]).changes.map(({ path, before, after }) => [
    path,
    before,
    after,
  ]);

describe('an effect', () => {
  it('is of each service at which the conditions hold', () => {
    const visit = aVisit({ services: [{}, { procedure: '99215' }, {}] });
    const when = { path: 'service.procedure', is: '99213' };
    expect(changesOf({ add: 'service.modifiers', value: '95' }, visit, when)).toEqual([
      ['codes.services[0].modifiers', [], ['95']],
      ['codes.services[2].modifiers', [], ['95']],
    ]);
  });

  it('sets, once it is otherwise', () => {
    expect(changesOf({ set: 'registration.placeOfService', to: '10' })).toEqual([
      ['registration.placeOfService', '11', '10'],
    ]);
    expect(changesOf({ set: 'registration.placeOfService', to: '11' })).toEqual([]);
    expect(changesOf({ set: 'service.placeOfService', to: '11' })).toEqual([]);
    expect(changesOf({ set: 'service.placeOfService', to: '12' })).toEqual([
      ['codes.services[0].facts.placeOfService', undefined, '12'],
    ]);
  });

  it('adds a value only where there is none, and an entry only once', () => {
    const told = aVisit({ registered: { priorAuthorization: 'A-1' }, services: [{ modifiers: ['95'] }] });
    expect(changesOf({ add: 'registration.priorAuthorization', value: 'A-2' }, told)).toEqual([]);
    expect(changesOf({ add: 'service.modifiers', value: '95' }, told)).toEqual([]);
    expect(changesOf({ add: 'registration.priorAuthorization', value: 'A-2' })).toEqual([
      ['registration.priorAuthorization', undefined, 'A-2'],
    ]);
  });

  it('removes a value, or one entry', () => {
    const told = aVisit({ registered: { referralNumber: 'R-1' }, services: [{ modifiers: ['GT', '25'] }] });
    expect(changesOf({ remove: 'service.modifiers', value: 'GT' }, told)).toEqual([
      ['codes.services[0].modifiers', ['GT', '25'], ['25']],
    ]);
    expect(changesOf({ remove: 'registration.referralNumber' }, told)).toEqual([
      ['registration.referralNumber', 'R-1', undefined],
    ]);
    expect(changesOf({ remove: 'registration.referralNumber', value: 'R-2' }, told)).toEqual([]);
  });

  it('copies what is there, and nothing where it is absent', () => {
    const copy: Effect = { set: 'registration.referralNumber', copy: 'registration.priorAuthorization' };
    expect(changesOf(copy)).toEqual([]);
    expect(changesOf(copy, aVisit({ registered: { priorAuthorization: 'A-1' } }))).toEqual([
      ['registration.referralNumber', undefined, 'A-1'],
    ]);
  });

  it('bills another payer first', () => {
    const [first] = aVisit().registration.coverages;
    const told = aVisit({ registered: { coverages: [first as Coverage, secondCoverage] } });
    expect(changesOf({ set: 'payerOrder', to: ['cascade'] }, told)).toEqual([
      ['registration.coverages[0].responsibility', 'P', 'S'],
      ['registration.coverages[1].responsibility', 'S', 'P'],
    ]);
    expect(changesOf({ set: 'payerOrder', to: ['harbor'] }, told)).toEqual([]);
  });

  it('says more of who gave the services, for this claim alone', () => {
    const told = aVisit();
    const { changes, visit } = runRules(told, [aRule({ set: 'provider.taxonomy', to: '208D00000X' })]);
    expect(changes).toEqual([
      {
        path: 'practice.providers[0].taxonomy',
        before: '207Q00000X',
        after: '208D00000X',
        rules: ['a-rule'],
      },
    ]);
    expect(visit.practice.providers.slice(1)).toEqual(told.practice.providers.slice(1));
  });

  it('that does not fit a visit leaves it as it is, and warns a biller', () => {
    const full = aVisit({ services: [{ modifiers: ['24', '25', 'GC', 'AS'] }] });
    const { changes, findings } = runRules(full, [aRule({ add: 'service.modifiers', value: '95' })]);
    expect(changes).toEqual([]);
    expect(findings).toMatchObject([
      { code: 'practice-a-rule', path: 'codes.services[0].modifiers', severity: 'warn', desk: 'biller' },
    ]);
    const noAccident = runRules(aVisit(), [aRule({ set: 'registration.accident.claimNumber', to: 'W-1' })]);
    expect(noAccident.findings).toMatchObject([
      { path: 'registration.accident.claimNumber', severity: 'warn' },
    ]);
    expect(noAccident.visit.registration.accident).toBeUndefined();
  });

  it('holds and warns in its own words, at the desk that it names', () => {
    const { findings } = runRules(aVisit(), [
      aRule([{ hold: 'Ask the employer', desk: 'clinic' }, { warn: 'Look twice' }]),
      aRule(
        { hold: 'Not this one', desk: 'coder' },
        { ruleId: 'of-service', when: { path: 'service.units', is: 1 } },
      ),
    ]);
    expect(findings).toEqual([
      ...[
        ['practice-a-rule', 'visit', 'Ask the employer', 'block', 'clinic'],
        ['practice-a-rule', 'visit', 'Look twice', 'warn', 'biller'],
        ['practice-of-service', 'codes.services[0]', 'Not this one', 'block', 'coder'],
      ].map(([code, path, detail, severity, desk]) => ({
        ...{ code, path, detail, severity, desk },
        source: 'a rule of the practice: the manual says so',
      })),
    ]);
  });
});

describe('rules', () => {
  it('run in order, each on what those before it did, with one change for all of them', () => {
    const { changes } = runRules(aVisit(), [
      aRule({ set: 'registration.placeOfService', to: '10' }, { ruleId: 'first' }),
      aRule(
        { add: 'service.modifiers', value: '95' },
        { ruleId: 'second', when: { path: 'service.placeOfService', is: '10' } },
      ),
      aRule({ set: 'registration.placeOfService', to: '02' }, { ruleId: 'third' }),
      aRule(
        { add: 'service.modifiers', value: 'GT' },
        { ruleId: 'fourth', when: { path: 'service.placeOfService', is: '10' } },
      ),
    ]);
    expect(changes).toEqual([
      { path: 'registration.placeOfService', before: '11', after: '02', rules: ['first', 'third'] },
      { path: 'codes.services[0].modifiers', before: [], after: ['95'], rules: ['second'] },
    ]);
  });

  it('that undo one another change nothing', () => {
    const { changes } = runRules(aVisit(), [
      aRule({ set: 'registration.placeOfService', to: '10' }, { ruleId: 'there' }),
      aRule({ set: 'registration.placeOfService', to: '11' }, { ruleId: 'back' }),
    ]);
    expect(changes).toEqual([]);
  });

  it('see what was registered of a service with its code, and keep what was taken away from coming back', () => {
    const told = aVisit({
      registered: { services: [{ procedure: '99213', note: 'By video', placeOfService: '10' }] },
    });
    const { visit, changes } = runRules(told, [
      aRule({ remove: 'service.note' }, { when: { path: 'service.placeOfService', is: '10' } }),
    ]);
    expect(changes).toEqual([
      { path: 'codes.services[0].facts.note', before: 'By video', after: undefined, rules: ['a-rule'] },
    ]);
    expect(visit.registration.services).toBeUndefined();
    expect(visit.codes.services[0]?.facts).toEqual({ placeOfService: '10' });
  });

  it('do nothing that are switched off, or of another time', () => {
    const idle = [
      aRule(hold, { active: false }),
      aRule(hold, { from: '2026-03-03' }),
      aRule(hold, { to: '2026-03-01' }),
    ];
    expect(runRules(aVisit(), idle)).toMatchObject({ findings: [], changes: [] });
    expect(runRules(aVisit(), [aRule(hold, { from: '2026-03-02', to: '2026-03-02' })]).findings).toHaveLength(
      1,
    );
  });
});

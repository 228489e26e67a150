import fc from 'fast-check';
import type { Coverage } from '../../../functions/domain/party.ts';
import type { Condition, Effect, PracticeRule } from '../../../functions/domain/rules/practice-rule.ts';
import type { RuledVisit } from '../../../functions/domain/rules/ruled-visit.ts';
import { secondCoverage } from '../../factories/payers.ts';
import { aRule, aService, aVisit } from './a-visit.ts';

const places = ['11', '02', '10', '12'] as const;
const modifiers = ['25', '95', 'GT', '59', 'KX', 'GC'] as const;
const procedures = ['99213', '99215', '20610', 'J1885'] as const;
const numbers = ['N-1', 'N-2'] as const;
const payerIds = ['northwind', 'cascade', 'harbor'] as const;
const diagnoses = ['I10', 'E11.9', 'R53.83'] as const;

const one = fc.constantFrom;

/** Texts that conditions ask of, with the values that they may have. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['registration.placeOfService', places],
  ['registration.priorAuthorization', numbers],
  ['registration.referralNumber', numbers],
  ['registration.patientType', ['new', 'established']],
  ['payer.payerId', payerIds],
  ['secondary.payerId', payerIds],
  ['payerOrder', payerIds],
  ['codes.diagnoses', diagnoses],
  ['service.modifiers', modifiers],
  ['service.placeOfService', places],
  ['service.procedure', procedures],
  ['services.modifiers', modifiers],
  ['services.procedure', procedures],
];

const comparison: fc.Arbitrary<Condition> = one(...texts).chain(([path, values]) =>
  fc.oneof(
    one(...values).map((is) => ({ path, is })),
    one(...values).map((isNot) => ({ path, isNot })),
    fc.subarray([...values], { minLength: 1 }).map((oneOf) => ({ path, oneOf })),
    fc.subarray([...values], { minLength: 1 }).map((notOneOf) => ({ path, notOneOf })),
    one(...values).map((value) => ({ path, startsWith: value.slice(0, 2) })),
    fc.constant<Condition>({ path, present: true }),
    fc.constant<Condition>({ path, absent: true }),
  ),
);

const ranges: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ path: 'service.procedure', inRange: '99202-99214' }),
  fc.constant<Condition>({ path: 'services.procedure', inRange: '20600-99213' }),
  fc.integer({ min: 0, max: 4 }).map((from) => ({ path: 'service.units', inRange: { from } })),
  fc.integer({ min: 0, max: 4 }).map((to) => ({ path: 'visit.services', inRange: { to } })),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    comparison,
    ranges,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 2 }).map((none) => ({ none })),
    fc.tuple(tie('condition'), fc.nat(2)).map(([count, atLeast]) => ({ count, atLeast })),
    fc.tuple(tie('condition'), fc.nat(2)).map(([count, atMost]) => ({ count, atMost })),
  ),
}));

const numberPaths = ['registration.priorAuthorization', 'registration.referralNumber'] as const;

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.constant<Effect>({ hold: 'Look at it first' }),
  fc.constant<Effect>({ warn: 'Look at it first', desk: 'coder' }),
  one(...modifiers).map((value) => ({ add: 'service.modifiers', value })),
  one(...modifiers).map((value) => ({ remove: 'service.modifiers', value })),
  one(...places).map((to) => ({ set: 'registration.placeOfService', to })),
  one(...places).map((to) => ({ set: 'service.placeOfService', to })),
  fc.constant<Effect>({ remove: 'service.placeOfService' }),
  fc.tuple(one(...numberPaths), one(...numbers)).map(([set, to]) => ({ set, to })),
  fc.tuple(one(...numberPaths), one(...numbers)).map(([add, value]) => ({ add, value })),
  one(...numberPaths).map((remove) => ({ remove })),
  fc.tuple(one(...numberPaths), one(...numbers)).map(([remove, value]) => ({ remove, value })),
  fc.constant<Effect>({ set: 'registration.referralNumber', copy: 'registration.priorAuthorization' }),
  fc.subarray([...payerIds], { minLength: 1 }).map((to) => ({ set: 'payerOrder', to })),
);

const day = one(undefined, '2026-03-01', '2026-03-02', '2026-03-03');

/** Rules, active or not, in time or not, with names of their own. */
export const randomRules: fc.Arbitrary<PracticeRule[]> = fc
  .array(
    fc.record({
      when: fc.option(condition, { nil: undefined }),
      effects: fc.array(effect, { minLength: 1, maxLength: 3 }),
      active: one(true, true, true, false),
      from: day,
      to: day,
    }),
    { maxLength: 6 },
  )
  .map((rules) =>
    rules.map(({ effects, when, from, to, active }, at) =>
      aRule(effects, {
        ruleId: `rule-${at}`,
        active,
        ...(when && { when }),
        ...(from && { from }),
        ...(to && { to }),
      }),
    ),
  );

const randomService = fc
  .record({
    procedure: one(...procedures),
    modifiers: fc.subarray([...modifiers], { maxLength: 4 }),
    units: fc.integer({ min: 1, max: 4 }),
    placeOfService: one(undefined, undefined, ...places),
  })
  .map(({ placeOfService, ...service }) =>
    aService({ ...service, ...(placeOfService && { facts: { placeOfService } }) }),
  );

/** Visits of one to three services and one or two payers. */
export const randomVisit: fc.Arbitrary<RuledVisit> = fc
  .record({
    services: fc.array(randomService, { minLength: 1, maxLength: 3 }),
    diagnoses: fc.subarray([...diagnoses], { minLength: 1 }),
    placeOfService: one(...places),
    patientType: one('new' as const, 'established' as const),
    priorAuthorization: one(undefined, ...numbers),
    referralNumber: one(undefined, ...numbers),
    isSecondFirst: fc.boolean(),
    hasSecond: fc.boolean(),
  })
  .map(
    ({
      services,
      diagnoses: codes,
      priorAuthorization,
      referralNumber,
      isSecondFirst,
      hasSecond,
      ...rest
    }) => {
      const [first] = aVisit().registration.coverages as [Coverage];
      const both = [first, secondCoverage].map((one, at) => ({
        ...one,
        responsibility: (at === 0) === isSecondFirst ? ('S' as const) : ('P' as const),
      }));
      return aVisit({
        ...{ services, diagnoses: codes },
        registered: {
          ...rest,
          coverages: hasSecond ? both : [first],
          ...(priorAuthorization && { priorAuthorization }),
          ...(referralNumber && { referralNumber }),
        },
      });
    },
  );

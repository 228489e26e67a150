import fc from 'fast-check';
import type { RoutedAdjustment } from '../../../functions/domain/denials/route-adjustment.ts';
import type { RoutingCondition, RoutingRule } from '../../../functions/domain/denials/routing-rule.ts';

const groups = ['CO', 'OA', 'PI', 'PR', 'CR'] as const;
const reasons = ['16', '29', '97', '197', 'P14'];
const remarks = ['N54', 'M51', 'MA130'];
const payers = ['northwind', 'cascade', 'prairie'];
const kinds = ['CI', 'MB', 'MC'];
const procedures = ['99213', '20610', '0012T', 'J1885', '01999'];
const ranges = ['99202-99215', '20610', '00100-01999', 'J0000-J9999', '00000-99999'];
const days = ['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'];
const amounts = [1, 99, 100, 5_000, 5_001];

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const without = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

const all = fc.record({
  groups: some(groups),
  reasons: some(reasons),
  remarks: some(remarks),
  payers: some(payers),
  claimFilingIndicators: some(kinds),
  amount: fc
    .tuple(fc.constantFrom(...amounts), fc.constantFrom(...amounts))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
  procedures: some(ranges),
});

/** Three things at most: rules that ask for all of it at once seldom meet. */
const conditions = all.chain((full) =>
  fc
    .subarray(Object.entries(full), { maxLength: 3 })
    .map((asked): RoutingCondition => Object.fromEntries(asked)),
);

/** A rule that says one thing, of whatever denials. */
export const randomRules = fc
  .array(
    fc
      .record({
        when: conditions,
        from: maybe(fc.constantFrom(...days.slice(0, 3))),
        to: maybe(fc.constant('2026-12-31')),
        active: fc.constantFrom(true, true, true, false),
      })
      .map(without),
    { maxLength: 6 },
  )
  .map((rules) =>
    rules.map(
      (rule, at): RoutingRule => ({
        ...{ ruleId: `rule-${at}`, note: 'why', active: true },
        ...rule,
        // biome-ignore lint/suspicious/noThenProperty: an object with words is nothing that can be awaited
        then: { advice: `Advice of rule ${at}` },
      }),
    ),
  );

export const randomAdjustments: fc.Arbitrary<RoutedAdjustment> = fc.record({
  group: fc.constantFrom(...groups),
  reason: fc.constantFrom(...reasons, '27', '45', '204'),
  amount: fc.constantFrom(...amounts, 7_777),
  remarks: fc.subarray(remarks),
  payerId: fc.constantFrom(...payers, 'other'),
  claimFilingIndicator: fc.constantFrom(...kinds, 'BL'),
  procedures: some(procedures),
  paymentDate: fc.constantFrom(...days, '2025-05-05', '2027-01-01'),
});

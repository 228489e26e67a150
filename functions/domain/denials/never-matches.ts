import { addDays } from '../calendar.ts';
import { AdjustmentGroup } from '../ledger/class-rule.ts';
import { isCodeWithin } from '../visit/code-range.ts';
import type { RoutingCondition, RoutingRule } from './routing-rule.ts';

/** Values of which a denial has one: `one` of them where it is given, and none of those ruled out. */
type OneOf = { readonly one?: readonly string[] | undefined; readonly not: readonly string[] };

/** Values of which a denial may have several: one of `some` where it is given, and none of those ruled out. */
type SomeOf = { readonly some?: readonly string[] | undefined; readonly not: readonly string[] };

type Span<T> = { readonly from: T; readonly to: T };

/** Denials that are left to a rule once others have taken theirs. */
type Left = {
  readonly groups: OneOf;
  readonly reasons: OneOf;
  readonly payers: OneOf;
  readonly claimFilingIndicators: OneOf;
  readonly remarks: SomeOf;
  readonly procedures: SomeOf;
  readonly amount: Span<number>;
  readonly days: Span<string>;
};

type Asked = Pick<RoutingRule, 'from' | 'to'> & { readonly when?: RoutingCondition | undefined };

const amountOf = ({ amount }: RoutingCondition): Span<number> => ({
  from: amount?.from ?? 1,
  to: amount?.to ?? Number.MAX_SAFE_INTEGER,
});

const daysOf = ({ from = '0000-01-01', to = '9999-12-31' }: Asked): Span<string> => ({ from, to });

const leftOf = ({ when = {}, ...days }: Asked): Left => ({
  groups: { one: when.groups ?? AdjustmentGroup.options, not: [] },
  reasons: { one: when.reasons, not: [] },
  payers: { one: when.payers, not: [] },
  claimFilingIndicators: { one: when.claimFilingIndicators, not: [] },
  remarks: { some: when.remarks, not: [] },
  procedures: { some: when.procedures, not: [] },
  amount: amountOf(when),
  days: daysOf(days),
});

const within = (range: string, other: string): boolean => {
  const [from = '', to = from] = range.split('-');
  const [otherFrom = '', otherTo = otherFrom] = other.split('-');
  return isCodeWithin(from, otherFrom, otherTo) && isCodeWithin(to, otherFrom, otherTo);
};

const oneValues = ['groups', 'reasons', 'payers', 'claimFilingIndicators'] as const;
const someValues = ['remarks', 'procedures'] as const;

/** Whether one value rules another out: a remark itself, a range of procedures all that lies in it. */
const rulesOut = (facet: (typeof someValues)[number], not: readonly string[], value: string): boolean =>
  facet === 'procedures' ? not.some((range) => within(value, range)) : not.includes(value);

const isEmptyOne = ({ one, not }: OneOf): boolean => one?.every((value) => not.includes(value)) === true;

const isNothing = (left: Left): boolean =>
  oneValues.some((facet) => isEmptyOne(left[facet])) ||
  someValues.some(
    (facet) => left[facet].some?.every((value) => rulesOut(facet, left[facet].not, value)) === true,
  ) ||
  left.amount.from > left.amount.to ||
  left.days.from > left.days.to;

/** What of denials a rule does not take: for each thing that it asks, those that are otherwise in it. */
const withoutThose = (left: Left, rule: Asked): readonly Left[] => {
  const { when = {} } = rule;
  const parts: Left[] = [];
  for (const facet of [...oneValues, ...someValues]) {
    const taken = when[facet];
    if (taken) parts.push({ ...left, [facet]: { ...left[facet], not: [...left[facet].not, ...taken] } });
  }
  const { amount } = when;
  const { from, to } = left.amount;
  if (amount?.from) parts.push({ ...left, amount: { from, to: Math.min(to, amount.from - 1) } });
  if (amount?.to) parts.push({ ...left, amount: { from: Math.max(from, amount.to + 1), to } });
  const { days } = left;
  if (rule.from) parts.push({ ...left, days: { ...days, to: least(days.to, addDays(rule.from, -1)) } });
  if (rule.to) parts.push({ ...left, days: { ...days, from: most(days.from, addDays(rule.to, 1)) } });
  return parts.filter((part) => !isNothing(part));
};

const least = (one: string, other: string): string => (one < other ? one : other);
const most = (one: string, other: string): string => (one > other ? one : other);

/** So many cases are looked at; rules that part denials further are believed. */
const mostCases = 20_000;

/** The earlier rules that together take every denial that a rule is about; none where it may answer one. */
export const takenBy = (rule: Asked, earlier: readonly Asked[]): readonly Asked[] => {
  let cases = 0;
  const used = new Set<Asked>();
  const isTaken = (left: Left, at: number): boolean => {
    cases += 1;
    const other = earlier[at];
    if (other === undefined || cases > mostCases) return false;
    if (isDisjoint(left, other)) return isTaken(left, at + 1);
    used.add(other);
    return withoutThose(left, other).every((part) => isTaken(part, at + 1));
  };
  return isTaken(leftOf(rule), 0) ? earlier.filter((other) => used.has(other)) : [];
};

/** Whether a rule takes nothing of some denials. */
const isDisjoint = (left: Left, rule: Asked): boolean => {
  const { when = {} } = rule;
  const [amount, days] = [amountOf(when), daysOf(rule)];
  return (
    oneValues.some((facet) => {
      const taken = when[facet];
      const { one, not } = left[facet];
      return taken?.every((value) => not.includes(value) || (one && !one.includes(value))) === true;
    }) ||
    someValues.some((facet) => when[facet]?.every((value) => rulesOut(facet, left[facet].not, value))) ||
    amount.from > left.amount.to ||
    amount.to < left.amount.from ||
    days.from > left.days.to ||
    days.to < left.days.from
  );
};

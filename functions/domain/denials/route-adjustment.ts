import type { CalendarDate } from '../calendar.ts';
import { isRoutineInPart } from '../ledger/adjustment-class.ts';
import type { AdjustmentGroup } from '../ledger/class-rule.ts';
import { isCodeWithin } from '../visit/code-range.ts';
import { houseEdition, houseRules, otherReason, wholeReduction } from './house-routing.ts';
import type { HouseRule, Route, RoutingCondition, RoutingRule, TaskRouting } from './routing-rule.ts';

/** One disputed adjustment with all that a table may ask of it. */
export type RoutedAdjustment = {
  readonly group: AdjustmentGroup;
  readonly reason: string;
  /** Cents, of what is disputed of it. */
  readonly amount: number;
  /** Of its line and of the claim. */
  readonly remarks: readonly string[];
  /** Of its line, or of all lines where the claim as a whole is denied. */
  readonly procedures: readonly string[];
  readonly payerId: string;
  readonly claimFilingIndicator: string;
  readonly paymentDate: CalendarDate; // BPR16
};

/** The rules of a practice that are asked before the house's, with the version that they are of. */
export type PracticeRouting = { readonly version?: number; readonly rules: readonly RoutingRule[] };

const someOf = (wanted: readonly string[] | undefined, found: readonly string[]): boolean =>
  wanted === undefined || found.some((one) => wanted.includes(one));

const isWithin = (code: string, range: string): boolean => {
  const [from = '', to = from] = range.split('-');
  return isCodeWithin(code, from, to);
};

const fits = (when: RoutingCondition, one: RoutedAdjustment): boolean =>
  someOf(when.groups, [one.group]) &&
  someOf(when.reasons, [one.reason]) &&
  someOf(when.remarks, one.remarks) &&
  someOf(when.payers, [one.payerId]) &&
  someOf(when.claimFilingIndicators, [one.claimFilingIndicator]) &&
  (when.amount?.from === undefined || when.amount.from <= one.amount) &&
  (when.amount?.to === undefined || one.amount <= when.amount.to) &&
  (when.procedures === undefined ||
    one.procedures.some((code) => when.procedures?.some((range) => isWithin(code, range))));

const isInForce = (
  {
    from = '',
    to = '9999',
  }: { readonly from?: CalendarDate | undefined; readonly to?: CalendarDate | undefined },
  date: CalendarDate,
): boolean => from <= date && date <= to;

/** The row of the house that answers: the first that fits, else what is routine in part, else the one for all others. */
const houseRuleFor = (one: RoutedAdjustment): HouseRule =>
  houseRules.find((rule) => isInForce(rule, one.paymentDate) && fits(rule.when, one)) ??
  (one.group !== 'PR' && isRoutineInPart(one.reason) ? wholeReduction : otherReason);

/** The route of an adjustment, and which rules made it. */
export type Routed = { readonly route: Route; readonly by: TaskRouting; readonly note?: string };

/**
 * Routes a disputed adjustment: the practice's first rule that fits, then the house's first. What the practice's rule
 * does not say is the house's.
 */
export const routeAdjustment = (
  one: RoutedAdjustment,
  { version, rules }: PracticeRouting = { rules: [] },
): Routed => {
  const house = houseRuleFor(one);
  const rule = rules.find(
    (each) => each.active && isInForce(each, one.paymentDate) && fits(each.when ?? {}, one),
  );
  const { desk, actions, advice, due, nextPayer } = rule?.then ?? {};
  const route: Route = {
    ...house.then,
    ...(desk && { desk }),
    ...(actions && { actions }),
    ...(advice && { advice }),
    ...(due && { due }),
    ...(nextPayer === false && { nextPayer }),
  };
  const by: TaskRouting = {
    ...{ house: houseEdition, houseRule: house.ruleId },
    ...(version !== undefined && { version }),
    ...(rule && { rule: rule.ruleId }),
    ...(route.due && { due: route.due }),
  };
  return { route, by, ...(rule && { note: rule.note }) };
};

import { type Cents, sum } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Adjustment } from '../claim.ts';
import { type AdjustmentClass, type ClassTerms, classOfWhole, groupsOfRule } from './class-rule.ts';
import { defaultClasses } from './default-classes.ts';

/** Where an adjustment stands: what it lowers, who else lowers it, when it was paid, and which payers are beside. */
export type AdjustedPlace = {
  readonly charge: Cents;
  /** All that is adjusted there. @default the one adjustment */
  readonly together?: readonly Adjustment[];
  readonly hasPriorPayer: boolean;
  /** @default there is none */
  readonly hasNextPayer?: boolean;
  readonly paymentDate: CalendarDate; // BPR16
};

/** The rules of a practice for one of its payers, in their order. */
export const rulesOfPayer = <T extends ClassTerms>(rules: readonly T[], payerId: string): readonly T[] =>
  rules.filter((rule) => rule.payerId === undefined || rule.payerId === payerId);

/** Whether a rule is about payments of a date; both ends count. */
const isInForce = ({ from, to }: ClassTerms, date: CalendarDate): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to);

const fits = ({ group, reason, amount }: Adjustment, rule: ClassTerms, date: CalendarDate): boolean =>
  rule.reasons.includes(reason) &&
  groupsOfRule(rule).includes(group) &&
  (rule.amounts === undefined || (rule.amounts === 'negative' ? amount < 0 : amount >= 0)) &&
  isInForce(rule, date);

/** Our rules, by each of their reasons: every fold of a claim's money asks for one per adjustment. */
const defaultsByReason: ReadonlyMap<string, readonly ClassTerms[]> = Map.groupBy(
  defaultClasses.flatMap((rule) => rule.reasons.map((reason) => ({ ...rule, reasons: [reason] }))),
  ({ reasons: [reason] }) => reason ?? '',
);

/**
 * What one adjustment is at its place: as the first rule says that fits and is in force on the date of the payment,
 * those of the practice before ours; what fits none is disputed. The practice's are those for the payer of the claim.
 */
export const classOf = (
  adjustment: Adjustment,
  { charge, together = [adjustment], hasPriorPayer, hasNextPayer = false, paymentDate }: AdjustedPlace,
  ofPractice: readonly ClassTerms[] = [],
): AdjustmentClass => {
  const ruleFor = (one: Adjustment): ClassTerms | undefined => {
    const isRule = (rule: ClassTerms): boolean => fits(one, rule, paymentDate);
    return ofPractice.find(isRule) ?? defaultsByReason.get(one.reason)?.find(isRule);
  };
  const rule = ruleFor(adjustment);
  if (rule === undefined) return 'disputed';
  const takesWhole = (): boolean => {
    const routineInPart = together.filter((one) => isOfPartOnly(ruleFor(one)));
    return charge > 0 && sum(routineInPart.map(({ amount }) => amount)) >= charge;
  };
  const found = isOfPartOnly(rule) && takesWhole() ? classOfWhole(rule) : rule.class;
  const isOfNobody = (found === 'prior-payer' && !hasPriorPayer) || (found === 'next-payer' && !hasNextPayer);
  return isOfNobody ? 'disputed' : found;
};

/**
 * Whether the whole charge is another thing to a rule than a part of it. Such reductions are looked at together: a
 * charge that two of them take is as lost as one that one of them takes.
 */
const isOfPartOnly = (rule: ClassTerms | undefined): boolean =>
  rule !== undefined && classOfWhole(rule) !== rule.class;

/** Whether a reason may lower a part of a charge without anybody's decision, by our rules. */
export const isRoutineInPart = (reason: string): boolean =>
  defaultClasses.some((rule) => rule.reasons.includes(reason) && isOfPartOnly(rule));

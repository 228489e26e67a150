import { sum } from '../../edi/money.ts';
import { mayAppealAgain } from '../appeals/levels.ts';
import type { Claim } from '../claim.ts';
import { priorityPayerOf } from '../coordination/priority-payer.ts';
import { remarksOf } from '../ledger/decision.ts';
import { effectiveAdjudication } from '../ledger/effective-decision.ts';
import type { Payer } from '../payer.ts';
import { claimPosition, disputedOf, type PlacedAdjustment } from '../position.ts';
import { type DecidedPart, partKey } from '../tasks/decided-part.ts';

import { houseEdition, otherPayerFirst, otherReason } from './house-routing.ts';
import { type DeniedKind, neverFirst, neverTaken } from './money-rules.ts';
import {
  type PracticeRouting,
  type Routed,
  type RoutedAdjustment,
  routeAdjustment,
} from './route-adjustment.ts';
import type { HouseRule, RoutedAction } from './routing-rule.ts';

/** A disputed adjustment of a claim as tables are asked of it. */
export const routedAdjustment = (
  claim: Claim,
  { payerId, claimFilingIndicator }: Pick<Payer, 'payerId' | 'claimFilingIndicator'>,
  { group, reason, amount, lineNumber }: PlacedAdjustment,
): RoutedAdjustment => {
  const decision = effectiveAdjudication(claim);
  const isOfLine = (line: { readonly lineNumber?: number | undefined }): boolean =>
    lineNumber === undefined || line.lineNumber === lineNumber;
  return {
    ...{ group, reason, amount, payerId, claimFilingIndicator },
    remarks: [
      ...(decision?.remarks ?? []),
      ...(decision?.lines ?? []).filter(isOfLine).flatMap(({ remarks }) => remarks),
    ],
    procedures: claim.lines.filter(isOfLine).map(({ procedure }) => procedure),
    paymentDate: decision?.paymentDate ?? claim.dateOfService,
  };
};

/** How the denial of a claim is worked, with the actions that money rules leave of what its route offers. */
export type RoutedClaim = Routed & { readonly actions: readonly [RoutedAction, ...RoutedAction[]] };

/**
 * Routes what is disputed of a claim: the largest amount decides which rule answers for all of it, or for the parts
 * `own` of one desk. That another payer comes first is asked before any table.
 */
export const routeClaim = (
  claim: Claim,
  payer: Payer,
  practice?: PracticeRouting,
  own?: readonly DecidedPart[],
): RoutedClaim => {
  const disputed = disputedOf(claim);
  const adjustments = disputed.map((one) => routedAdjustment(claim, payer, one));
  const routes = new Map(adjustments.map((one) => [one, routeAdjustment(one, practice)]));
  const ofDesk = adjustments.filter((_one, at) => isAmong(own, disputed[at]));
  const [largest] = ofDesk.toSorted((one, other) => other.amount - one.amount);
  const routed = priorityPayerOf(claim)
    ? ofHouse(otherPayerFirst)
    : ((largest && routes.get(largest)) ?? ofHouse(otherReason));
  const kinds = kindsOf(claim, payer, adjustments);
  const isNextWanted = [...routes.values()].every(({ route }) => route.nextPayer !== false);
  const mayTake = allowedOf(claim, payer, { kinds, isNextWanted });
  return {
    ...routed,
    actions: inOrder(
      routed.route.actions.flatMap(besides).filter(mayTake),
      mayTake,
      kindsOf(claim, payer, ofDesk),
    ),
  };
};

/** Whether an adjustment is one of the parts; of all, where none are named. */
export const isAmong = (
  parts: readonly DecidedPart[] | undefined,
  one: PlacedAdjustment | undefined,
): boolean => {
  if (parts === undefined || one === undefined) return true;
  const { lineNumber: line, group, reason } = one;
  const key = partKey({ ...(line !== undefined && { line }), group, reason });
  return parts.some((part) => partKey(part) === key);
};

const ofHouse = ({ ruleId, then: route }: HouseRule): Routed => ({
  route,
  by: { house: houseEdition, houseRule: ruleId },
});

type Disputed = DeniedKind & { readonly amount: number };

/** What is disputed, the largest first, each with all remarks of the claim: they bear on all that is done about it. */
const kindsOf = (
  claim: Claim,
  { claimFilingIndicator }: Payer,
  adjustments: readonly RoutedAdjustment[],
): readonly Disputed[] => {
  const decision = effectiveAdjudication(claim);
  const ofClaim = { remarks: decision ? remarksOf(decision) : [], claimFilingIndicator };
  if (adjustments.length === 0) return [{ group: 'CO', reason: '', amount: 0, ...ofClaim }];
  return adjustments
    .toSorted((one, other) => other.amount - one.amount)
    .map(({ group, reason, amount }) => ({ group, reason, amount, ...ofClaim }));
};

/**
 * The patient may be billed where all that is disputed may be, and nothing while another payer may still pay; the next
 * payer where there is one that was not billed yet, for all that is open: what this payer took back beside its decisions
 * is not in them, so that the next one would not hear of it. An appeal needs one reason that may be appealed, and a
 * level that comes next.
 */
const allowedOf = (
  claim: Claim,
  payer: Payer,
  { kinds, isNextWanted }: { readonly kinds: readonly Disputed[]; readonly isNextWanted: boolean },
): ((action: RoutedAction) => boolean) => {
  const mayBe = (action: RoutedAction) => (one: Disputed) => neverTaken(action, one) === undefined;
  const mayBillNext = (): boolean =>
    isNextWanted &&
    claim.nextPayers.length > 0 &&
    claim.nextClaimId === undefined &&
    kinds.filter(({ amount }) => amount > 0).every(mayBe('bill-next-payer')) &&
    claimPosition(claim).open <= sum(disputedOf(claim).map(({ amount }) => amount));
  return (action) => {
    if (action === 'bill-patient') return claim.nextPayers.length === 0 && kinds.every(mayBe('bill-patient'));
    if (action === 'bill-next-payer') return mayBillNext();
    return action !== 'appeal' || (kinds.some(mayBe('appeal')) && mayAppealAgain(claim, payer));
  };
};

/** Whom the patient's share would go to is the next payer, where there is one. */
const besides = (action: RoutedAction): RoutedAction[] =>
  action === 'bill-patient' ? [action, 'bill-next-payer'] : [action];

/**
 * What may be recommended stands first, and where nothing may, to wait; the next payer and a write-off are offered
 * whatever a table says.
 */
const inOrder = (
  worked: readonly RoutedAction[],
  mayTake: (action: RoutedAction) => boolean,
  [largest]: readonly Disputed[],
): RoutedClaim['actions'] => {
  const all = [...new Set([...worked, ...(['bill-next-payer', 'write-off'] as const).filter(mayTake)])];
  const isRecommended = (action: RoutedAction): boolean =>
    largest === undefined || neverFirst(action, largest) === undefined;
  const first = all.find(isRecommended) ?? 'keep-waiting';
  return [first, ...all.filter((action) => action !== first)];
};

import type { AdjustmentGroup } from '../ledger/class-rule.ts';
import { unprocessableRemark } from '../ledger/decision.ts';
import { isOriginalMedicare } from '../payer.ts';
import { factsOfReason } from './reasons.ts';
import type { RoutedAction } from './routing-rule.ts';

/** A denial as far as it says what may never be done about it. */
export type DeniedKind = {
  readonly group: AdjustmentGroup;
  readonly reason: string;
  readonly remarks: readonly string[];
  readonly claimFilingIndicator: string;
};

/** What a payer leaves to another one: the patient's responsibility, OA-209, and reasons of benefit and coverage. */
export const isForNextPayer = ({ group, reason }: Pick<DeniedKind, 'group' | 'reason'>): boolean => {
  const { about } = factsOfReason(reason);
  return about === 'benefit' || (group === 'PR' && about !== 'data');
};

/** Why an action is never taken about a denial, whatever a table says; `first`: only not as what is recommended. */
type MoneyRule = {
  readonly action: RoutedAction;
  readonly first?: true;
  readonly forbids: (denied: DeniedKind) => boolean;
  readonly because: string;
};

const moneyRules: readonly MoneyRule[] = [
  {
    action: 'bill-patient',
    forbids: ({ group }) => group !== 'PR',
    because: 'Only what the payer puts to group PR is billed to the patient',
  },
  {
    action: 'bill-next-payer',
    forbids: (denied) => !isForNextPayer(denied),
    because:
      'The next payer is billed for group PR and for reasons of benefit and coverage: an error of the claim is mended with the payer that found it',
  },
  {
    action: 'appeal',
    forbids: ({ remarks }) => remarks.includes(unprocessableRemark),
    because: 'MA130 has no appeal: the claim was never processed',
  },
  {
    action: 'appeal',
    forbids: ({ reason, claimFilingIndicator }) =>
      reason === '29' && isOriginalMedicare({ claimFilingIndicator }),
    because: 'Original Medicare takes no appeal of its filing limit, only a request for an exception',
  },
  {
    action: 'resubmit',
    first: true,
    forbids: ({ reason }) => reason === '18',
    because: 'A duplicate is not sent again before the original was found',
  },
  {
    action: 'write-off',
    first: true,
    forbids: ({ group }) => group === 'PR',
    because: 'What the patient owes is given up by a person with a reason, and never recommended by a table',
  },
];

/** Why an action is never taken about a denial; undefined where it may be. */
export const neverTaken = (action: RoutedAction, denied: DeniedKind): string | undefined =>
  moneyRules.find((rule) => rule.action === action && !rule.first && rule.forbids(denied))?.because;

/** Why an action is never what is recommended first; undefined where it may be. */
export const neverFirst = (action: RoutedAction, denied: DeniedKind): string | undefined =>
  neverTaken(action, denied) ??
  moneyRules.find((rule) => rule.action === action && rule.forbids(denied))?.because;

import type { Cents } from '../../edi/money.ts';
import type { Adjustment } from '../claim.ts';

/**
 * What an adjustment means for whoever works the claim. contractual: contract or law lowers the charge ·
 * patient-share: the plan leaves it to the patient · prior-payer: what payers before this one paid or adjusted ·
 * receivable: held back or paid elsewhere, still ours · disputed: somebody has to decide about it.
 */
export type AdjustmentClass = 'contractual' | 'patient-share' | 'prior-payer' | 'receivable' | 'disputed';

/** How a reason (CARC) is classed. The first rule that fits answers; what fits none is disputed. */
export type ClassRule = {
  readonly reasons: readonly string[];
  /** @default every group but PR */
  readonly groups?: readonly Adjustment['group'][];
  readonly class: AdjustmentClass;
  /** What it is when it takes the whole charge of its line or claim. @default the same */
  readonly ofWhole?: AdjustmentClass;
};

/** Where an adjustment stands: what it lowers, and whether a payer decided before this one. */
export type AdjustedPlace = { readonly charge: Cents; readonly hasPriorPayer: boolean };

const everyGroup = ['CO', 'OA', 'PI', 'PR', 'CR'] as const;

/**
 * Ours, until a practice has its own by payer and date. A denial is known by its reason, never by CLP02 (X12 RFI
 * 1423, 1885); reductions that take a whole charge are looked at even where a part of it would be routine.
 */
export const defaultClasses: readonly ClassRule[] = [
  // Deductible, coinsurance, copay.
  { reasons: ['1', '2', '3'], groups: ['PR'], class: 'patient-share' },
  // Paid from the patient's spending account: lowers what the patient owes.
  { reasons: ['187'], groups: everyGroup, class: 'patient-share' },
  { reasons: ['23'], class: 'prior-payer' },
  // Fee schedule; capitation.
  { reasons: ['45', '24'], class: 'contractual', ofWhole: 'disputed' },
  // Multiple procedures; paid as part of another; allowed amount is of another kind.
  { reasons: ['59', '172', 'B10', 'P12'], class: 'contractual', ofWhole: 'disputed' },
  // Sequestration; interest or penalty; MIPS bonus and penalty.
  { reasons: ['253', '225', '144', '237'], class: 'contractual' },
  // Negotiated discount; performance bonus; mandated by law; part not considered.
  { reasons: ['131', '161', '223', '229'], class: 'contractual' },
  // A code that is reported and never paid.
  { reasons: ['246'], class: 'contractual' },
  // Withheld by managed care, or as tax.
  { reasons: ['104', '105'], class: 'receivable' },
];

const fits = ({ group, reason }: Adjustment, { reasons, groups }: ClassRule): boolean =>
  reasons.includes(reason) && (groups ? groups.includes(group) : group !== 'PR');

/** What one adjustment is at its place; the amount decides only whether it takes the whole charge. */
export const classOf = (
  adjustment: Adjustment,
  { charge, hasPriorPayer }: AdjustedPlace,
  rules: readonly ClassRule[] = defaultClasses,
): AdjustmentClass => {
  const rule = rules.find((one) => fits(adjustment, one));
  if (rule === undefined) return 'disputed';
  if (rule.class === 'prior-payer' && !hasPriorPayer) return 'disputed';
  const takesAll = charge !== 0 && adjustment.amount === charge;
  return takesAll ? (rule.ofWhole ?? rule.class) : rule.class;
};

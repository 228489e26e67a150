import type { ListedAdjustment } from '../../functions/edi/guide/adjustment-list.ts';
import { type Cents, cents } from '../../functions/edi/money.ts';
import type { Member } from './payer-rules.ts';

/** The plan's amounts that are still to be applied to the lines of a claim. */
export type ShareLeft = { copay: Cents; deductible: Cents };

export const shareLeftOf = ({ copay, deductiblePerClaim }: Member): ShareLeft => ({
  copay,
  deductible: deductiblePerClaim,
});

export const adjustment = (group: string, reason: string, amount: number): ListedAdjustment[] =>
  amount === 0 ? [] : [{ group, reason, amount: cents(amount) }];

const percentOf = (amount: number, percent: number): number => Math.round((amount * percent) / 100);

/** Takes copay (PR-3), deductible (PR-1) and coinsurance (PR-2) out of what is allowed for a line, in this order. */
export const sharePatient = (
  allowed: Cents,
  left: ShareLeft,
  coinsurancePercent: number,
): { adjustments: ListedAdjustment[]; left: ShareLeft } => {
  const copay = Math.min(left.copay, allowed);
  const deductible = Math.min(left.deductible, allowed - copay);
  const coinsurance = percentOf(allowed - copay - deductible, coinsurancePercent);
  return {
    adjustments: [
      ...adjustment('PR', '1', deductible),
      ...adjustment('PR', '2', coinsurance),
      ...adjustment('PR', '3', copay),
    ],
    left: { copay: cents(left.copay - copay), deductible: cents(left.deductible - deductible) },
  };
};

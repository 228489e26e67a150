import { adjustmentsOf, type ListedAdjustment } from '../../functions/edi/guide/adjustment-list.ts';
import { type Cents, cents, sum } from '../../functions/edi/money.ts';
import type { ProfessionalClaim, ProfessionalServiceLine } from '../../functions/edi/x837p/loops.ts';

/** What the payers before this one left of a line's charge, and what they paid for it. */
export type PriorResult = { open: Cents; paid: Cents };

/** Reductions that nobody owes; CARC 23 only repeats what a payer before said. */
const reductionsOf = (adjustments: readonly ListedAdjustment[]): Cents =>
  sum(
    adjustments.filter(({ group, reason }) => group !== 'PR' && reason !== '23').map(({ amount }) => amount),
  );

const openAmount = (charge: number, settled: number): Cents =>
  cents(Math.min(Math.max(0, charge - settled), charge));

/** Whether a payer has decided before this one; a payer that is only named (loop 2320 without AMT*D) comes later. */
export const hasPriorResults = ({ otherPayers = [], lines }: ProfessionalClaim): boolean =>
  otherPayers.some(({ paid }) => paid !== undefined) || hasResultsByLine(lines);

const hasResultsByLine = (lines: readonly ProfessionalServiceLine[]): boolean =>
  lines.some(({ adjudications = [] }) => adjudications.length > 0);

/** Line by line where the claim tells it so (loop 2430), else the claim's totals (2320) over the lines in order. */
export const priorResults = (claim: ProfessionalClaim): PriorResult[] =>
  hasResultsByLine(claim.lines) ? resultsByLine(claim) : resultsByClaim(claim);

const resultsByLine = ({ lines }: ProfessionalClaim): PriorResult[] =>
  lines.map(({ charge, adjudications = [] }) => {
    const paid = sum(adjudications.map((one) => one.paid));
    const reduced = sum(adjudications.map((one) => reductionsOf(adjustmentsOf(one))));
    return { open: openAmount(charge, paid + reduced), paid };
  });

const resultsByClaim = ({ lines, otherPayers = [] }: ProfessionalClaim): PriorResult[] => {
  let paid = sum(otherPayers.map((payer) => payer.paid ?? cents(0)));
  let reduced = sum(otherPayers.map((payer) => reductionsOf(adjustmentsOf(payer))));
  return lines.map(({ charge }) => {
    const paidHere = cents(Math.min(paid, charge));
    const reducedHere = cents(Math.min(reduced, charge - paidHere));
    paid = cents(paid - paidHere);
    reduced = cents(reduced - reducedHere);
    return { open: openAmount(charge, paidHere + reducedHere), paid: paidHere };
  });
};

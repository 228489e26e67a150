import { type Cents, cents, sum, zero } from '../../edi/money.ts';
import type { Claim } from '../claim.ts';
import { isGivenOver } from '../coordination/given-over.ts';
import { claimPosition, effectiveAdjustments, leftToNextPayer, type Position } from '../position.ts';
import type { AdjustmentClass } from './class-rule.ts';
import { effectiveAdjudication, insurancePaidOf } from './effective-decision.ts';

const nothing: Position = {
  charge: zero,
  insurancePaid: zero,
  adjustments: zero,
  writtenOff: zero,
  receivable: zero,
  patientBalance: zero,
  open: zero,
};

/** A visit's money over its claims, in cents: that of its parts, each over all its payers. */
export const encounterPosition = (claims: readonly Claim[]): Position =>
  [...Map.groupBy(claims, ({ part }) => part).values()].map(positionOfPart).reduce(add, nothing);

const add = (one: Position, other: Position): Position => ({
  charge: cents(one.charge + other.charge),
  insurancePaid: cents(one.insurancePaid + other.insurancePaid),
  adjustments: cents(one.adjustments + other.adjustments),
  writtenOff: cents(one.writtenOff + other.writtenOff),
  receivable: cents(one.receivable + other.receivable),
  patientBalance: cents(one.patientBalance + other.patientBalance),
  open: cents(one.open + other.open),
});

/**
 * The money of one part: each payer sees its whole charge, payments add up, and the last payer says what is the
 * patient's. What a later payer lowers counts only as far as nobody did before it.
 */
const positionOfPart = (all: readonly Claim[]): Position => {
  const over = all.filter(isOver);
  const paidBeside = sum(over.map(insurancePaidOf));
  const inOrder = all.filter((claim) => !isOver(claim)).toSorted(byResponsibility);
  const last = inOrder.at(-1);
  if (last === undefined) return { ...nothing, insurancePaid: paidBeside, open: cents(-paidBeside) };
  const positions = inOrder.map(claimPosition);
  const total = (figure: keyof Position): Cents => sum(positions.map((position) => position[figure]));
  const figures = {
    charge: claimPosition(last).charge,
    insurancePaid: cents(total('insurancePaid') + paidBeside),
    adjustments: inOrder.reduce(adjustedSoFar, { paid: zero, adjusted: zero }).adjusted,
    writtenOff: total('writtenOff'),
    // What a payer left to the next one is the next one's to answer.
    receivable: cents(total('receivable') - sum(inOrder.slice(0, -1).map(leftToNextPayer))),
    patientBalance: claimPosition(last).patientBalance,
  };
  const { charge, patientBalance, ...settled } = figures;
  return { ...figures, open: cents(charge - patientBalance - sum(Object.values(settled))) };
};

/** What its payer paid of a claim that was taken back, or is billed to another payer, is money; nothing else of it is. */
const isOver = (claim: Claim): boolean => isGivenOver(claim) || claim.end === 'taken-back';

const byResponsibility = (one: Claim, other: Claim): number =>
  'PST'.indexOf(one.responsibility) - 'PST'.indexOf(other.responsibility);

/** What payers so far paid, and how much of the charge they lowered. */
type Earlier = { readonly paid: Cents; readonly adjusted: Cents };

/**
 * A later payer states what those before it paid and adjusted (CARC 23: payments, adjustments or both) beside its own
 * reductions; together, less what was paid, they are what is lowered now. More than earlier payers said is nobody's.
 */
const adjustedSoFar = ({ paid, adjusted }: Earlier, claim: Claim, at: number): Earlier => {
  const { insurancePaid } = claimPosition(claim);
  const paidNow = cents(paid + insurancePaid);
  if (effectiveAdjudication(claim) === undefined) return { paid: paidNow, adjusted };
  if (at === 0) return { paid: paidNow, adjusted: claimPosition(claim).adjustments };
  const amounts = effectiveAdjustments(claim);
  const of = (...wanted: readonly AdjustmentClass[]): Cents =>
    sum(amounts.filter((one) => wanted.includes(one.class)).map(({ amount }) => amount));
  const stated = Math.min(of('prior-payer'), paid + adjusted);
  const lowered = of('contractual', 'informational') + stated - paid;
  // One that states nothing of the others says nothing against what they lowered.
  return { paid: paidNow, adjusted: cents(Math.max(lowered, stated === 0 ? adjusted : 0)) };
};

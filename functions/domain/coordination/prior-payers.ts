import { type Cents, cents, sum, zero } from '../../edi/money.ts';
import type { Adjustment, Claim, PriorPayer } from '../claim.ts';
import { shortDigest } from '../digest.ts';
import type { AdjustmentClass } from '../ledger/class-rule.ts';
import { classedDecision } from '../ledger/classed-decision.ts';
import { allAdjustments } from '../ledger/decision.ts';
import { effectiveDecisions } from '../ledger/effective-decision.ts';

/** By group and reason, whatever their order; what comes to nothing is left out. */
const amountsOf = (adjustments: readonly Adjustment[]): readonly string[] =>
  [...Map.groupBy(adjustments, ({ group, reason }) => `${group}-${reason}`)]
    .map(([key, some]) => [key, sum(some.map(({ amount }) => amount))] as const)
    .filter(([, amount]) => amount !== 0)
    .map(([key, amount]) => `${key} ${amount}`)
    .toSorted();

const factsOf = ({ coverage, adjudication: { paid, adjustments, lines } }: PriorPayer) => [
  coverage.payerId,
  coverage.responsibility,
  paid,
  amountsOf(adjustments),
  lines
    .map((line) => [line.lineNumber ?? 0, line.procedure, line.paid, amountsOf(line.adjustments)])
    .map((line) => JSON.stringify(line))
    .toSorted(),
];

/** Names what a claim says of the payers before it: what they paid and adjusted, not when or under which number. */
export const toldOf = (priorPayers: readonly PriorPayer[]): string =>
  shortDigest(JSON.stringify(priorPayers.map(factsOf)));

/** Names what a transmission said of the payers before it. */
export const toldBy = (claim: Claim, submissionNumber: number): string =>
  claim.submissions.find(({ number }) => number === submissionNumber)?.told ?? toldOf(claim.priorPayers);

/** Whether the decision that counts was made on something else than the payers before say by now. */
export const isDecidedOnOther = (claim: Claim): boolean => {
  if (claim.submissions.every(({ told }) => told === undefined)) return false;
  const decided = effectiveDecisions(claim).at(-1)?.submissionNumber;
  return decided !== undefined && toldBy(claim, decided) !== toldOf(claim.priorPayers);
};

/** Whether nobody has found yet that such a decision stands all the same. */
export const isOutdated = (claim: Claim): boolean =>
  isDecidedOnOther(claim) && claim.letStand !== toldOf(claim.priorPayers);

/** What a decision settles of a charge: paid, lowered or held back, in cents; what it leaves or disputes is not. */
const settledBy = (priorPayers: readonly PriorPayer[]): Cents => {
  const last = priorPayers.at(-1);
  if (last === undefined) return zero;
  const before = priorPayers.slice(0, -1);
  const { responsibility } = last.coverage;
  const classified = { priorPayers: before, responsibility, nextPayers: [last] };
  const adjustments = allAdjustments(classedDecision(classified, last.adjudication));
  const of = (...classes: readonly (AdjustmentClass | undefined)[]): Cents =>
    sum(adjustments.filter((one) => classes.includes(one.class)).map(({ amount }) => amount));
  const stated = of('prior-payer');
  const known = before.length > 0 ? Math.min(stated, settledBy(before)) : stated;
  return cents(last.adjudication.paid + of('contractual', 'informational', 'receivable') + known);
};

/** What the payers before a claim settled of its charge, as the last of them says it of all. */
export const settledBefore = ({ priorPayers }: Pick<Claim, 'priorPayers'>): Cents => settledBy(priorPayers);

/** What the last payer before a claim leaves to the patient: group PR, and nothing else. */
export const leftToPatient = ({ priorPayers }: Pick<Claim, 'priorPayers'>): Cents => {
  const last = priorPayers.at(-1);
  if (last === undefined) return zero;
  const share = allAdjustments(last.adjudication).filter(({ group }) => group === 'PR');
  return sum(share.map(({ amount }) => amount));
};

/** By how much a payer states more of the payers before it (CARC 23) than they say themselves: nobody settled that. */
export const overstated = (claim: Pick<Claim, 'priorPayers'>, stated: Cents): Cents =>
  claim.priorPayers.length === 0 ? zero : cents(Math.max(0, stated - settledBefore(claim)));

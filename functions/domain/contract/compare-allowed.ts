import { type Cents, cents, sum, zero } from '../../edi/money.ts';
import type { AdjudicatedLine, Adjudication, Adjustment, Claim, ClaimLine } from '../claim.ts';
import type { AdjustmentClass } from '../ledger/class-rule.ts';
import { classedDecision } from '../ledger/classed-decision.ts';
import { effectiveDecisions } from '../ledger/effective-decision.ts';
import type { FeeBasis } from './expected-line.ts';

/** What a payer allowed for a line, or for a claim as a whole, beside what its contract allows. */
export type ComparedLine = {
  /** Undefined: the claim as a whole, where the payer adjusts it and not its lines. */
  readonly lineNumber?: number;
  readonly procedure?: string;
  readonly expected: Cents;
  readonly allowed: Cents;
  readonly paid: Cents;
  readonly patientShare: Cents;
  /** Lowered by a rule of the practice's own, or paid by capitation: by the contract, though no fee says so. */
  readonly explained: Cents;
  /** Below zero: less than the contract. */
  readonly difference: Cents;
  readonly basis?: FeeBasis | undefined;
};

/** What a claim's decisions come to beside its contract, and the lines of which nothing is said, with why. */
export type Comparison = {
  readonly lines: readonly ComparedLine[];
  readonly left: readonly {
    readonly lineNumber: number;
    readonly why: 'disputed' | 'unknown' | 'undecided';
  }[];
};

/**
 * Reasons by which law changes a payment, and no contract what is allowed: sequestration, incentives, bonuses and
 * penalties for quality, interest, taxes on health care.
 */
const byLaw = new Set(['253', '144', '161', '237', '225', '137', '223']);

const capitation = '24';

type Sums = {
  readonly paid: Cents;
  readonly patientShare: Cents;
  readonly allowed: Cents;
  readonly explained: Cents;
  readonly isDisputed: boolean;
};

type Told = { readonly said: Adjustment; readonly class: AdjustmentClass };

const amountOf = (told: readonly Told[], is: (one: Told) => boolean): Cents =>
  sum(told.filter(is).map(({ said }) => said.amount));

/** Paid, the patient's share, what is held back, and what law took of it: what the payer says the service is worth. */
const sumsOf = (paid: Cents, told: readonly Told[]): Sums => {
  const patientShare = amountOf(told, (one) => one.class === 'patient-share');
  const heldBack = amountOf(told, (one) => one.class === 'receivable' || one.class === 'next-payer');
  const taken = amountOf(told, (one) => one.class === 'contractual' && byLaw.has(one.said.reason));
  const isReducing = (one: Told) => one.class === 'contractual' || one.class === 'informational';
  const explained = amountOf(
    told,
    (one) =>
      isReducing(one) &&
      !byLaw.has(one.said.reason) &&
      (one.said.class !== undefined || one.said.reason === capitation),
  );
  return {
    ...{ paid, patientShare, explained, allowed: sum([paid, patientShare, heldBack, taken]) },
    isDisputed: told.some((one) => one.class === 'disputed' && one.said.amount !== 0),
  };
};

/** Each adjustment as the payer said it, with what it is at its place. */
const toldOf = (said: readonly Adjustment[], classed: readonly Adjustment[]): readonly Told[] =>
  said.map((one, at) => ({ said: one, class: classed[at]?.class ?? 'disputed' }));

type DecidedLine = { readonly line: AdjudicatedLine; readonly told: readonly Told[] };

const linesOf = (claim: Claim, decision: Adjudication): readonly DecidedLine[] => {
  const classed = classedDecision(claim, decision);
  return decision.lines.map((line, at) => ({
    line,
    told: toldOf(line.adjustments, classed.lines[at]?.adjustments ?? []),
  }));
};

/** The line of the claim that a decided one is about; undefined where it has no number and several may be meant. */
const lineOf = ({ lines }: Claim, decided: AdjudicatedLine): ClaimLine | undefined => {
  if (decided.lineNumber !== undefined)
    return lines.find(({ lineNumber }) => lineNumber === decided.lineNumber);
  const alike = lines.filter(
    ({ procedure, charge }) => procedure === decided.procedure && charge === decided.charge,
  );
  return alike.length === 1 ? alike[0] : undefined;
};

/**
 * Compares what a payer decided with what the contract allows, by line; as a whole where it adjusts the claim and not
 * its lines. What is disputed is a denial, and somebody's already. Undefined where nothing is expected or decided.
 */
export const compareAllowed = (claim: Claim): Comparison | undefined => {
  const decisions = effectiveDecisions(claim);
  if (claim.expected === undefined || decisions.length === 0) return undefined;
  const decided = decisions.flatMap((decision) => linesOf(claim, decision));
  const isByLine =
    decisions.every(({ adjustments }) => adjustments.every(({ amount }) => amount === 0)) &&
    decided.every(({ line }) => lineOf(claim, line) !== undefined);
  return isByLine ? compareLines(claim, decided) : compareWhole(claim, decisions);
};

const compareLines = (claim: Claim, decided: readonly DecidedLine[]): Comparison => {
  const byLine = Map.groupBy(decided, ({ line }) => lineOf(claim, line)?.lineNumber);
  const compared = claim.lines.map(({ lineNumber, procedure }) => {
    const { amount: expected, basis } = claim.expected?.find((one) => one.lineNumber === lineNumber) ?? {};
    const of = byLine.get(lineNumber);
    if (of === undefined) return { lineNumber, why: 'undecided' } as const;
    const sums = sumsOf(
      sum(of.map(({ line }) => line.paid)),
      of.flatMap(({ told }) => told),
    );
    if (sums.isDisputed) return { lineNumber, why: 'disputed' } as const;
    if (expected === undefined) return { lineNumber, why: 'unknown' } as const;
    return toCompared(expected, sums, { lineNumber, procedure, basis });
  });
  return {
    lines: compared.flatMap((one) => ('why' in one ? [] : [one])),
    left: compared.flatMap((one) => ('why' in one ? [one] : [])),
  };
};

const toCompared = (
  expected: Cents,
  { paid, patientShare, allowed, explained }: Sums,
  place: Pick<ComparedLine, 'lineNumber' | 'procedure' | 'basis'>,
): ComparedLine => ({
  ...place,
  ...{ expected, allowed, paid, patientShare, explained },
  difference: differenceOf(cents(allowed - expected), explained),
});

/** What is explained makes up for what is short, and makes nothing of it too much. */
const differenceOf = (difference: Cents, explained: Cents): Cents =>
  difference >= 0 ? difference : cents(Math.min(0, difference + explained));

const compareWhole = (claim: Claim, decisions: readonly Adjudication[]): Comparison => {
  const told = decisions.flatMap((decision) => {
    const classed = classedDecision(claim, decision);
    return [
      ...toldOf(decision.adjustments, classed.adjustments),
      ...linesOf(claim, decision).flatMap((one) => one.told),
    ];
  });
  const sums = sumsOf(sum(decisions.map(({ paid }) => paid)), told);
  const amounts = claim.lines.map(
    ({ lineNumber }) => claim.expected?.find((one) => one.lineNumber === lineNumber)?.amount,
  );
  const charge = sum(claim.lines.map((line) => line.charge));
  const isDecided = sum(decisions.map((one) => one.charge)) === charge;
  const why = reasonToLeave(sums, isDecided, amounts);
  if (why) return { lines: [], left: claim.lines.map(({ lineNumber }) => ({ lineNumber, why })) };
  return { lines: [toCompared(sum(amounts.map((amount) => amount ?? zero)), sums, {})], left: [] };
};

const reasonToLeave = (
  { isDisputed }: Sums,
  isDecided: boolean,
  amounts: readonly (Cents | undefined)[],
): Comparison['left'][number]['why'] | undefined => {
  if (isDisputed) return 'disputed';
  if (!isDecided) return 'undecided';
  return amounts.includes(undefined) ? 'unknown' : undefined;
};

/** What a practice lets pass: a difference has to reach both. */
export type Threshold = { readonly cents: number; readonly percent: number };

/** The lines that differ from the contract by as much as the practice asks about. */
export const variancesOf = (
  comparison: Comparison | undefined,
  threshold: Threshold,
): { readonly under: readonly ComparedLine[]; readonly over: readonly ComparedLine[] } => {
  const beyond = (comparison?.lines ?? []).filter(({ difference, expected }) => {
    const size = Math.abs(difference);
    return size > 0 && size >= threshold.cents && size * 100 >= threshold.percent * expected;
  });
  return {
    under: beyond.filter(({ difference }) => difference < 0),
    over: beyond.filter(({ difference }) => difference > 0),
  };
};

import {
  balanceOf,
  type DecidedLine,
  type ModelBalance,
  type ModelClaim,
  type ModelDecision,
  type ModelPlb,
  paidBy,
} from './payer-model.ts';

/** What happens to one visit: its decisions by payment, money beside them, and how each of its claims ends. */
export type Chapter = {
  readonly claims: readonly ModelClaim[];
  readonly steps: readonly (readonly ModelDecision[])[];
  readonly plb: readonly (ModelPlb & { readonly step: number })[];
  /** By claim. */
  readonly ends: ReadonlyMap<string, ModelBalance>;
  /** The visit, where it is more than its one claim. */
  readonly visit?: ModelBalance;
  /** Whether a payer may tell of what it does not pay in payments of nothing, of one trace and day. */
  readonly isQuiet?: boolean;
};

/** A claim and what is decided about it first. */
export type Draft = { readonly claim: ModelClaim; readonly first: readonly DecidedLine[] };

/** The chapter of one claim that ends with some splits standing, and with money paid beside them. */
export const chapterOf = (
  claim: ModelClaim,
  steps: Chapter['steps'],
  standing: readonly DecidedLine[],
  { plb = [], paidBeside = 0 }: { readonly plb?: Chapter['plb']; readonly paidBeside?: number } = {},
): Chapter => ({
  claims: [claim],
  steps,
  plb,
  ends: new Map([[claim.claimId, balanceOf(claim, standing, paidBeside)]]),
});

/** The payer's number of a claim, by the ordinal of its decision. */
export const numberOf = ({ claimId }: ModelClaim, ordinal = 1): string => `${claimId}N${ordinal}`;

export const decisionOf = (
  claim: ModelClaim,
  lines: readonly DecidedLine[],
  { number = numberOf(claim), transmission = 1, isFlat = false } = {},
): ModelDecision => ({ claimId: claim.claimId, transmission, number, status: '1', lines, isFlat });

/**
 * How payers write a reversal. exact: the decision negated · flat: its amounts at the claim instead of its lines ·
 * renumbered: under a number of its own, with lines or without · lumped: the sums are right, one reason instead of the original's ·
 * unnumbered: so, and without the payer's number.
 */
export type Manner = 'exact' | 'flat' | 'renumbered' | 'flat-renumbered' | 'lumped' | 'unnumbered';

const negated = (line: DecidedLine): DecidedLine => ({
  ...line,
  charge: -line.charge,
  paid: -line.paid,
  reasons: line.reasons.map((one) => ({ ...one, amount: -one.amount })),
});

const lumped = (line: DecidedLine): DecidedLine => {
  const amount = line.charge - line.paid;
  return { ...line, reasons: [{ group: 'CO', reason: 'A7', amount, means: 'disputed' }] };
};

export const reversed = (decision: ModelDecision, manner: Manner = 'exact'): ModelDecision => {
  const isLumped = manner === 'lumped' || manner === 'unnumbered';
  const renumbered = `${decision.number}R`;
  const numbers: Partial<Record<Manner, string>> = {
    renumbered,
    'flat-renumbered': renumbered,
    unnumbered: '',
  };
  return {
    ...decision,
    status: '22',
    number: numbers[manner] ?? decision.number,
    lines: decision.lines.map(negated).map((line) => (isLumped ? lumped(line) : line)),
    isFlat: decision.isFlat || manner === 'flat' || manner === 'flat-renumbered',
  };
};

/** What a payer paid for lines. */
export const paidFor = (lines: readonly DecidedLine[]): number => paidBy({ lines });

import { type Cents, cents, sum, zero } from '../edi/money.ts';
import type { Adjudication, Adjustment, Claim } from './claim.ts';
import { isGivenOver } from './coordination/given-over.ts';
import { isOutdated, overstated, settledBefore } from './coordination/prior-payers.ts';
import type { AdjustmentClass } from './ledger/class-rule.ts';
import { classedDecision } from './ledger/classed-decision.ts';
import {
  answersLatest,
  effectiveAdjudication,
  effectiveDecisions,
  insurancePaidOf,
} from './ledger/effective-decision.ts';
import { chargeOf } from './ledger/transmitted-charge.ts';
import { type DecidedPart, partKey } from './tasks/decided-part.ts';

/** Where the money of a claim stands, in cents, as all decisions of its payer and of people say together. */
export type Position = {
  readonly charge: Cents;
  readonly insurancePaid: Cents;
  /** Lowered by contract, by law, for codes that only report, or by what payers before this one paid and adjusted. */
  readonly adjustments: Cents;
  /** Given up by a person. */
  readonly writtenOff: Cents;
  /** Withheld by the payer, paid elsewhere or left to the next payer: still ours. */
  readonly receivable: Cents;
  readonly patientBalance: Cents;
  /** Neither decided nor settled; what is disputed may add up to less, or to nothing. */
  readonly open: Cents;
};

/** One adjustment of a decision with the line that it lowers, and what it is there. */
export type PlacedAdjustment = Omit<Adjustment, 'class'> & {
  readonly lineNumber?: number | undefined;
  readonly class: AdjustmentClass;
};

/** The adjustments that a decision makes on a claim, its own and those of its lines, each classed at its place. */
const placedAdjustments = (claim: Claim, decision: Adjudication): readonly PlacedAdjustment[] => {
  const { adjustments, lines } = classedDecision(claim, decision);
  const place = (
    { class: found = 'disputed', ...one }: Adjustment,
    lineNumber?: number,
  ): PlacedAdjustment => ({
    ...one,
    lineNumber,
    class: found,
  });
  return [
    ...adjustments.map((one) => place(one)),
    ...lines.flatMap((line) => line.adjustments.map((one) => place(one, line.lineNumber))),
  ];
};

/** All adjustments that count on a claim now, of all parts of what its payer says. */
export const effectiveAdjustments = (claim: Claim): readonly PlacedAdjustment[] =>
  effectiveDecisions(claim).flatMap((decision) => placedAdjustments(claim, decision));

/** What a person's decision was about still stands as it did then. */
const stillCounts = (claim: Claim, about: readonly string[] | undefined): boolean => {
  if (about === undefined) return true;
  const effective = effectiveDecisions(claim).map(({ adjudicationId }) => adjudicationId);
  return about.length === 0 ? effective.length === 0 : about.every((id) => effective.includes(id));
};

/** The ids of the decisions that a person who decides now decides about. */
export const decidedAbout = (claim: Claim): string[] =>
  effectiveDecisions(claim).map(({ adjudicationId }) => adjudicationId);

/** What people gave up on decisions that still stand, without what was taken back. */
export const countedWriteOffs = (claim: Claim): Claim['writeOffs'] => {
  if (isGivenOver(claim)) return [];
  const undone = new Set(claim.writeOffs.flatMap(({ undoes, taskId }) => (undoes ? taskId : [])));
  return claim.writeOffs.filter(({ about, taskId }) => !undone.has(taskId) && stillCounts(claim, about));
};

/** What the patient was billed on decisions that still stand. */
export const countedPatientBilled = (claim: Claim): Cents =>
  !isGivenOver(claim) && stillCounts(claim, claim.patientBilledAbout) ? claim.patientBilled : zero;

const amountOf = (adjustments: readonly PlacedAdjustment[]): Cents =>
  sum(adjustments.map(({ amount }) => amount));

/** What a payer leaves to the next one of which nobody may ask the patient (OA-209), in cents. */
export const leftToNextPayer = (claim: Claim): Cents =>
  amountOf(effectiveAdjustments(claim).filter((one) => one.class === 'next-payer'));

/**
 * What is denied is derived from CAS, never from CLP02 (X12 RFI 1423, 1885), and stays open until a person decides.
 * Before a later payer has decided, open is what those before it left.
 */
export const claimPosition = (claim: Claim): Position => {
  if (isGivenOver(claim)) return heldPosition(claim);
  const decided = effectiveDecisions(claim).length > 0;
  const byClass = Map.groupBy(effectiveAdjustments(claim), (one) => one.class);
  const of = (...classes: readonly AdjustmentClass[]): Cents =>
    amountOf(classes.flatMap((one) => byClass.get(one) ?? []));
  const figures = {
    charge: chargeOf(claim),
    insurancePaid: insurancePaidOf(claim),
    adjustments: decided
      ? cents(of('contractual', 'informational', 'prior-payer') - overstated(claim, of('prior-payer')))
      : settledBefore(claim),
    writtenOff: sum(countedWriteOffs(claim).map(({ amount }) => amount)),
    receivable: of('receivable', 'next-payer'),
    patientBalance: cents(Math.max(of('patient-share'), countedPatientBilled(claim))),
  };
  return { ...figures, open: openOf(figures) };
};

/** Of a claim in whose place another payer is billed, only what its payer paid is left: it is not ours. */
const heldPosition = (claim: Claim): Position => {
  const insurancePaid = insurancePaidOf(claim);
  const moved = { charge: zero, adjustments: zero, writtenOff: zero, receivable: zero, patientBalance: zero };
  return { ...moved, insurancePaid, open: cents(-insurancePaid) };
};

const openOf = ({
  charge,
  insurancePaid,
  adjustments,
  writtenOff,
  receivable,
  patientBalance,
}: Omit<Position, 'open'>): Cents =>
  cents(charge - insurancePaid - adjustments - writtenOff - receivable - patientBalance);

/** What of single adjustments the patient was billed for, on decisions that still stand. */
export const billedParts = (claim: Claim): readonly DecidedPart[] =>
  stillCounts(claim, claim.patientBilledAbout) ? (claim.patientBilledParts ?? []) : [];

/** What people decided of single adjustments, in cents by their keys. */
const decidedByKey = (claim: Claim): Map<string, number> => {
  const parts = [...countedWriteOffs(claim).flatMap((one) => one.parts ?? []), ...billedParts(claim)];
  const byKey = new Map<string, number>();
  for (const part of parts) byKey.set(partKey(part), (byKey.get(partKey(part)) ?? 0) + part.amount);
  return byKey;
};

/** Adjustments without what of them is decided already; those with one key share it in their order. */
const withoutDecided = (disputed: readonly PlacedAdjustment[], claim: Claim): readonly PlacedAdjustment[] => {
  const decided = decidedByKey(claim);
  if (decided.size === 0) return disputed;
  return disputed.flatMap((one) => {
    const { lineNumber: line, group, reason } = one;
    const key = partKey({ ...(line !== undefined && { line }), group, reason });
    const taken = Math.min(decided.get(key) ?? 0, Math.max(one.amount, 0));
    decided.set(key, (decided.get(key) ?? 0) - taken);
    return one.amount === taken ? [] : [{ ...one, amount: cents(one.amount - taken) }];
  });
};

/** What somebody has to decide about, an entry for each line and reason with what is left of it; empty once all is decided. */
export const disputedOf = (claim: Claim): readonly PlacedAdjustment[] => {
  if (isGivenOver(claim)) return [];
  const isDecided = countedWriteOffs(claim).length > 0 || countedPatientBilled(claim) > 0;
  const { open } = claimPosition(claim);
  if (isDecided && open === 0) return [];
  const disputed = effectiveAdjustments(claim).filter((one) => one.class === 'disputed' && one.amount !== 0);
  return withoutDecided(disputed, claim);
};

/**
 * Whether the payer has still to decide: nothing is decided or all of it taken back, a replacement is on its way, or
 * lines are undecided beside others that nobody disputes.
 */
export const payerOwesDecision = (claim: Claim): boolean => {
  const decision = effectiveAdjudication(claim);
  if (decision === undefined) return true;
  if (isSettled(claim)) return false;
  const isPartial = decision.charge < chargeOf(claim) && disputedOf(claim).length === 0;
  return isPartial || !answersLatest(claim);
};

/**
 * Whether nobody has to do anything more about the money: all of it is decided, on what the payers before say now, and
 * nothing disputed.
 */
export const isSettled = (claim: Claim): boolean =>
  claimPosition(claim).open === 0 &&
  disputedOf(claim).length === 0 &&
  (isGivenOver(claim) || !isOutdated(claim));

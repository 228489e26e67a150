import { type Cents, cents, sum, zero } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import { deniedBefore } from '../history/line-outcome.ts';
import type { AdjustmentGroup } from '../ledger/class-rule.ts';
import { effectiveDecisions, insurancePaidOf } from '../ledger/effective-decision.ts';
import { goneBesides } from '../ledger/refund.ts';
import type { Payer } from '../payer.ts';
import { disputedOf, effectiveAdjustments, type PlacedAdjustment, payerOwesDecision } from '../position.ts';
import type { Desk } from '../practice.ts';
import { standingDecisions } from '../undo/undone.ts';
import { type DenialOnDay, standingByDay } from './denials-of-claim.ts';
import { factsOfReason, type RootCause } from './reasons.ts';
import { type PracticeRouting, routeAdjustment } from './route-adjustment.ts';
import { routedAdjustment } from './route-claim.ts';

/** What was done about a denial before its end. */
export type Worked = 'appealed' | 'corrected' | 'not-worked';

/**
 * One reason for which a payer denied a line, or a claim as a whole, over all its decisions: however often it is said
 * again, it is one denial. Amounts in cents.
 */
export type DenialRecord = {
  readonly claimId: string;
  readonly payerId: string;
  readonly line: number | undefined;
  readonly group: AdjustmentGroup;
  readonly reason: string;
  /** The day of the payment that denied it first. */
  readonly day: CalendarDate;
  /** The most that was denied at once. */
  readonly amount: Cents;
  /** What of it the payer allowed since: paid, or put to the patient's share. */
  readonly recovered: Cents;
  /** What of it nobody has decided yet. */
  readonly open: Cents;
  readonly worked: Worked;
  readonly desk: Desk;
  readonly cause: RootCause;
  readonly edits: readonly string[];
  /** Edits that look for the reason, and warned, and were answered. */
  readonly overridden: readonly string[];
};

/** What counts denials: contracts by payer, and the table in force. */
export type CountedBy = {
  readonly payers: readonly Pick<Payer, 'payerId' | 'claimFilingIndicator'>[];
  readonly routing?: PracticeRouting | undefined;
};

type Seen = {
  readonly on: DenialOnDay;
  readonly adjustments: readonly PlacedAdjustment[];
  readonly amount: Cents;
};

const keyOf = ({ lineNumber, reason }: PlacedAdjustment): string => `${lineNumber ?? ''} ${reason}`;

/** Each denial with the days on which it stood. */
const seenOf = (days: readonly DenialOnDay[]): ReadonlyMap<string, readonly Seen[]> => {
  const all = days.flatMap((on) =>
    [...Map.groupBy(on.disputed, keyOf)].map(([key, adjustments]) => ({
      ...{ key, on, adjustments },
      amount: sum(adjustments.map(({ amount }) => amount)),
    })),
  );
  return Map.groupBy(all, ({ key }) => key);
};

/** What a payer allows of a line, or of the claim as a whole: its payment and the patient's share. */
const allowedOf = (claim: Claim, line: number | undefined): number => {
  if (goneBesides(claim) > 0 && insurancePaidOf(claim) <= 0) return 0;
  const isOfLine = (one: { readonly lineNumber?: number | undefined }): boolean =>
    line === undefined || one.lineNumber === line;
  const decisions = effectiveDecisions(claim);
  const paid =
    line === undefined
      ? decisions.map((one) => one.paid)
      : decisions.flatMap(({ lines }) => lines.filter(isOfLine).map((one) => one.paid));
  const share = effectiveAdjustments(claim).filter((one) => one.class === 'patient-share' && isOfLine(one));
  return sum(paid) + sum(share.map(({ amount }) => amount));
};

/** What is left of a denial for somebody to decide, or for its payer. */
const leftOf = (claim: Claim, key: string, amount: Cents): Cents => {
  if (claim.status === 'closed') return zero;
  // All is taken back, and nothing decided in its place.
  if (effectiveDecisions(claim).length === 0) return payerOwesDecision(claim) ? amount : zero;
  const left = disputedOf(claim).filter((one) => one.amount > 0 && keyOf(one) === key);
  return sum(left.map((one) => one.amount));
};

const lastOf = (claim: Claim, action: string): number =>
  standingDecisions(claim).findLastIndex((one) => one.action === action);

/** A correction is a transmission after the one that was denied, which a person sent; else what came last counts. */
const workedOf = (claim: Claim, denied: number, isRecovered: boolean): Worked => {
  const isAppealed = lastOf(claim, 'appeal') >= 0;
  const later = claim.submissions.filter((one) => one.number > denied && !one.sentAgain && !one.forwarded);
  if (later.length === 0) return isAppealed ? 'appealed' : 'not-worked';
  const decided = Math.max(...effectiveDecisions(claim).map((one) => one.submissionNumber));
  if (isRecovered) return decided > denied ? 'corrected' : isAppealed ? 'appealed' : 'not-worked';
  return lastOf(claim, 'appeal') > lastOf(claim, 'resubmit') ? 'appealed' : 'corrected';
};

/** Edits whose warnings were answered, that look for the reason: the answers are named by edit, and by what about. */
const overriddenOf = (
  { answeredWarnings = [] }: Claim,
  reason: string,
  edits: readonly string[],
  procedures: readonly string[],
): readonly string[] => {
  const answered = answeredWarnings.map((one) => one.split(' '));
  const own = answered.flatMap(([edit = '', procedure = '', of = '']) =>
    edit === deniedBefore
      ? of === reason && procedures.includes(procedure)
        ? [edit]
        : []
      : edits.includes(edit)
        ? [edit]
        : [],
  );
  return [...new Set(own)];
};

type Draft = Omit<DenialRecord, 'recovered' | 'open' | 'worked'> & {
  readonly key: string;
  readonly lastDay: CalendarDate;
  readonly gained: number;
  readonly denied: number;
};

const draftOf = (
  claim: Claim,
  key: string,
  seen: readonly Seen[],
  { payers, routing }: CountedBy,
): Draft | undefined => {
  const most = seen.reduce((one, other) => (other.amount > one.amount ? other : one));
  const [largest] = most.adjustments.toSorted((one, other) => other.amount - one.amount);
  const [first] = seen;
  // It was seen on a day, with an adjustment.
  if (first === undefined || largest === undefined) return undefined;
  const { lineNumber: line, group, reason } = largest;
  const payer = payers.find(({ payerId }) => payerId === claim.payerId);
  const asked = routedAdjustment(
    most.on.claim,
    payer ?? { payerId: claim.payerId, claimFilingIndicator: '' },
    largest,
  );
  const { cause, edits } = factsOfReason(reason);
  const submissions = effectiveDecisions(first.on.claim).map((one) => one.submissionNumber);
  return {
    ...{ key, claimId: claim.claimId, payerId: claim.payerId, line, group, reason, cause, edits },
    ...{ day: first.on.day, lastDay: seen.at(-1)?.on.day ?? first.on.day, amount: most.amount },
    desk: routeAdjustment(asked, routing).route.desk,
    overridden: overriddenOf(claim, reason, edits, asked.procedures),
    gained: Math.max(0, allowedOf(claim, line) - allowedOf(most.on.claim, line)),
    denied: Math.max(...submissions),
  };
};

/**
 * The denials of a claim as its records stand. What a payer allows of a line after it denied it for several reasons counts
 * for the one that it gave last.
 */
export const denialRecords = (claim: Claim, by: CountedBy): readonly DenialRecord[] => {
  const drafts = [...seenOf(standingByDay(claim))]
    .flatMap(([key, seen]) => draftOf(claim, key, seen, by) ?? [])
    .toSorted((one, other) => (one.lastDay < other.lastDay ? 1 : one.lastDay > other.lastDay ? -1 : 0));
  const given = new Map<number | undefined, number>();
  return drafts.map(({ key, lastDay: _last, gained, denied, ...draft }) => {
    const { line, amount } = draft;
    const recovered = cents(Math.max(0, Math.min(amount, gained - (given.get(line) ?? 0))));
    given.set(line, (given.get(line) ?? 0) + recovered);
    const open = cents(Math.min(amount - recovered, leftOf(claim, key, amount)));
    return { ...draft, recovered, open, worked: workedOf(claim, denied, recovered > 0) };
  });
};

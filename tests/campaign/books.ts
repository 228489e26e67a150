import { adjustmentsOf } from '../../functions/edi/guide/adjustment-list.ts';
import type { RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import type { PaymentMade } from '../../local/payer-simulator/answer.ts';

/** What the payers' own books say of one claim number of one payer, in cents; nothing of our ledger is in it. */
export type BookedClaim = {
  /** Paid, less what was reversed and taken back beside the claims. */
  paid: number;
  /** By transmission, the net of each reason: "CO-45" and cents. */
  readonly adjusted: Map<number, Map<string, number>>;
};

/** By payer, then by the submitter's number without the count of transmissions. */
export type Books = ReadonlyMap<string, ReadonlyMap<string, BookedClaim>>;

/** X12 RFI 1604: an exact duplicate is refused, and what was decided first stands. */
export const isDuplicate = (claim: RemittanceClaim): boolean =>
  (claim.lines ?? []).flatMap(adjustmentsOf).some(({ reason }) => reason === '18');

/** Enters all payments that the payers made, in the order in which they made them. */
export const booksOf = (payments: readonly PaymentMade[]): Books => {
  const books = new Map<string, Map<string, BookedClaim>>();
  for (const { payerId, claims, beside } of payments) {
    const own = books.get(payerId) ?? new Map<string, BookedClaim>();
    books.set(payerId, own);
    for (const claim of claims) if (!isDuplicate(claim)) enter(own, claim);
    for (const { identifier, amount } of beside)
      if (identifier.reason === 'WO') entryFor(own, accountOf(identifier.reference ?? '')).paid -= amount;
  }
  return books;
};

const accountOf = (number: string): string => number.replace(/-\d+$/, '');

const transmissionOf = (number: string): number => Number(/-(\d+)$/.exec(number)?.[1] ?? 0);

const entryFor = (own: Map<string, BookedClaim>, account: string): BookedClaim => {
  const entry = own.get(account) ?? { paid: 0, adjusted: new Map() };
  own.set(account, entry);
  return entry;
};

const enter = (own: Map<string, BookedClaim>, claim: RemittanceClaim): void => {
  const { patientControlNumber, paid, lines = [] } = claim;
  const entry = entryFor(own, accountOf(patientControlNumber));
  entry.paid += paid;
  const transmission = transmissionOf(patientControlNumber);
  const reasons = entry.adjusted.get(transmission) ?? new Map<string, number>();
  entry.adjusted.set(transmission, reasons);
  for (const { group, reason, amount } of [claim, ...lines].flatMap(adjustmentsOf)) {
    const key = `${group}-${reason}`;
    reasons.set(key, (reasons.get(key) ?? 0) + amount);
  }
};

/** What a payer's last decision on a claim adjusts, reason by reason; nothing while it has decided nothing. */
export const lastAdjusted = ({ adjusted }: BookedClaim): ReadonlyMap<string, number> => {
  const standing = [...adjusted]
    .map(
      ([transmission, reasons]) => [transmission, [...reasons].filter(([, amount]) => amount !== 0)] as const,
    )
    .filter(([, reasons]) => reasons.length > 0);
  const [, last = []] = standing.toSorted(([one], [other]) => one - other).at(-1) ?? [];
  return new Map(last);
};

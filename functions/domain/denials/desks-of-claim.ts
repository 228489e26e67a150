import { sum } from '../../edi/money.ts';
import type { Claim } from '../claim.ts';
import { priorityPayerOf } from '../coordination/priority-payer.ts';
import { remarksOf, unprocessableRemark } from '../ledger/decision.ts';
import { effectiveAdjudication } from '../ledger/effective-decision.ts';
import type { Payer } from '../payer.ts';
import { claimPosition, disputedOf } from '../position.ts';
import type { Desk } from '../practice.ts';
import { type DecidedPart, partKey } from '../tasks/decided-part.ts';
import { openParts } from '../tasks/open-parts.ts';
import { type PracticeRouting, routeAdjustment } from './route-adjustment.ts';
import { isAmong, routedAdjustment } from './route-claim.ts';

/** What of a claim belongs to one desk. */
export type DeskParts = { readonly desk: Desk; readonly parts: readonly DecidedPart[] };

/** Which desk has a part already, by the key of the part: it stays there, whatever the table says by now. */
export type HeldParts = ReadonlyMap<string, Desk>;

/**
 * The open parts of a claim by the desk that each belongs to, the desk with the largest first. None where the claim can
 * only be worked as a whole: another payer comes first, the payer could not process it (MA130), or less is open than
 * its parts add up to, so that two desks would decide about the same cents.
 */
export const desksOf = (
  claim: Claim,
  payer: Payer,
  practice?: PracticeRouting,
  held: HeldParts = new Map(),
): readonly DeskParts[] => {
  const parts = openParts(claim).map(({ mayBe: _mayBe, ...part }) => part);
  const decision = effectiveAdjudication(claim);
  const isWhole =
    priorityPayerOf(claim) !== undefined ||
    (decision && remarksOf(decision).includes(unprocessableRemark)) ||
    sum(parts.map(({ amount }) => amount)) > claimPosition(claim).open;
  if (isWhole) return [];
  const deskOf = (part: DecidedPart): Desk => {
    const one = disputedOf(claim).find((each) => isAmong([part], each));
    const found = held.get(partKey(part));
    if (found || !one) return found ?? 'biller';
    return routeAdjustment(routedAdjustment(claim, payer, { ...one, amount: part.amount }), practice).route
      .desk;
  };
  return [...Map.groupBy(largestFirst(parts), deskOf)].map(([desk, own]) => ({ desk, parts: own }));
};

const largestFirst = (parts: readonly DecidedPart[]): readonly DecidedPart[] =>
  parts.toSorted((one, other) => other.amount - one.amount);

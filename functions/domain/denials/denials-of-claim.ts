import { zero } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import { disputedOf, type PlacedAdjustment } from '../position.ts';

/** What a payer disputed of a claim on a day, with the claim as it stood then, before anybody decided about it. */
export type DenialOnDay = {
  readonly day: CalendarDate; // BPR16
  readonly claim: Claim;
  readonly disputed: readonly PlacedAdjustment[];
};

/** A claim with the decisions of its payer up to a day, and nothing of what people decided since. */
const asOf = (claim: Claim, day: CalendarDate): Claim => {
  const { patientBilledAbout, patientBilledParts, nextClaimId, insteadClaimId, end, ...rest } = claim;
  return {
    ...rest,
    ...{ status: 'adjudicated', writeOffs: [], patientBilled: zero, refunds: [], decisions: [] },
    adjudications: claim.adjudications.filter(({ paymentDate }) => paymentDate <= day),
    takebacks: claim.takebacks.filter(({ paymentDate }) => paymentDate <= day),
  };
};

const nameOf = ({ lineNumber, group, reason, amount }: PlacedAdjustment): string =>
  [lineNumber, group, reason, amount].join(' ');

const namesOf = (disputed: readonly PlacedAdjustment[]): string => disputed.map(nameOf).toSorted().join();

/** How a claim stood after each day on which its payer decided, the earliest first. */
export const standingByDay = (claim: Claim): readonly DenialOnDay[] =>
  [...new Set(claim.adjudications.map(({ paymentDate }) => paymentDate))].toSorted().map((day) => {
    const then = asOf(claim, day);
    return { day, claim: then, disputed: disputedOf(then).filter(({ amount }) => amount > 0) };
  });

/**
 * Each time that a payer denied something of a claim, as a task was raised about it. It follows from the set of decisions:
 * files twice or in another order change nothing, and what a later payment only repeats is no denial of its own.
 */
export const denialsByDay = (claim: Claim): readonly DenialOnDay[] =>
  standingByDay(claim).filter(
    ({ disputed }, at, all) =>
      disputed.length > 0 && namesOf(disputed) !== namesOf(all[at - 1]?.disputed ?? []),
  );

import { adjustmentSegments, type ListedAdjustment } from '../../functions/edi/guide/adjustment-list.ts';
import { cents } from '../../functions/edi/money.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../../functions/edi/x835/loops.ts';
import * as sets from '../edi/material/remittance-sets.ts';

/** CAS segments from reasons, as [group, reason, cents]. */
export const adjusted = (...reasons: [group: string, reason: string, amount: number][]) =>
  adjustmentSegments(
    reasons.map(([group, reason, amount]): ListedAdjustment => ({ group, reason, amount: cents(amount) })),
  );

/** Lines by the numbers that our claims give theirs. */
export const paidLine = (changes: Partial<RemittanceLine> = {}): RemittanceLine =>
  sets.paidLine({ lineControlNumber: '1', ...changes });

export const deniedLine = (changes: Partial<RemittanceLine> = {}): RemittanceLine =>
  sets.deniedLine({ lineControlNumber: '2', ...changes });

/** The worked example of the balancing rules, decided about a claim of ours. */
export const remittanceClaim = (changes: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  sets.paidClaim({
    patientControlNumber: 'C0000000000A1-1',
    lines: [paidLine(), deniedLine()],
    ...changes,
  });

/** A payment of 100.00 by check for the claims given. */
export const remittance = (
  claims: RemittanceClaim[] = [remittanceClaim()],
  changes: Partial<Remittance> = {},
): Remittance => sets.remittance({ groups: [{ number: 1, claims }], ...changes });

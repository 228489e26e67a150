import type { Held } from '../domain/ledger/payment.ts';
import { toDollars } from '../edi/money.ts';
import type { PlacedClaim } from '../edi/x835/claims-of.ts';
import { claimPath } from './check-balance.ts';

/** A claim of the payment that is held back, with what a person needs to find it. */
export const holdClaim = (placed: PlacedClaim, code: string, detail: string): Held => {
  const { patientControlNumber, payerControlNumber, paid } = placed.claim;
  return {
    code,
    path: claimPath(placed),
    detail: `${patientControlNumber.trim()} (${toDollars(paid)}): ${detail}`,
    claim: patientControlNumber.trim(),
    amount: paid,
    ...(payerControlNumber && { reference: payerControlNumber }),
  };
};

/** A record has room for so many findings; whoever works them sees the file. */
const heldAtMost = 200;

/** The first findings, and how many more there are: a record has no room for thousands. */
export const atMost = (held: readonly Held[], most = heldAtMost): Held[] => {
  if (held.length <= most) return [...held];
  const detail = `${held.length - most} more findings of this kind are in the file`;
  return [...held.slice(0, most), { code: 'more', path: '', detail }];
};

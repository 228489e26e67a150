import type { Finding } from '../domain/finding.ts';
import { type Cents, toDollars } from '../edi/money.ts';
import type { PlacedClaim } from '../edi/x835/claims-of.ts';
import { claimPath } from './check-balance.ts';

/** Money or news of a payment that is not posted, and why: nothing of it is dropped. */
export type Held = Finding & {
  /** The number of the claim that the payment names (CLP01). */
  readonly claim?: string;
  readonly amount?: Cents;
  /** What the payer names it by: its own claim number, or the reference of an adjustment. */
  readonly reference?: string;
};

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

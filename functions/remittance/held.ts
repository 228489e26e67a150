import type { Held } from '../domain/ledger/payment.ts';
import { toDollars } from '../edi/money.ts';
import type { PlacedClaim } from '../edi/x835/claims-of.ts';
import { claimPath } from './check-balance.ts';
import type { Unmatched } from './claim-candidates.ts';

const otherSystemClaim = 'other-system-claim';

/**
 * Whether a held claim needs nobody: one that another system billed for the practice stands in every remittance for
 * months after a change of systems. It is counted and shown with its payment, and raises no task.
 */
export const isOfAnotherSystem = ({ code }: Pick<Held, 'code'>): boolean => code === otherSystemClaim;

/** A claim that matches nothing of ours for sure, with what comes close. */
export const holdUnmatched = (
  placed: PlacedClaim,
  { candidates, isOfAnotherSystem: isForeign }: Unmatched,
): Held => {
  if (isForeign) return holdClaim(placed, otherSystemClaim, 'another system billed this claim');
  const held = holdClaim(placed, 'unmatched-claim', unmatchedDetail(candidates.length));
  return candidates.length > 0 ? { ...held, candidates: [...candidates] } : held;
};

const unmatchedDetail = (candidates: number): string => {
  if (candidates === 0) return 'we did not send this claim';
  return `none of our claims is meant for sure; ${candidates} ${candidates === 1 ? 'comes' : 'come'} close`;
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

/** A record has room for so many findings; whoever works them sees the file. */
const heldAtMost = 200;

/** The first findings, and how many more there are: a record has no room for thousands. */
export const atMost = (held: readonly Held[], most = heldAtMost): Held[] => {
  if (held.length <= most) return [...held];
  const detail = `${held.length - most} more findings of this kind are in the file`;
  return [...held.slice(0, most), { code: 'more', path: '', detail }];
};

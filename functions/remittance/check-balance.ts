import type { Finding } from '../domain/finding.ts';
import { adjustmentsOf } from '../edi/guide/adjustment-list.ts';
import { type Cents, cents, sum, toDollars } from '../edi/money.ts';
import type { ReadSet } from '../edi/sets.ts';
import { type PlacedClaim, placedClaimsOf } from '../edi/x835/claims-of.ts';
import type { Remittance, RemittanceClaim } from '../edi/x835/loops.ts';
import { claimDifference, lineDifference, providerAdjusted } from '../edi/x835/rules.ts';

const unbalanced = (code: string, path: string, difference: Cents): Finding[] =>
  difference === 0
    ? []
    : [
        {
          code,
          path,
          detail: `Charge less adjustments differs from the payment by ${toDollars(difference)}`,
        },
      ];

export const claimPath = ({ position }: PlacedClaim): string => `CLP[${position}]`;

/**
 * 835 balancing of one claim (005010X221A1, section 1.10.2): each line, and the claim with all its adjustments. Its
 * findings name it by "CLP[n]", so that only that claim need be held back.
 */
export const checkClaimBalance = (placed: PlacedClaim): Finding[] => {
  const { claim } = placed;
  const path = claimPath(placed);
  const lines = (claim.lines ?? []).flatMap((line, index) =>
    unbalanced('line-unbalanced', `${path}/SVC[${index + 1}]`, lineDifference(line)),
  );
  return [...lines, ...unbalanced('claim-unbalanced', path, claimDifference(claim))];
};

/** The group codes of a claim and its lines (CAS01). */
export const groupsOf = (claim: RemittanceClaim): string[] =>
  [claim, ...(claim.lines ?? [])].flatMap((one) => adjustmentsOf(one).map(({ group }) => group));

/** `Σ CLP04 − Σ PLB = BPR02`; a claim that cannot be read counts with its CLP04, if that much of it can be. */
export const checkPaymentBalance = (set: ReadSet<Remittance>): Finding[] => {
  const readable = placedClaimsOf(set).map(({ claim }) => claim);
  const broken = set.broken.map(({ partial }): Partial<RemittanceClaim> => partial);
  const paid = [...readable, ...broken].map((claim) => claim.paid);
  const known = paid.filter((amount) => amount !== undefined);
  if (known.length < paid.length) {
    const detail = 'The payment of a claim that cannot be read is unknown';
    return [{ code: 'payment-uncheckable', path: 'BPR02', detail }];
  }
  const difference = cents(sum(known) - providerAdjusted(set.data) - set.data.paid);
  if (difference === 0) return [];
  const detail = `Claims less provider adjustments differ by ${toDollars(difference)}`;
  return [{ code: 'payment-unbalanced', path: 'BPR02', detail }];
};

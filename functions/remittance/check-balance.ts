import type { Finding } from '../domain/finding.ts';
import { adjustmentsOf } from '../edi/guide/adjustment-list.ts';
import { type Cents, toDollars, zero } from '../edi/money.ts';
import { addPaid, findImbalances, paymentDifference } from '../edi/x835/balances.ts';
import type { PlacedClaim } from '../edi/x835/claims-of.ts';
import type { RemittanceClaim } from '../edi/x835/loops.ts';
import type { PaymentOutline } from './staging/payment-outline.ts';

export const claimPath = ({ position }: PlacedClaim): string => `CLP[${position}]`;

/** What of a claim does not balance. Findings name it by "CLP[n]", so that only that claim need be held back. */
export const checkClaimBalance = (placed: PlacedClaim): Finding[] => {
  const path = claimPath(placed);
  const findings: Finding[] = [];
  findImbalances(placed.claim, (difference, line) => {
    const detail = `Charge less adjustments differs from the payment by ${toDollars(difference)}`;
    findings.push(
      line === undefined
        ? { code: 'claim-unbalanced', path, detail }
        : { code: 'line-unbalanced', path: `${path}/SVC[${line}]`, detail },
    );
  });
  return findings;
};

/** The group codes of a claim and its lines (CAS01). */
export const groupsOf = (claim: RemittanceClaim): string[] =>
  [claim, ...(claim.lines ?? [])].flatMap((one) => adjustmentsOf(one).map(({ group }) => group));

/** `Σ CLP04 − Σ PLB = BPR02`; a claim that cannot be read counts with its CLP04, if that much of it can be. */
export const checkPaymentBalance = ({ data, broken, claims }: PaymentOutline): Finding[] => {
  const unread = broken.map(({ partial }): Partial<RemittanceClaim> => partial);
  const paid = [...claims, ...unread].reduce<Cents | undefined>(
    (total, claim) => addPaid(total, claim.paid),
    zero,
  );
  if (paid === undefined) {
    const detail = 'The payment of a claim that cannot be read is unknown';
    return [{ code: 'payment-uncheckable', path: 'BPR02', detail }];
  }
  const difference = paymentDifference(data, paid);
  if (difference === 0) return [];
  const detail = `Claims less provider adjustments differ by ${toDollars(difference)}`;
  return [{ code: 'payment-unbalanced', path: 'BPR02', detail }];
};

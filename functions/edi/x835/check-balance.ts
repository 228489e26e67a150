import type { Finding } from '../findings.ts';
import { type Cents, cents, sum, toDollars } from '../money.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from './remittance.ts';

const finding = (code: string, path: string, detail: string): Finding => ({ code, path, detail });

const adjusted = ({ adjustments }: Pick<RemittanceLine, 'adjustments'>): Cents =>
  sum(adjustments.map(({ amount }) => amount));

/** `SVC02 − Σ CAS (2110) = SVC03`. */
const checkLine = (line: RemittanceLine, path: string): Finding[] => {
  const difference = line.charge - adjusted(line) - line.paid;
  if (difference === 0) return [];
  return [
    finding(
      'line-unbalanced',
      path,
      `Charge less adjustments differs from the payment by ${show(difference)}`,
    ),
  ];
};

const show = (difference: number): string => toDollars(cents(difference));

/**
 * 835 balancing of one claim (005010X221A1, section 1.10.2): each line, and `CLP03 − Σ CAS (2100 and 2110) =
 * CLP04`. Also flags group code CR, which 005010 no longer has. Paths begin with "CLP[position]".
 */
export const checkClaimBalance = (claim: RemittanceClaim): Finding[] => {
  const path = `CLP[${claim.position}]`;
  const lines = claim.lines.flatMap((line, index) => checkLine(line, `${path}/SVC[${index + 1}]`));
  return [...lines, ...checkClaimTotal(claim, path), ...checkGroups(claim, path)];
};

const checkClaimTotal = (claim: RemittanceClaim, path: string): Finding[] => {
  const difference = claim.charge - sum([adjusted(claim), ...claim.lines.map(adjusted)]) - claim.paid;
  if (difference === 0) return [];
  return [
    finding(
      'claim-unbalanced',
      path,
      `Charge less adjustments differs from the payment by ${show(difference)}`,
    ),
  ];
};

const checkGroups = (claim: RemittanceClaim, path: string): Finding[] => {
  const adjustments = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  if (!adjustments.some(({ group }) => group === 'CR')) return [];
  return [finding('correction-group', path, 'An adjustment has group code CR, which 005010 does not have')];
};

/** `Σ CLP04 − Σ PLB = BPR02`; a broken claim counts with its CLP04, if that much of it can be read. */
export const checkPaymentBalance = (remittance: Remittance): Finding[] => {
  const paid = [...remittance.claims, ...remittance.brokenClaims].map((claim) => claim.paid);
  if (paid.includes(undefined)) {
    return [finding('payment-uncheckable', 'BPR02', 'The payment of a broken claim is unknown')];
  }
  const known = paid.filter((amount) => amount !== undefined);
  const adjustments = remittance.providerAdjustments.flatMap((one) =>
    one.adjustments.map(({ amount }) => amount),
  );
  const difference = sum(known) - sum(adjustments) - remittance.paid;
  if (difference === 0) return [];
  return [
    finding('payment-unbalanced', 'BPR02', `Claims less provider adjustments differ by ${show(difference)}`),
  ];
};

/** All three levels. A finding of a claim names it by "CLP[n]", so that only that claim need be held back. */
export const checkRemittanceBalance = (remittance: Remittance): Finding[] => [
  ...remittance.claims.flatMap(checkClaimBalance),
  ...checkPaymentBalance(remittance),
];

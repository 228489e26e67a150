import { shortDigest } from '../domain/digest.ts';
import { adjustmentsOf } from '../edi/guide/adjustment-list.ts';
import type { PlacedClaim } from '../edi/x835/claims-of.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../edi/x835/loops.ts';

/** A claim of a payment with the id that its decision has in whatever file, and at whatever place, it comes. */
export type IdentifiedClaim = PlacedClaim & { readonly adjudicationId: string };

/**
 * The payment that an 835 tells of, by trace number, date and amount. How the payer writes its own number, in which
 * order claims stand and what is remarked do not tell payments apart; payments of nothing are told apart by the set
 * of their decisions, for payers number them alike.
 */
export const paymentIdOf = (
  { traceNumber, paymentDate, paid }: Remittance,
  claims: readonly PlacedClaim[],
): string => {
  const decisions = paid === 0 ? claims.map(({ claim }) => contentOf(claim)).toSorted() : [];
  return shortDigest(JSON.stringify([traceNumber.trim(), paymentDate, paid, ...decisions]));
};

/** The claims of a payment, each with its id: made of the payment, what is decided, and its ordinal among equals. */
export const identifyClaims = (
  paymentId: string,
  claims: readonly PlacedClaim[],
): readonly IdentifiedClaim[] => {
  const counts = new Map<string, number>();
  return claims.map((placed) => {
    const content = contentOf(placed.claim);
    const ordinal = (counts.get(content) ?? 0) + 1;
    counts.set(content, ordinal);
    return { ...placed, adjudicationId: shortDigest(JSON.stringify([paymentId, content, ordinal])) };
  });
};

/** What a CLP decides: whose claim, how, and every amount; no remark, no name, no order. */
const contentOf = (claim: RemittanceClaim): string =>
  JSON.stringify([
    claim.patientControlNumber.trim(),
    claim.payerControlNumber ?? '',
    claim.statusCode,
    claim.charge,
    claim.paid,
    ...adjustmentsIn(claim),
    ...(claim.lines ?? []).map(lineContent).toSorted(),
  ]);

const lineContent = (line: RemittanceLine): string =>
  JSON.stringify([
    line.lineControlNumber ?? '',
    line.procedure.procedure,
    line.charge,
    line.paid,
    ...adjustmentsIn(line),
  ]);

const adjustmentsIn = (one: RemittanceClaim | RemittanceLine): readonly string[] =>
  adjustmentsOf(one)
    .map(({ group, reason, amount }) => `${group}-${reason} ${amount}`)
    .toSorted();

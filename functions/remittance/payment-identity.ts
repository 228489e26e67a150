import { shortDigest } from '../domain/digest.ts';
import { adjustmentsOf } from '../edi/guide/adjustment-list.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../edi/x835/loops.ts';

/**
 * The payment that an 835 tells of, by trace number, date and amount. How the payer writes its own number, in which
 * order claims stand and what is remarked do not tell payments apart; payments of nothing are told apart by the set
 * of their decisions (`contents`), for payers number them alike.
 */
export const paymentIdentityOf = (
  { traceNumber, paymentDate, paid }: Remittance,
  contents: readonly string[],
): string => {
  const decisions = paid === 0 ? contents.toSorted() : [];
  return shortDigest(JSON.stringify([traceNumber.trim(), paymentDate, paid, ...decisions]));
};

/** The ids of a payment's decisions, in their order: made of the payment, what is decided, and the ordinal among equals. */
export const identifyDecisions = (identity: string, contents: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  return contents.map((content) => {
    const ordinal = (counts.get(content) ?? 0) + 1;
    counts.set(content, ordinal);
    return shortDigest(JSON.stringify([identity, content, ordinal]));
  });
};

/** What a CLP decides: whose claim, how, and every amount; no remark, no name, no order. */
export const contentOf = (claim: RemittanceClaim): string =>
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

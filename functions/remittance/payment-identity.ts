import { shortDigest } from '../domain/digest.ts';
import { adjustmentsOf } from '../edi/guide/adjustment-list.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../edi/x835/loops.ts';
import { lettersOf } from './matching/line-number.ts';

/**
 * The payment that an 835 tells of, by trace number, date and amount. How the payer writes its own number, in which
 * order claims stand and what is remarked do not tell payments apart; payments of nothing are told apart by the set
 * of their decisions (`contents`), for payers number them alike.
 */
export const paymentIdentityOf = (
  { traceNumber, paymentDate, paid }: Pick<Remittance, 'traceNumber' | 'paymentDate' | 'paid'>,
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

/**
 * Names the figures of a CLP as paper has them, too: whose claim, charge, payment, and what each reason lowers, be it
 * at the claim or at its lines. A person who posts an EOB has no REF*6R and often no CLP07 or CLP02.
 */
export const figuresOf = (claim: RemittanceClaim): string => {
  const amounts = new Map<string, number>();
  for (const { group, reason, amount } of [claim, ...(claim.lines ?? [])].flatMap(adjustmentsOf))
    amounts.set(`${group}-${reason}`, (amounts.get(`${group}-${reason}`) ?? 0) + amount);
  const kind = ['22', '25'].includes(claim.statusCode) ? claim.statusCode : '';
  return shortDigest(
    JSON.stringify([
      lettersOf(claim.patientControlNumber),
      kind,
      claim.charge,
      claim.paid,
      ...[...amounts]
        .filter(([, amount]) => amount !== 0)
        .map(String)
        .toSorted(),
    ]),
  );
};

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

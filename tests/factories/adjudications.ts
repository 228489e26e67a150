import type { Acknowledgement, Adjudication, Adjustment } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';

export const adjustment = (group: Adjustment['group'], reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: cents(amount),
});

/** What the payer decided of the injection's claim: the visit is paid, the injection denied for want of an authorization. */
export const injectionAdjudication = (change: Partial<Adjudication> = {}): Adjudication => ({
  adjudicationId: 'file-1/1',
  submissionNumber: 1,
  claimStatusCode: '1',
  charge: cents(148_500),
  paid: cents(9_200),
  payerControlNumber: 'NW-77120',
  adjustments: [],
  remarks: [],
  lines: [
    {
      lineNumber: 1,
      procedure: '99213',
      charge: cents(14_500),
      paid: cents(9_200),
      adjustments: [
        { group: 'CO', reason: '45', amount: cents(2_800) },
        { group: 'PR', reason: '2', amount: cents(2_500) },
      ],
      remarks: [],
    },
    {
      lineNumber: 2,
      procedure: '20610',
      charge: cents(134_000),
      paid: cents(0),
      adjustments: [{ group: 'CO', reason: '197', amount: cents(134_000) }],
      remarks: ['N54'],
    },
  ],
  paymentDate: '2026-10-28',
  traceNumber: '9000123',
  ...change,
});

/** The first line is paid but for contract and coinsurance; the second is not paid at all, for `denial`. */
export const adjudication = (
  change: Partial<Adjudication> = {},
  denial: readonly Adjustment[] = [adjustment('CO', '197', 8_000)],
): Adjudication =>
  injectionAdjudication({
    adjudicationId: 'payment-1/1',
    charge: cents(23_000),
    paid: cents(10_000),
    payerControlNumber: 'ICN900100',
    lines: [
      {
        lineNumber: 1,
        procedure: '99213',
        charge: cents(15_000),
        paid: cents(10_000),
        adjustments: [adjustment('CO', '45', 3_000), adjustment('PR', '2', 2_000)],
        remarks: [],
      },
      {
        lineNumber: 2,
        procedure: '36415',
        charge: cents(8_000),
        paid: cents(0),
        adjustments: [...denial],
        remarks: [],
      },
    ],
    ...change,
  });

/** The same with nothing in dispute: what is not paid is the contract's or the patient's share. */
export const settledAdjudication = (change: Partial<Adjudication> = {}): Adjudication =>
  adjudication(change, [adjustment('CO', '45', 7_000), adjustment('CO', '253', 1_000)]);

export const reversalOf = (reversed: Adjudication, adjudicationId = `${reversed.adjudicationId}/22`) => {
  const negated = ({ group, reason, amount }: Adjustment): Adjustment => adjustment(group, reason, -amount);
  return {
    ...reversed,
    adjudicationId,
    claimStatusCode: '22',
    charge: cents(-reversed.charge),
    paid: cents(-reversed.paid),
    adjustments: reversed.adjustments.map(negated),
    lines: reversed.lines.map((line) => ({
      ...line,
      charge: cents(-line.charge),
      paid: cents(-line.paid),
      adjustments: line.adjustments.map(negated),
    })),
  } satisfies Adjudication;
};

export const verdict = (outcome: Acknowledgement['outcome']): Acknowledgement => ({
  outcome,
  source: '277CA',
  reasons: [],
});

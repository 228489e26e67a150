import { adjustmentSegments, adjustmentsOf } from '../../../functions/edi/guide/adjustment-list.ts';
import type { RemittanceClaim, RemittanceLine } from '../../../functions/edi/x835/loops.ts';
import type { BilledClaim } from '../../../functions/edi/x837p/claims-of.ts';
import type { LineAdjudication, SubscriberLevel } from '../../../functions/edi/x837p/loops.ts';
import type { Office } from '../answer.ts';
import { dateOf } from '../date-of.ts';
import { decide } from '../decide.ts';
import { type ClaimOnFile, fileForwarded } from '../ledger.ts';
import { consequenceOf, type Scope } from '../matching.ts';
import { numberFor } from '../numbers.ts';
import type { PayerRules } from '../payer-rules.ts';
import type { Payout } from '../remit.ts';

/**
 * Hands a decided claim on to the payer after this one (crossover): this one says so (CLP02 19, NM1*TT), and the next one
 * decides what it never got from the submitter, under the number that the submitter gave this one.
 */
export const forward = (payer: PayerRules, payout: Payout, scope: Scope, office: Office): Payout[] => {
  const rule = consequenceOf(payer.rules, 'forward', scope);
  const decision = payout.decisions.at(-1);
  const coverage = nextCoverage(payout.onFile.billed);
  const next = office.payers.get(coverage?.payer.id ?? '');
  if (!rule || !decision || !coverage || !next) return [payout];
  const onFile = fileAt(next, payout.onFile, billedOnward(payer, payout.onFile, { coverage, decision }));
  fileForwarded(office.ledger, onFile);
  const told = { ...decision, statusCode: '19', crossoverCarrier: carrierOf(next) };
  return [
    { ...payout, decisions: [...payout.decisions.slice(0, -1), told] },
    { onFile, decisions: [decide(next, onFile, {})], afterDays: payout.afterDays + rule.afterDays },
  ];
};

/** The first of the other payers that has not decided yet (2320 without AMT*D). */
const nextCoverage = ({ claim, coverage }: BilledClaim): SubscriberLevel | undefined => {
  const next = claim.otherPayers?.find(({ paid }) => paid === undefined);
  if (next?.subscriber === undefined || next.payer === undefined) return undefined;
  const { entityType, name, firstName, middleName, suffix, idQualifier, id } = next.subscriber;
  return {
    ...coverage,
    responsibility: next.responsibility,
    claimFilingIndicator: next.claimFilingIndicator,
    subscriber: { ...coverage.subscriber, entityType, name, firstName, middleName, suffix, idQualifier, id },
    payer: { entityType: '2', name: next.payer.name, idQualifier: 'PI', id: next.payer.id },
  };
};

type Onward = { readonly coverage: SubscriberLevel; readonly decision: RemittanceClaim };

const billedOnward = (
  { payerId }: PayerRules,
  { billed, receivedAt }: ClaimOnFile,
  { coverage, decision: { lines = [] } }: Onward,
): BilledClaim => ({
  ...billed,
  coverage,
  claim: {
    ...billed.claim,
    otherPayers: [],
    lines: billed.claim.lines.map((line, index) => ({
      ...line,
      adjudications: lines.slice(index, index + 1).map((one) => told(payerId, one, dateOf(receivedAt))),
    })),
  },
});

const told = (payerId: string, line: RemittanceLine, adjudicationDate: string): LineAdjudication => ({
  payerId,
  paid: line.paid,
  procedure: line.procedure,
  units: line.units ?? 1,
  adjustments: adjustmentSegments(adjustmentsOf(line)),
  adjudicationDate,
});

const fileAt = (payer: PayerRules, from: ClaimOnFile, billed: BilledClaim): ClaimOnFile => ({
  ...from,
  payerId: payer.payerId,
  controlNumber: numberFor(payer, from.controlNumber),
  billed,
  isToldInParts: false,
  decisions: [],
});

const carrierOf = ({ name, payerId }: PayerRules): RemittanceClaim['crossoverCarrier'] => ({
  entityType: '2',
  name,
  idQualifier: 'PI',
  id: payerId,
});

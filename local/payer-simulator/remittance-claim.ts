import { adjustmentSegments } from '../../functions/edi/guide/adjustment-list.ts';
import { type Cents, negate, sum } from '../../functions/edi/money.ts';
import type { RemittanceClaim, RemittanceLine } from '../../functions/edi/x835/loops.ts';
import type { BilledClaim } from '../../functions/edi/x837p/claims-of.ts';
import type { ProfessionalServiceLine, SubscriberLevel } from '../../functions/edi/x837p/loops.ts';
import { type ClaimDecision, type LineDecision, paidFor } from './adjudicate.ts';
import { dateOf } from './date-of.ts';
import type { ClaimOnFile } from './ledger.ts';

const statusCodes: Readonly<Record<string, string>> = { P: '1', S: '2', T: '3' };

/** CLP02: who the payer is in the order of payers. Never 4, which says that the patient is unknown (RFI 1423). */
const statusCodeOf = ({ responsibility }: SubscriberLevel): string => statusCodes[responsibility] ?? '1';

const memberName = ({ subscriber }: SubscriberLevel) => {
  const { entityType, name, firstName, middleName, suffix, idQualifier, id } = subscriber;
  return { entityType, name, firstName, middleName, suffix, idQualifier, id };
};

/** The patient as NM1*QC names him; a dependent goes by the subscriber's member id. */
export const patientName = ({ coverage, dependent }: BilledClaim) => {
  const member = memberName(coverage);
  if (dependent === undefined) return member;
  const { name, firstName, middleName, suffix } = dependent.patient;
  return { ...member, entityType: '1', name, firstName, middleName, suffix };
};

/** SBR09 and CLP06 share most codes; of ours, commercial and Blue Cross stand as 12, preferred provider, in CLP06. */
const remittanceIndicators: Readonly<Record<string, string>> = { CI: '12', BL: '12' };

const patientResponsibility = (lines: readonly LineDecision[]): Cents =>
  sum(
    lines.flatMap(({ adjustments }) =>
      adjustments.filter(({ group }) => group === 'PR').map(({ amount }) => amount),
    ),
  );

/** A decision as loop 2100 of an 835 tells it. */
export const remittanceClaim = (onFile: ClaimOnFile, { lines, remarks }: ClaimDecision): RemittanceClaim => {
  const { billed, controlNumber, receivedAt } = onFile;
  const { claim, coverage, dependent } = billed;
  const owed = patientResponsibility(lines);
  const indicator = coverage.claimFilingIndicator;
  return {
    patientControlNumber: claim.patientControlNumber,
    statusCode: statusCodeOf(coverage),
    charge: sum(lines.map(({ line }) => line.charge)),
    paid: sum(lines.map(paidFor)),
    patientResponsibility: owed > 0 ? owed : undefined,
    claimFilingIndicator: remittanceIndicators[indicator ?? ''] ?? indicator,
    payerControlNumber: controlNumber,
    placeOfService: claim.placeOfService,
    frequency: claim.frequency,
    patient: patientName(billed),
    subscriber: dependent && memberName(coverage),
    outpatient: remarks.length > 0 ? { remarks: [...remarks] } : undefined,
    received: dateOf(receivedAt),
    lines: lines.map(remittanceLine),
  };
};

const remittanceLine = (decision: LineDecision): RemittanceLine => {
  const { line, adjustments, allowed, remarks } = decision;
  return {
    procedure: { ...line.procedure, description: undefined },
    charge: line.charge,
    paid: paidFor(decision),
    units: line.units,
    dates: serviceDates(line),
    adjustments: adjustmentSegments(adjustments),
    lineControlNumber: line.lineControlNumber,
    amounts: allowed === undefined ? undefined : [{ qualifier: 'B6', amount: allowed }],
    remarks: remarks.map((code) => ({ list: 'HE', code })),
  };
};

/** 472 a service of one day; 150 and 151 where one began and ended. */
const serviceDates = ({ servicePeriod: { from, through } }: ProfessionalServiceLine) =>
  through === undefined
    ? [{ qualifier: '472', date: from }]
    : [
        { qualifier: '150', date: from },
        { qualifier: '151', date: through },
      ];

const negated = (adjustments: RemittanceLine['adjustments']): RemittanceLine['adjustments'] =>
  adjustments?.map(({ group, reasons }) => ({
    group,
    reasons: reasons.map((one) => ({ ...one, amount: negate(one.amount) })),
  }));

/** Takes a former decision back: CLP02 22 and every amount with the opposite sign (835 guide, section 1.10.2.8). */
export const reversalOf = (decision: RemittanceClaim): RemittanceClaim => ({
  ...decision,
  statusCode: '22',
  charge: negate(decision.charge),
  paid: negate(decision.paid),
  patientResponsibility: undefined,
  adjustments: negated(decision.adjustments),
  lines: decision.lines?.map((line) => ({
    ...line,
    charge: negate(line.charge),
    paid: negate(line.paid),
    adjustments: negated(line.adjustments),
    amounts: undefined,
  })),
});

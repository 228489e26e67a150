import { dateOf } from '../../functions/domain/calendar.ts';
import type { ClaimAdjustment } from '../../functions/edi/adjustments.ts';
import { type Cents, negate, sum } from '../../functions/edi/money.ts';
import type { IdentifiedEntity } from '../../functions/edi/party.ts';
import type { RemittanceClaim, RemittanceLine } from '../../functions/edi/x835/remittance.ts';
import type { ProfessionalClaim } from '../../functions/edi/x837p/professional-claim.ts';
import { type ClaimDecision, type LineDecision, paidFor } from './adjudicate.ts';
import type { ClaimOnFile } from './ledger.ts';

const statusCodes: Readonly<Record<string, string>> = { P: '1', S: '2', T: '3' };

/** CLP02: who the payer is in the order of payers. Never 4, which says that the patient is unknown (RFI 1423). */
const statusCodeOf = ({ responsibility }: ProfessionalClaim): string => statusCodes[responsibility] ?? '1';

const memberEntity = (claim: ProfessionalClaim): IdentifiedEntity => {
  const { kind, name, firstName, middleName, suffix, memberId } = claim.subscriber;
  return { kind, name, firstName, middleName, suffix, idQualifier: memberId && 'MI', id: memberId };
};

/** The patient as NM1*QC names him; a dependent goes by the subscriber's member id. */
export const patientEntity = (claim: ProfessionalClaim): IdentifiedEntity => {
  const member = memberEntity(claim);
  if (claim.patient === undefined) return member;
  const { kind, name, firstName, middleName, suffix } = claim.patient;
  return { ...member, kind, name, firstName, middleName, suffix };
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
  const { claim } = onFile;
  const owed = patientResponsibility(lines);
  return {
    position: 1,
    patientControlNumber: claim.patientControlNumber,
    statusCode: statusCodeOf(claim),
    charge: sum(lines.map(({ line }) => line.charge)),
    paid: sum(lines.map(paidFor)),
    patientResponsibility: owed > 0 ? owed : undefined,
    claimFilingIndicator:
      remittanceIndicators[claim.claimFilingIndicator ?? ''] ?? claim.claimFilingIndicator,
    payerControlNumber: onFile.controlNumber,
    placeOfService: claim.placeOfService,
    frequency: claim.frequency,
    adjustments: [],
    patient: patientEntity(claim),
    subscriber: claim.patient && memberEntity(claim),
    remarks: [...remarks],
    references: [],
    dates: [{ qualifier: '050', date: dateOf(onFile.receivedAt) }],
    amounts: [],
    lines: lines.map(remittanceLine),
  };
};

const remittanceLine = (decision: LineDecision): RemittanceLine => ({
  procedure: { ...decision.line.procedure, description: undefined },
  charge: decision.line.charge,
  paid: paidFor(decision),
  units: decision.line.units,
  servicePeriod: decision.line.servicePeriod,
  adjustments: decision.adjustments,
  lineControlNumber: decision.line.lineControlNumber,
  references: [],
  amounts: decision.allowed === undefined ? [] : [{ qualifier: 'B6', amount: decision.allowed }],
  remarks: [...decision.remarks],
});

const negated = (adjustments: readonly ClaimAdjustment[]): ClaimAdjustment[] =>
  adjustments.map((one) => ({ ...one, amount: negate(one.amount) }));

/** Takes a former decision back: CLP02 22 and every amount with the opposite sign (835 guide, section 1.10.2.8). */
export const reversalOf = (decision: RemittanceClaim): RemittanceClaim => ({
  ...decision,
  statusCode: '22',
  charge: negate(decision.charge),
  paid: negate(decision.paid),
  patientResponsibility: undefined,
  adjustments: negated(decision.adjustments),
  lines: decision.lines.map((line) => ({
    ...line,
    charge: negate(line.charge),
    paid: negate(line.paid),
    adjustments: negated(line.adjustments),
    amounts: [],
  })),
});

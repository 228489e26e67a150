import { adjustmentSegments } from '../adjustments.ts';
import { formatAmount, formatDate } from '../elements.ts';
import type { ServicePeriod } from '../party.ts';
import { formatProcedure } from '../procedure.ts';
import { writeTransactionSets } from '../write-envelope.ts';
import {
  addressSegments,
  allReferenceSegments,
  amountSegments,
  contactSegments,
  entitySegments,
  referenceSegments,
} from '../write-parties.ts';
import type { SegmentValues } from '../write-segments.ts';
import { remittanceGuide } from './guide.ts';
import type {
  ProviderAdjustment,
  Remittance,
  RemittanceClaim,
  RemittanceFile,
  RemittanceLine,
  RemittancePayee,
  RemittancePayer,
} from './remittance.ts';

/** Writes an 835, one transaction set for each remittance. Throws UnwritableValue. */
export const write835 = ({ envelope, remittances }: RemittanceFile): string =>
  writeTransactionSets(envelope, remittanceGuide, remittances.map(remittanceSegments));

const remittanceSegments = (remittance: Remittance): SegmentValues[] => [
  paymentSegment(remittance),
  ['TRN', '1', remittance.traceNumber, remittance.payerIdentifier, remittance.supplementalCode],
  ...timeSegments('405', remittance.productionDate),
  ...payerSegments(remittance.payer),
  ...payeeSegments(remittance.payee),
  ...(remittance.claims.length > 0 ? [['LX', 1] as const] : []),
  ...remittance.claims.flatMap(claimSegments),
  ...remittance.providerAdjustments.map(providerAdjustmentSegment),
];

const paymentSegment = ({
  handling,
  paid,
  creditOrDebit,
  method,
  bank,
  paymentDate,
}: Remittance): SegmentValues => [
  'BPR',
  handling,
  formatAmount(paid),
  creditOrDebit,
  method,
  bank?.format,
  bank?.senderBankQualifier,
  bank?.senderBank,
  bank?.senderAccountQualifier,
  bank?.senderAccount,
  bank?.originator,
  bank?.originatorSupplement,
  bank?.receiverBankQualifier,
  bank?.receiverBank,
  bank?.receiverAccountQualifier,
  bank?.receiverAccount,
  formatDate(paymentDate),
];

const timeSegments = (qualifier: string, date: string | undefined): SegmentValues[] =>
  date === undefined ? [] : [['DTM', qualifier, formatDate(date)]];

const payerSegments = (payer: RemittancePayer): SegmentValues[] => [
  ['N1', 'PR', payer.name, payer.id === undefined ? undefined : 'XV', payer.id],
  ...addressSegments(payer.address),
  ...allReferenceSegments(payer.references),
  ...contactSegments('CX', payer.businessContact),
  ...contactSegments('BL', payer.technicalContact),
];

const payeeSegments = (payee: RemittancePayee): SegmentValues[] => [
  ['N1', 'PE', payee.name, payee.idQualifier, payee.id],
  ...addressSegments(payee.address),
  ...allReferenceSegments(payee.references),
];

const claimSegments = (claim: RemittanceClaim): SegmentValues[] => [
  [
    'CLP',
    claim.patientControlNumber,
    claim.statusCode,
    formatAmount(claim.charge),
    formatAmount(claim.paid),
    formatAmount(claim.patientResponsibility),
    claim.claimFilingIndicator,
    claim.payerControlNumber,
    claim.placeOfService,
    claim.frequency,
  ],
  ...adjustmentSegments(claim.adjustments),
  ...entitySegments('QC', claim.patient),
  ...entitySegments('IL', claim.subscriber),
  ...entitySegments('74', claim.correctedInsured),
  ...entitySegments('82', claim.renderingProvider),
  ...entitySegments('TT', claim.crossoverCarrier),
  ...entitySegments('PR', claim.correctedPriorityPayer),
  ...remarkSegments(claim.remarks),
  ...allReferenceSegments(claim.references),
  ...claim.dates.flatMap(({ qualifier, date }) => timeSegments(qualifier, date)),
  ...amountSegments(claim.amounts),
  ...claim.lines.flatMap(lineSegments),
];

const remarkSegments = (remarks: readonly string[]): SegmentValues[] =>
  remarks.length === 0 ? [] : [['MOA', undefined, undefined, ...remarks]];

const lineSegments = (line: RemittanceLine): SegmentValues[] => [
  [
    'SVC',
    formatProcedure(line.procedure),
    formatAmount(line.charge),
    formatAmount(line.paid),
    line.revenueCode,
    line.units,
    line.submittedProcedure && formatProcedure(line.submittedProcedure),
    line.submittedUnits,
  ],
  ...servicePeriodSegments(line.servicePeriod),
  ...adjustmentSegments(line.adjustments),
  ...referenceSegments('6R', line.lineControlNumber),
  ...allReferenceSegments(line.references),
  ...amountSegments(line.amounts),
  ...line.remarks.map((remark): SegmentValues => ['LQ', 'HE', remark]),
];

const servicePeriodSegments = (period: ServicePeriod | undefined): SegmentValues[] => {
  if (period === undefined) return [];
  if (period.through === undefined) return timeSegments('472', period.from);
  return [...timeSegments('150', period.from), ...timeSegments('151', period.through)];
};

const providerAdjustmentSegment = (adjustment: ProviderAdjustment): SegmentValues => [
  'PLB',
  adjustment.providerId,
  formatDate(adjustment.fiscalPeriodEnd),
  ...adjustment.adjustments.flatMap(({ reason, reference, amount }) => [
    [reason, reference],
    formatAmount(amount),
  ]),
];

import { adjustmentSegments } from '../adjustments.ts';
import { formatAmount } from '../elements.ts';
import { formatProcedure } from '../procedure.ts';
import {
  addressSegments,
  amountSegments,
  dateSegments,
  nameSegment,
  periodSegments,
  referenceSegments,
} from '../write-parties.ts';
import type { SegmentValues } from '../write-segments.ts';
import { diagnosisSegments } from './diagnoses.ts';
import type {
  Attachment,
  ClaimProvider,
  LineAdjudication,
  OtherPayer,
  ProfessionalClaim,
  ProfessionalServiceLine,
  ServiceFacility,
} from './professional-claim.ts';

/** Loop 2300 in the guide's order of segments. */
export const claimSegments = (claim: ProfessionalClaim): SegmentValues[] => [
  claimSegment(claim),
  ...claim.dates.flatMap(({ qualifier, date }) => dateSegments(qualifier, date)),
  ...claim.attachments.map(attachmentSegment),
  ...amountSegments([{ qualifier: 'F5', amount: claim.patientPaid }]),
  ...referenceSegments('9F', claim.referralNumber),
  ...referenceSegments('G1', claim.priorAuthorization),
  ...referenceSegments('F8', claim.originalReference),
  ...noteSegments(claim.note),
  ...diagnosisSegments(claim.diagnoses),
  ...providerSegments('DN', claim.referringProvider),
  ...providerSegments('82', claim.renderingProvider),
  ...facilitySegments(claim.serviceFacility),
  ...claim.otherPayers.flatMap(otherPayerSegments),
  ...claim.lines.flatMap(lineSegments),
];

const claimSegment = (claim: ProfessionalClaim): SegmentValues => {
  const untilCauses = [undefined]; // CLM10
  const untilDelayReason = Array.from({ length: 8 }, () => undefined); // CLM12 to CLM19
  const { codes = [], state } = claim.relatedCauses ?? {};
  return [
    'CLM',
    claim.patientControlNumber,
    formatAmount(claim.totalCharge),
    undefined,
    undefined,
    [claim.placeOfService, 'B', claim.frequency],
    claim.providerSignature ?? 'Y',
    claim.assignment ?? 'A',
    claim.benefitsAssigned ?? 'Y',
    claim.releaseOfInformation ?? 'Y',
    ...untilCauses,
    [codes[0], codes[1], codes[2], state],
    ...untilDelayReason,
    claim.delayReason,
  ];
};

const attachmentSegment = ({ reportType, transmission, controlNumber }: Attachment): SegmentValues => [
  'PWK',
  reportType,
  transmission,
  undefined,
  undefined,
  controlNumber === undefined ? undefined : 'AC',
  controlNumber,
];

const noteSegments = (note: string | undefined): SegmentValues[] =>
  note === undefined ? [] : [['NTE', 'ADD', note]];

/** Only a rendering provider has a specialty of its own (PRV). */
const providerSegments = (code: string, provider: ClaimProvider | undefined): SegmentValues[] => {
  if (provider === undefined) return [];
  const specialty: SegmentValues[] =
    code === '82' && provider.taxonomy !== undefined ? [['PRV', 'PE', 'PXC', provider.taxonomy]] : [];
  return [nameSegment(code, provider, { qualifier: 'XX', id: provider.npi }), ...specialty];
};

const facilitySegments = (facility: ServiceFacility | undefined): SegmentValues[] =>
  facility === undefined
    ? []
    : [
        nameSegment('77', facility, { qualifier: 'XX', id: facility.npi }),
        ...addressSegments(facility.address),
      ];

const otherPayerSegments = (other: OtherPayer): SegmentValues[] => [
  coverageSegment(other),
  ...adjustmentSegments(other.adjustments),
  ...amountSegments([
    { qualifier: 'D', amount: other.paid },
    ...(other.amounts ?? []),
    { qualifier: 'EAF', amount: other.remainingPatientLiability },
  ]),
  [
    'OI',
    undefined,
    undefined,
    other.benefitsAssigned ?? 'Y',
    undefined,
    undefined,
    other.releaseOfInformation ?? 'Y',
  ],
  nameSegment('IL', other.subscriber, { qualifier: 'MI', id: other.subscriber.memberId }),
  ...addressSegments(other.subscriber.address),
  nameSegment('PR', { kind: 'organization', name: other.name }, { qualifier: 'PI', id: other.id }),
  ...dateSegments('573', other.adjudicationDate),
  ...referenceSegments('F8', other.claimControlNumber),
];

const coverageSegment = (other: OtherPayer): SegmentValues => [
  'SBR',
  other.responsibility,
  other.relationship,
  other.groupNumber,
  other.groupName,
  other.insuranceType,
  undefined,
  undefined,
  undefined,
  other.claimFilingIndicator,
];

const lineSegments = (line: ProfessionalServiceLine): SegmentValues[] => [
  ['LX', line.lineNumber],
  [
    'SV1',
    formatProcedure(line.procedure),
    formatAmount(line.charge),
    line.unitBasis ?? 'UN',
    line.units,
    line.placeOfService,
    undefined,
    line.diagnosisPointers,
  ],
  ...periodSegments('472', line.servicePeriod),
  ...referenceSegments('6R', line.lineControlNumber),
  ...noteSegments(line.note),
  ...providerSegments('82', line.renderingProvider),
  ...providerSegments('DK', line.orderingProvider),
  ...line.adjudications.flatMap(adjudicationSegments),
];

const adjudicationSegments = (adjudication: LineAdjudication): SegmentValues[] => [
  [
    'SVD',
    adjudication.payerId,
    formatAmount(adjudication.paid),
    formatProcedure(adjudication.procedure),
    undefined,
    adjudication.units,
    adjudication.bundledLine,
  ],
  ...adjustmentSegments(adjudication.adjustments),
  ...dateSegments('573', adjudication.adjudicationDate),
  ...amountSegments([{ qualifier: 'EAF', amount: adjudication.remainingPatientLiability }]),
];

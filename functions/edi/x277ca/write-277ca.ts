import { groupBy, type Level, writeLevels } from '../hierarchy.ts';
import { controlNumberOf, creationDate, creationTime, writeTransactionSets } from '../write-envelope.ts';
import {
  dateSegments,
  entitySegment,
  entitySegments,
  periodSegments,
  referenceSegments,
} from '../write-parties.ts';
import type { SegmentValues } from '../write-segments.ts';
import { lineStatusSegments, statusSegments } from '../write-status.ts';
import type {
  ClaimAcknowledgement,
  ClaimAcknowledgementFile,
  ProviderStatus,
} from './claim-acknowledgement.ts';
import { claimAcknowledgementGuide } from './guide.ts';

/** Writes a 277CA with one transaction set; claims of the same provider stand together. Throws UnwritableValue. */
export const write277ca = (file: ClaimAcknowledgementFile): string => {
  const { envelope } = file;
  const [date, time] = [creationDate(envelope), creationTime(envelope)];
  return writeTransactionSets(envelope, claimAcknowledgementGuide, [
    [
      ['BHT', '0085', '08', controlNumberOf(envelope), date, time, 'TH'],
      ...writeLevels([{ code: '20', segments: sourceSegments(file), levels: [receiverLevel(file)] }]),
    ],
  ]);
};

const sourceSegments = (file: ClaimAcknowledgementFile): SegmentValues[] => [
  entitySegment(file.sourceEntity ?? 'PR', file.source),
  ...traceSegments('1', file.sourceTrace),
  ...dateSegments('050', file.receivedDate),
  ...dateSegments('009', file.processedDate),
];

const traceSegments = (type: string, trace: string | undefined): SegmentValues[] =>
  trace === undefined ? [] : [['TRN', type, trace]];

const receiverLevel = (file: ClaimAcknowledgementFile): Level => ({
  code: '21',
  segments: [
    entitySegment('41', file.receiver),
    ...traceSegments('2', file.batchTrace),
    ...statusSegments(file.batchStatuses),
  ],
  levels: providerGroups(file).map(providerLevel),
});

type ProviderGroup = { verdict?: ProviderStatus | undefined; claims: ClaimAcknowledgement[] };

/** Providers with claims, then those of which only a verdict on all their claims is told. */
const providerGroups = ({ claims, providerStatuses }: ClaimAcknowledgementFile): ProviderGroup[] => {
  const groups = groupBy(claims, (claim) => claim.provider).map((members): ProviderGroup => {
    const key = JSON.stringify(members[0]?.provider);
    return {
      verdict: providerStatuses.find(({ provider }) => JSON.stringify(provider) === key),
      claims: members,
    };
  });
  const told = new Set(groups.map(({ verdict }) => verdict));
  return [
    ...groups,
    ...providerStatuses.filter((one) => !told.has(one)).map((verdict) => ({ verdict, claims: [] })),
  ];
};

const providerLevel = ({ verdict, claims }: ProviderGroup): Level => ({
  code: '19',
  segments: [
    ...entitySegments('85', verdict?.provider ?? claims[0]?.provider),
    ...(verdict === undefined ? [] : traceSegments('1', verdict.trace ?? '0')),
    ...statusSegments(verdict?.statuses ?? []),
  ],
  levels: groupBy(claims, (claim) => claim.patient).flatMap(patientLevel),
});

const patientLevel = (claims: readonly ClaimAcknowledgement[]): Level[] =>
  claims.slice(0, 1).map(({ patient }) => ({
    code: 'PT',
    segments: [entitySegment('QC', patient), ...claims.flatMap(claimSegments)],
    levels: [],
    childMark: 'none',
  }));

const claimSegments = (claim: ClaimAcknowledgement): SegmentValues[] => [
  ['TRN', '2', claim.patientControlNumber],
  ...statusSegments(claim.statuses),
  ...referenceSegments('1K', claim.payerControlNumber),
  ...referenceSegments('D9', claim.clearinghouseTrace),
  ...periodSegments('472', claim.servicePeriod),
  ...claim.lines.flatMap(lineStatusSegments),
];

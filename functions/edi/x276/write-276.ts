import { type Level, nestLevels, type PartyLevel, writeLevels } from '../hierarchy.ts';
import { controlNumberOf, creationDate, creationTime, writeTransactionSets } from '../write-envelope.ts';
import {
  amountSegments,
  demographicSegments,
  entitySegments,
  nameSegment,
  periodSegments,
  referenceSegments,
} from '../write-parties.ts';
import type { SegmentValues } from '../write-segments.ts';
import { statusInquiryGuide } from './guide.ts';
import type { StatusInquiry, StatusInquiryFile } from './status-inquiry.ts';

/** Writes a 276 with one transaction set. Throws UnwritableValue. */
export const write276 = ({ envelope, inquiries }: StatusInquiryFile): string => {
  const [date, time] = [creationDate(envelope), creationTime(envelope)];
  const levels = nestLevels(inquiries, parties, (items) => items.map(subscriberLevel));
  return writeTransactionSets(envelope, statusInquiryGuide, [
    [['BHT', '0010', '13', controlNumberOf(envelope), date, time], ...writeLevels(levels)],
  ]);
};

const parties: PartyLevel<StatusInquiry>[] = [
  { code: '20', partyOf: ({ payer }) => payer, segments: ([first]) => entitySegments('PR', first?.payer) },
  {
    code: '21',
    partyOf: ({ receiver }) => receiver,
    segments: ([first]) => entitySegments('41', first?.receiver),
  },
  {
    code: '19',
    partyOf: ({ provider }) => provider,
    segments: ([first]) => entitySegments('1P', first?.provider),
  },
];

const subscriberLevel = (inquiry: StatusInquiry): Level => ({
  code: '22',
  segments: [
    ...demographicSegments(inquiry.subscriber),
    nameSegment('IL', inquiry.subscriber, { qualifier: 'MI', id: inquiry.subscriber.memberId }),
    ...(inquiry.dependent === undefined ? claimSegments(inquiry) : []),
  ],
  levels: dependentLevels(inquiry),
});

const dependentLevels = (inquiry: StatusInquiry): Level[] =>
  inquiry.dependent === undefined
    ? []
    : [
        {
          code: '23',
          segments: [
            ...demographicSegments(inquiry.dependent),
            nameSegment('QC', inquiry.dependent),
            ...claimSegments(inquiry),
          ],
          levels: [],
          childMark: 'none',
        },
      ];

const claimSegments = (inquiry: StatusInquiry): SegmentValues[] => [
  ['TRN', '1', inquiry.traceNumber],
  ...referenceSegments('1K', inquiry.payerControlNumber),
  ...referenceSegments('EJ', inquiry.patientControlNumber),
  ...amountSegments([{ qualifier: 'T3', amount: inquiry.charge }]),
  ...periodSegments('472', inquiry.servicePeriod),
];

import { type Level, nestLevels, type PartyLevel, writeLevels } from '../hierarchy.ts';
import { controlNumberOf, creationDate, creationTime, writeTransactionSets } from '../write-envelope.ts';
import {
  demographicSegments,
  entitySegments,
  nameSegment,
  periodSegments,
  referenceSegments,
} from '../write-parties.ts';
import type { SegmentValues } from '../write-segments.ts';
import type {
  EligibilityInquiry,
  EligibilityInquiryFile,
  InquiryDependent,
  InquirySubscriber,
} from './eligibility-inquiry.ts';
import { eligibilityInquiryGuide } from './guide.ts';

/** Writes a 270 with one transaction set. Throws UnwritableValue. */
export const write270 = ({ envelope, inquiries }: EligibilityInquiryFile): string => {
  const [date, time] = [creationDate(envelope), creationTime(envelope)];
  const levels = nestLevels(inquiries, parties, (items) => items.map(subscriberLevel));
  return writeTransactionSets(envelope, eligibilityInquiryGuide, [
    [['BHT', '0022', '13', controlNumberOf(envelope), date, time], ...writeLevels(levels)],
  ]);
};

const parties: PartyLevel<EligibilityInquiry>[] = [
  { code: '20', partyOf: ({ payer }) => payer, segments: ([first]) => entitySegments('PR', first?.payer) },
  {
    code: '21',
    partyOf: ({ provider }) => provider,
    segments: ([first]) => entitySegments('1P', first?.provider),
  },
];

const subscriberLevel = (inquiry: EligibilityInquiry): Level => {
  const { subscriber, dependent } = inquiry;
  if (dependent === undefined) {
    return { code: '22', segments: inquirySegments(inquiry, subscriberSegments(subscriber)), levels: [] };
  }
  return {
    code: '22',
    segments: subscriberSegments(subscriber),
    levels: [{ code: '23', segments: inquirySegments(inquiry, dependentSegments(dependent)), levels: [] }],
  };
};

/** The trace stands before the person asked about, date and question after. */
const inquirySegments = (inquiry: EligibilityInquiry, person: SegmentValues[]): SegmentValues[] => [
  ['TRN', '1', inquiry.traceNumber, inquiry.traceOriginator],
  ...person,
  ...periodSegments('291', inquiry.servicePeriod),
  ...(inquiry.serviceTypes.length === 0 ? [] : [['EQ', { repeated: inquiry.serviceTypes }] as const]),
];

const subscriberSegments = (subscriber: InquirySubscriber): SegmentValues[] => [
  nameSegment('IL', subscriber, { qualifier: 'MI', id: subscriber.memberId }),
  ...referenceSegments('6P', subscriber.groupNumber),
  ...demographicSegments(subscriber),
];

const dependentSegments = (dependent: InquiryDependent): SegmentValues[] => [
  nameSegment('03', dependent),
  ...demographicSegments(dependent),
  ...(dependent.relationship === undefined ? [] : [['INS', 'N', dependent.relationship] as const]),
];

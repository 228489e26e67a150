import { periodOf, requiredElement } from '../elements.ts';
import {
  eligibilityLoops,
  type MemberLevels,
  memberLevelsOf,
  readPayer,
  readProvider,
} from '../eligibility-loops.ts';
import type { Checked } from '../findings.ts';
import {
  type Loop,
  loopOf,
  loopsOf,
  readEach,
  readLoops,
  requiredSegment,
  segmentOf,
  segmentsOf,
} from '../loops.ts';
import { readDemographics, readName, readPartialName, referenceOf } from '../read-parties.ts';
import { elementOf, repetitionsOf } from '../segments.ts';
import { readTransactionSets, withFindings } from '../transaction-sets.ts';
import type {
  EligibilityInquiry,
  EligibilityInquiryFile,
  InquiryDependent,
  InquirySubscriber,
} from './eligibility-inquiry.ts';
import { eligibilityInquiryGuide } from './guide.ts';

/** Reads a 270; inquiries that cannot be read are left out and named by findings ("ST[1]/TRN[2]/…"). */
export const read270 = (text: string): Checked<EligibilityInquiryFile> => {
  const sets = readTransactionSets(text, eligibilityInquiryGuide);
  if (!sets.success) return sets;
  const results = sets.data.sets.map(({ set, path }) =>
    readEach(inquiriesOf(readLoops(eligibilityLoops, set.segments)), `${path}/TRN`, readInquiry),
  );
  const data = { envelope: sets.data.envelope, inquiries: results.flatMap(({ values }) => values) };
  return withFindings(data, [...sets.data.findings, ...results.flatMap(({ findings }) => findings)]);
};

/** A subscriber whose dependents are asked about is no inquiry itself, unless it carries a trace. */
const inquiriesOf = (root: Loop): MemberLevels[] =>
  memberLevelsOf(root).filter(
    ({ subscriber, dependent }) =>
      dependent !== undefined ||
      loopsOf(subscriber, '2000D').length === 0 ||
      segmentOf(subscriber, 'TRN') !== undefined,
  );

const readInquiry = ({ payer, provider, subscriber, dependent }: MemberLevels): EligibilityInquiry => {
  const trace = requiredSegment(dependent ?? subscriber, 'TRN');
  const member = dependent === undefined ? loopOf(subscriber, '2100C') : loopOf(dependent, '2100D');
  return {
    payer: readPayer(payer),
    provider: readProvider(provider),
    subscriber: readSubscriber(loopOf(subscriber, '2100C')),
    dependent: dependent && readDependent(member),
    traceNumber: requiredElement(trace, 2),
    traceOriginator: requiredElement(trace, 3),
    servicePeriod: periodOf(segmentOf(member, 'DTP', '291')),
    serviceTypes: [...loopsOf(member, '2110C'), ...loopsOf(member, '2110D')]
      .flatMap((loop) => segmentsOf(loop, 'EQ'))
      .flatMap((eq) => repetitionsOf(eq, 1)),
  };
};

const readSubscriber = (loop: Loop | undefined): InquirySubscriber => {
  const nm1 = requiredSegment(loop, 'NM1');
  return {
    ...readPartialName(nm1),
    ...readDemographics(loop),
    memberId: elementOf(nm1, 9),
    groupNumber: referenceOf(loop, '6P'),
  };
};

const readDependent = (loop: Loop | undefined): InquiryDependent => ({
  ...readName(requiredSegment(loop, 'NM1')),
  ...readDemographics(loop),
  relationship: elementOf(segmentOf(loop, 'INS'), 2),
});

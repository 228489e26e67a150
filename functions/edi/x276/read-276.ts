import {
  type ClaimStatusLevels,
  claimStatusLevelsOf,
  claimStatusLoops,
  readInquiryParties,
} from '../claim-status-levels.ts';
import { periodOf, requiredElement } from '../elements.ts';
import type { Checked } from '../findings.ts';
import { type Loop, readEach, readLoops, requiredLoop, requiredSegment, segmentOf } from '../loops.ts';
import { informationAmount } from '../read-amounts.ts';
import { readDemographics, readName, referenceOf } from '../read-parties.ts';
import { elementOf } from '../segments.ts';
import { readTransactionSets, withFindings } from '../transaction-sets.ts';
import { statusInquiryGuide } from './guide.ts';
import type { StatusInquiry, StatusInquiryFile } from './status-inquiry.ts';

/** Reads a 276; inquiries that cannot be read are left out and named by findings ("ST[1]/TRN[2]/…"). */
export const read276 = (text: string): Checked<StatusInquiryFile> => {
  const sets = readTransactionSets(text, statusInquiryGuide);
  if (!sets.success) return sets;
  const results = sets.data.sets.map(({ set, path }) =>
    readEach(claimStatusLevelsOf(readLoops(claimStatusLoops, set.segments)), `${path}/TRN`, readInquiry),
  );
  const data = { envelope: sets.data.envelope, inquiries: results.flatMap(({ values }) => values) };
  return withFindings(data, [...sets.data.findings, ...results.flatMap(({ findings }) => findings)]);
};

const readInquiry = (levels: ClaimStatusLevels): StatusInquiry => {
  const { subscriber, dependent, claim } = levels;
  return {
    ...readInquiryParties(levels),
    subscriber: readSubscriber(subscriber),
    dependent: dependent && readDependent(dependent),
    traceNumber: requiredElement(requiredSegment(claim, 'TRN'), 2),
    payerControlNumber: referenceOf(claim, '1K'),
    patientControlNumber: referenceOf(claim, 'EJ'),
    charge: informationAmount(claim, 'T3'),
    servicePeriod: periodOf(segmentOf(claim, 'DTP', '472')),
  };
};

/** In the 276 the DMG stands before the NM1, in the level itself. */
const readSubscriber = (level: Loop): StatusInquiry['subscriber'] => {
  const nm1 = requiredSegment(requiredLoop(level, '2100D'), 'NM1');
  return { ...readName(nm1), ...readDemographics(level), memberId: elementOf(nm1, 9) };
};

const readDependent = (level: Loop): StatusInquiry['dependent'] => ({
  ...readName(requiredSegment(requiredLoop(level, '2100E'), 'NM1')),
  ...readDemographics(level),
});

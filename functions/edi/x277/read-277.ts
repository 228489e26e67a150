import {
  type ClaimStatusLevels,
  claimStatusLevelsOf,
  claimStatusLoops,
  providerLevelsOf,
  readInquiryParties,
  readPayer,
  readReceiver,
} from '../claim-status-levels.ts';
import { periodOf, requiredElement } from '../elements.ts';
import type { Checked } from '../findings.ts';
import {
  type Loop,
  loopsOf,
  readEach,
  readLoops,
  requiredLoop,
  requiredSegment,
  segmentOf,
} from '../loops.ts';
import { readName, referenceOf } from '../read-parties.ts';
import { readLineStatus, readStatuses } from '../read-status.ts';
import { elementOf } from '../segments.ts';
import { readTransactionSets, withFindings } from '../transaction-sets.ts';
import { statusResponseGuide } from './guide.ts';
import type { StatusRefusal, StatusResponse, StatusResponseFile } from './status-response.ts';

/** Reads a 277; answers that cannot be read are left out and named by findings ("ST[1]/TRN[2]/…"). */
export const read277 = (text: string): Checked<StatusResponseFile> => {
  const sets = readTransactionSets(text, statusResponseGuide);
  if (!sets.success) return sets;
  const roots = sets.data.sets.map(({ set, path }) => ({
    root: readLoops(claimStatusLoops, set.segments),
    path,
  }));
  const responses = roots.map(({ root, path }) =>
    readEach(claimStatusLevelsOf(root), `${path}/TRN`, readResponse),
  );
  const refusals = roots.map(({ root, path }) =>
    readEach(refusalReadersOf(root), `${path}/HL`, (read) => read()),
  );
  const data = {
    envelope: sets.data.envelope,
    responses: responses.flatMap(({ values }) => values),
    refusals: refusals.flatMap(({ values }) => values),
  };
  const findings = [...responses, ...refusals].flatMap((result) => result.findings);
  return withFindings(data, [...sets.data.findings, ...findings]);
};

const readResponse = (levels: ClaimStatusLevels): StatusResponse => {
  const { subscriber, dependent, claim } = levels;
  const nm1 = requiredSegment(requiredLoop(subscriber, '2100D'), 'NM1');
  return {
    ...readInquiryParties(levels),
    subscriber: { ...readName(nm1), memberId: elementOf(nm1, 9) },
    dependent: dependent && readName(requiredSegment(requiredLoop(dependent, '2100E'), 'NM1')),
    traceNumber: requiredElement(requiredSegment(claim, 'TRN'), 2),
    statuses: readStatuses(claim),
    payerControlNumber: referenceOf(claim, '1K'),
    patientControlNumber: referenceOf(claim, 'EJ'),
    servicePeriod: periodOf(segmentOf(claim, 'DTP', '472')),
    lines: [...loopsOf(claim, '2220D'), ...loopsOf(claim, '2220E')].map(readLineStatus),
  };
};

/** A trace at the receiver's or the provider's level answers for everything asked below it. */
const refusalReadersOf = (root: Loop): (() => StatusRefusal)[] => [
  ...loopsOf(root, '2000A').flatMap((payer) =>
    loopsOf(payer, '2000B').flatMap((receiver) =>
      loopsOf(receiver, '2200B').map((trace) => () => ({
        level: 'receiver' as const,
        payer: readPayer(payer),
        receiver: readReceiver(receiver),
        ...readVerdict(trace),
      })),
    ),
  ),
  ...providerLevelsOf(root).flatMap((levels) =>
    loopsOf(levels.provider, '2200C').map((trace) => () => ({
      level: 'provider' as const,
      ...readInquiryParties(levels),
      ...readVerdict(trace),
    })),
  ),
];

const readVerdict = (trace: Loop) => ({
  traceNumber: requiredElement(requiredSegment(trace, 'TRN'), 2),
  statuses: readStatuses(trace),
});

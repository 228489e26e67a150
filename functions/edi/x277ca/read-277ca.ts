import { attempt, dateOf, periodOf, requiredElement } from '../elements.ts';
import type { Checked } from '../findings.ts';
import {
  type Loop,
  loopOf,
  loopsOf,
  readEach,
  readLoops,
  requiredLoop,
  requiredSegment,
  segmentOf,
} from '../loops.ts';
import { readEntity, readEntityOf, referenceOf } from '../read-parties.ts';
import { readLineStatus, readStatuses } from '../read-status.ts';
import { elementOf } from '../segments.ts';
import { readTransactionSets, withFindings } from '../transaction-sets.ts';
import type {
  ClaimAcknowledgement,
  ClaimAcknowledgementFile,
  ProviderStatus,
} from './claim-acknowledgement.ts';
import { claimAcknowledgementGuide, claimAcknowledgementLoops } from './guide.ts';

/**
 * Reads a 277CA. Claims that cannot be read are left out and named by findings ("ST[1]/TRN[2]/…"); a file of
 * several sets keeps the source and the receiver of the first.
 */
export const read277ca = (text: string): Checked<ClaimAcknowledgementFile> => {
  const sets = readTransactionSets(text, claimAcknowledgementGuide);
  if (!sets.success) return sets;
  const roots = sets.data.sets.map(({ set, path }) => ({
    root: readLoops(claimAcknowledgementLoops, set.segments),
    path,
  }));
  const header = attempt('ST[1]', () => readHeader(roots[0]?.root));
  if (!header.success) return { success: false, findings: [...sets.data.findings, ...header.findings] };
  const providers = roots.map(({ root, path }) =>
    readEach(providersOf(root), `${path}/HL19`, readProviderStatus),
  );
  const claims = roots.map(({ root, path }) => readEach(claimLoopsOf(root), `${path}/TRN`, readClaim));
  const data = {
    envelope: sets.data.envelope,
    ...header.data,
    providerStatuses: providers.flatMap(({ values }) => values).filter(({ statuses }) => statuses.length > 0),
    claims: claims.flatMap(({ values }) => values),
  };
  return withFindings(data, [
    ...sets.data.findings,
    ...[...providers, ...claims].flatMap(({ findings }) => findings),
  ]);
};

const readHeader = (root: Loop | undefined) => {
  const source = loopOf(root, '2000A');
  const receiver = loopOf(source, '2000B');
  const name = requiredSegment(requiredLoop(source, '2100A'), 'NM1');
  const receipt = loopOf(source, '2200A');
  const batch = loopOf(receiver, '2200B');
  return {
    source: readEntity(name),
    sourceEntity: elementOf(name, 1),
    sourceTrace: elementOf(segmentOf(receipt, 'TRN'), 2),
    receivedDate: dateOf(segmentOf(receipt, 'DTP', '050'), 3),
    processedDate: dateOf(segmentOf(receipt, 'DTP', '009'), 3),
    receiver: readEntity(requiredSegment(requiredLoop(receiver, '2100B'), 'NM1')),
    batchTrace: elementOf(segmentOf(batch, 'TRN'), 2),
    batchStatuses: readStatuses(batch),
  };
};

const providersOf = (root: Loop): Loop[] =>
  loopsOf(root, '2000A')
    .flatMap((source) => loopsOf(source, '2000B'))
    .flatMap((receiver) => loopsOf(receiver, '2000C'));

const readProviderStatus = (provider: Loop): ProviderStatus => {
  const trace = loopOf(provider, '2200C');
  return {
    provider: readEntity(requiredSegment(requiredLoop(provider, '2100C'), 'NM1')),
    trace: elementOf(segmentOf(trace, 'TRN'), 2),
    statuses: readStatuses(trace),
  };
};

type ClaimLoops = { provider: Loop; patient: Loop; claim: Loop };

/** One patient may have several claims, each with a loop 2200D of its own. */
const claimLoopsOf = (root: Loop): ClaimLoops[] =>
  providersOf(root).flatMap((provider) =>
    loopsOf(provider, '2000D').flatMap((patient) =>
      loopsOf(patient, '2200D').map((claim) => ({ provider, patient, claim })),
    ),
  );

const readClaim = ({ provider, patient, claim }: ClaimLoops): ClaimAcknowledgement => ({
  provider: readEntityOf(loopOf(provider, '2100C')),
  patient: readEntity(requiredSegment(requiredLoop(patient, '2100D'), 'NM1')),
  patientControlNumber: requiredElement(requiredSegment(claim, 'TRN'), 2),
  statuses: readStatuses(claim),
  payerControlNumber: referenceOf(claim, '1K'),
  clearinghouseTrace: referenceOf(claim, 'D9'),
  servicePeriod: periodOf(segmentOf(claim, 'DTP', '472')),
  lines: loopsOf(claim, '2220D').map(readLineStatus),
});

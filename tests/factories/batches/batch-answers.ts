import { post999 } from '../../../functions/acknowledgements/post-acknowledgements.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import type { Finding } from '../../../functions/domain/finding.ts';
import { writeSets } from '../../../functions/edi/sets.ts';
import { implementationAcknowledgementGuide } from '../../../functions/edi/x999/guide.ts';
import type {
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from '../../../functions/edi/x999/loops.ts';
import { header } from '../../edi/material/interchange-headers.ts';
import { payers } from '../payers.ts';
import { received } from '../posting-records.ts';
import { type BatchWorld, batchWorld } from './batch-world.ts';
import { type Batching, practiceThatBatches } from './batching.ts';

export const worldOf = (claims: readonly Claim[], batching: Batching = {}): BatchWorld =>
  batchWorld(claims, { practice: practiceThatBatches(batching), payers });

export const a999 = (
  sets: TransactionSetAcknowledgement[] | undefined,
  status: string,
  groupControlNumber = '4711',
): string =>
  writeSets(header(), implementationAcknowledgementGuide, [
    {
      functionalId: 'HC',
      groupControlNumber,
      version: '005010X222A1',
      ...(sets && { transactionSets: sets }),
      status,
      includedSets: 1,
      receivedSets: 1,
      acceptedSets: status === 'R' ? 0 : 1,
    } satisfies ImplementationAcknowledgement,
  ]);

export const refused = (
  segmentErrors?: SegmentError[],
  change: Partial<TransactionSetAcknowledgement> = {},
): TransactionSetAcknowledgement => ({
  transaction: '837',
  controlNumber: '000004711',
  status: 'R',
  errorCodes: ['5'],
  ...(segmentErrors && { segmentErrors }),
  ...change,
});

export const post = (world: BatchWorld, text: string): Promise<Finding[]> =>
  post999(received(text), world.posting);

/** Where the n-th segment of a kind stands in a set, counted as 999s count. */
export const positionOf = (text: string, pattern: RegExp, nth = 1): number => {
  const segments = text.slice(text.indexOf('ST*')).split('\n');
  return segments.flatMap((segment, index) => (pattern.test(segment) ? [index + 1] : []))[nth - 1] ?? 0;
};

export const idsOf = ({ records }: BatchWorld): string[] => [...records.claims.keys()];

export const statusesOf = ({ records }: BatchWorld): string[] =>
  [...records.claims.values()].map(({ status, submissions }) => `${status} ${submissions.length}`);

export const naming = (number: string): SegmentError => ({
  segmentId: 'HI',
  position: 23,
  loop: '2300',
  code: '8',
  contexts: [{ identifications: [{ name: 'CLM01', value: number }] }],
});

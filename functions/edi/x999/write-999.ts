import { writeTransactionSets } from '../write-envelope.ts';
import type { SegmentValues } from '../write-segments.ts';
import { implementationAcknowledgementGuide } from './guide.ts';
import type {
  ElementError,
  ErrorContext,
  ImplementationAcknowledgement,
  ImplementationAcknowledgementFile,
  SegmentError,
  TransactionSetAcknowledgement,
} from './implementation-acknowledgement.ts';

/** Writes a 999, one set for each functional group that it acknowledges. Throws UnwritableValue. */
export const write999 = ({ envelope, acknowledgements }: ImplementationAcknowledgementFile): string =>
  writeTransactionSets(
    envelope,
    implementationAcknowledgementGuide,
    acknowledgements.map(acknowledgementSegments),
  );

const acknowledgementSegments = (group: ImplementationAcknowledgement): SegmentValues[] => [
  ['AK1', group.functionalId, group.groupControlNumber, group.version],
  ...group.transactionSets.flatMap(transactionSetSegments),
  ['AK9', group.status, group.includedSets, group.receivedSets, group.acceptedSets, ...group.errorCodes],
];

const transactionSetSegments = (set: TransactionSetAcknowledgement): SegmentValues[] => [
  ['AK2', set.transaction, set.controlNumber, set.version],
  ...set.segmentErrors.flatMap(segmentErrorSegments),
  ['IK5', set.status, ...set.errorCodes],
];

const segmentErrorSegments = (error: SegmentError): SegmentValues[] => [
  ['IK3', error.segmentId, error.position, error.loop, error.code],
  ...error.contexts.map(contextSegment),
  ...error.elementErrors.flatMap(elementErrorSegments),
];

const elementErrorSegments = (error: ElementError): SegmentValues[] => [
  [
    'IK4',
    [error.element, error.component, error.repetition],
    error.referenceNumber,
    error.code,
    error.badValue,
  ],
  ...error.contexts.map(contextSegment),
];

const contextSegment = (context: ErrorContext): SegmentValues => [
  'CTX',
  [context.name, context.value],
  context.segmentId,
  context.position,
  context.loop,
  [context.element, context.component],
];

import { minuteOf, writeInterchange } from '../write-envelope.ts';
import type { SegmentValues } from '../write-segments.ts';
import type {
  InterchangeAcknowledgement,
  InterchangeAcknowledgementFile,
} from './interchange-acknowledgement.ts';

/** Writes an interchange of TA1 segments and no group. Throws UnwritableValue. */
export const writeTa1 = ({ envelope, acknowledgements }: InterchangeAcknowledgementFile): string =>
  writeInterchange(envelope, acknowledgements.map(acknowledgementSegment));

const acknowledgementSegment = (acknowledgement: InterchangeAcknowledgement): SegmentValues => {
  const minute = minuteOf(acknowledgement.interchangeCreatedAt);
  const controlNumber = String(acknowledgement.controlNumber).padStart(9, '0');
  return [
    'TA1',
    controlNumber,
    minute.slice(2, 8),
    minute.slice(8),
    acknowledgement.code,
    acknowledgement.note,
  ];
};

import { MalformedElement, requiredCount, requiredElement } from '../elements.ts';
import { readInstant, readInterchange } from '../envelope.ts';
import type { Checked } from '../findings.ts';
import { readEach } from '../loops.ts';
import type { Segment } from '../segments.ts';
import { withFindings } from '../transaction-sets.ts';
import type {
  InterchangeAcknowledgement,
  InterchangeAcknowledgementFile,
} from './interchange-acknowledgement.ts';

/** Reads the TA1 segments of an interchange; fails when it has none. */
export const readTa1 = (text: string): Checked<InterchangeAcknowledgementFile> => {
  const interchange = readInterchange(text);
  if (!interchange.success) return interchange;
  const { header, acknowledgements: segments } = interchange.data;
  const { values, findings } = readEach(segments, 'TA1', readAcknowledgement);
  const all = [...(interchange.findings ?? []), ...findings];
  if (segments.length > 0) return withFindings({ envelope: header, acknowledgements: values }, all);
  return {
    success: false,
    findings: [...all, { code: 'TA105-024', path: 'TA1', detail: 'The file holds no TA1' }],
  };
};

const readAcknowledgement = (ta1: Segment): InterchangeAcknowledgement => {
  const createdAt = readInstant(`20${requiredElement(ta1, 2)}`, requiredElement(ta1, 3));
  if (createdAt === undefined)
    throw new MalformedElement('IK403-8', 'TA102', 'The date or the time is not valid');
  return {
    controlNumber: requiredCount(ta1, 1),
    interchangeCreatedAt: createdAt,
    code: requiredElement(ta1, 4),
    note: requiredElement(ta1, 5),
  };
};

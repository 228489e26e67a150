import { standardDelimiters } from './delimiters.ts';
import type { InterchangeHeader } from './interchange-header.ts';
import { isWritable, type SegmentValues, UnwritableValue, writeSegments } from './write-segments.ts';

/** What the sets of a file have in common: ST01, GS01 and the version of ST03 and GS08. */
export type TransactionGuide = {
  readonly transaction: string; // ST01: "837"
  readonly functionalId: string; // GS01: "HC"
  readonly version: string; // ST03, GS08: "005010X222A1"
  readonly versionInHeader?: false; // the 835 has no ST03
};

const pad = (value: string, width: number): string => value.padEnd(width);

const identifier = (value: string, element: string): string => {
  if (value.trim() === '' || value.length > 15 || !isWritable(value)) {
    throw new UnwritableValue(element, 'an id has one to fifteen characters and no delimiter');
  }
  return pad(value, 15);
};

const qualifier = (value = 'ZZ', element: string): string => {
  if (!/^[A-Z0-9]{2}$/.test(value)) throw new UnwritableValue(element, 'a qualifier has two characters');
  return value;
};

/** "2026-03-02T09:30:00Z" → "202603020930", in UTC. */
export const minuteOf = (createdAt: string): string => {
  const time = Date.parse(createdAt);
  if (Number.isNaN(time)) throw new UnwritableValue('ISA09', 'the time of creation is not an instant');
  return new Date(time).toISOString().slice(0, 16).replace(/\D/g, '');
};

export const creationDate = (header: InterchangeHeader): string => minuteOf(header.createdAt).slice(0, 8);

export const creationTime = (header: InterchangeHeader): string => minuteOf(header.createdAt).slice(8);

export const controlNumberOf = ({ controlNumber }: InterchangeHeader): string => {
  if (!Number.isInteger(controlNumber) || controlNumber < 1 || controlNumber > 999_999_999) {
    throw new UnwritableValue('ISA13', 'a control number has one to nine digits');
  }
  return String(controlNumber).padStart(9, '0');
};

/** The ISA has fixed widths, so its padding must survive: it is joined here, not by the segment writer. */
const isaLine = (header: InterchangeHeader): string => {
  const { element, repetition, component, segment } = standardDelimiters;
  const fixed = ['ISA', '00', pad('', 10), '00', pad('', 10)];
  const parties = [
    qualifier(header.senderQualifier, 'ISA05'),
    identifier(header.senderId, 'ISA06'),
    qualifier(header.receiverQualifier, 'ISA07'),
    identifier(header.receiverId, 'ISA08'),
  ];
  const stamp = [
    creationDate(header).slice(2),
    creationTime(header),
    repetition,
    '00501',
    controlNumberOf(header),
  ];
  return `${[...fixed, ...parties, ...stamp, '0', header.usage, component].join(element)}${segment}\n`;
};

/** Wraps segments that need no group, such as TA1, in ISA and IEA. Throws UnwritableValue. */
export const writeInterchange = (header: InterchangeHeader, segments: SegmentValues[], groups = 0): string =>
  isaLine(header) +
  writeSegments([...segments, ['IEA', groups, controlNumberOf(header)]], standardDelimiters);

/** Wraps the bodies of transaction sets in ST/SE, GS/GE and ISA/IEA; sets are numbered from 0001. Throws UnwritableValue. */
export const writeTransactionSets = (
  header: InterchangeHeader,
  guide: TransactionGuide,
  bodies: readonly SegmentValues[][],
): string => {
  const groupNumber = String(header.controlNumber);
  const [date, time] = [creationDate(header), creationTime(header)];
  const gs = [
    'GS',
    guide.functionalId,
    header.senderId,
    header.receiverId,
    date,
    time,
    groupNumber,
    'X',
  ] as const;
  const sets = bodies.flatMap((body, index) => wrapSet(guide, body, index + 1));
  return writeInterchange(header, [[...gs, guide.version], ...sets, ['GE', bodies.length, groupNumber]], 1);
};

const wrapSet = (guide: TransactionGuide, body: SegmentValues[], number: number): SegmentValues[] => {
  const controlNumber = String(number).padStart(4, '0');
  const version = guide.versionInHeader === false ? undefined : guide.version;
  return [['ST', guide.transaction, controlNumber, version], ...body, ['SE', body.length + 2, controlNumber]];
};

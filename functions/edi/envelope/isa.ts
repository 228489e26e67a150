import type { Checked } from '../findings.ts';
import { toBytes } from '../text/bytes.ts';
import { dayOf } from '../text/days.ts';
import { type Delimiters, readDelimiters } from '../text/delimiters.ts';
import { UnwritableValue } from '../text/segment-writer.ts';
import type { InterchangeHeader } from './interchange-header.ts';

/** ISA has a fixed width (X12.5): 105 characters and the segment terminator. */
export const isaLength = 106;

export type ReadIsa = { header: InterchangeHeader; delimiters: Delimiters };

const fault = (code: string, path: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, level: 1, path, detail }],
});

/** Date and time of an envelope as an instant: X12 names no zone, so that it is read as if it were in UTC. */
export const instantOf = (date: string, time: string): string | undefined => {
  const day = date.length === 8 ? dayOf(toBytes(date), 0) : undefined;
  if (day === undefined || !/^([01]\d|2[0-3])[0-5]\d/.test(time)) return undefined;
  return `${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:00.000Z`;
};

const digits = (text: string): number | undefined => (/^\d{9}$/.test(text) ? Number(text) : undefined);

/** Reads the first 106 characters of an interchange; findings carry the codes of TA105. */
export const readIsa = (text: string): Checked<ReadIsa> => {
  const delimiters = readDelimiters(text);
  if (!delimiters.success) return delimiters;
  const elements = text.slice(0, isaLength - 1).split(delimiters.data.element);
  const at = (place: number): string => (elements[place] ?? '').trim();
  const controlNumber = digits(at(13));
  const createdAt = instantOf(`20${at(9)}`, at(10));
  const usage = at(15);
  if (controlNumber === undefined)
    return fault('TA105-018', 'ISA13', 'The control number is not nine digits');
  if (createdAt === undefined) return fault('TA105-014', 'ISA09', 'The date or the time is not valid');
  if (usage !== 'P' && usage !== 'T')
    return fault('TA105-020', 'ISA15', 'The usage indicator is neither P nor T');
  const header = {
    senderQualifier: at(5),
    senderId: at(6),
    receiverQualifier: at(7),
    receiverId: at(8),
    controlNumber,
    createdAt,
    usage,
  } as const;
  return { success: true, data: { header, delimiters: delimiters.data } };
};

const identifier = (value: string, element: string): string => {
  if (value.trim() === '' || value.length > 15 || /[\p{Cc}*:~^]/u.test(value)) {
    throw new UnwritableValue(element, 'an id has one to fifteen characters and no delimiter');
  }
  return value.padEnd(15);
};

const qualifier = (value = 'ZZ', element: string): string => {
  if (!/^[A-Z0-9]{2}$/.test(value)) throw new UnwritableValue(element, 'a qualifier has two characters');
  return value;
};

/** How far the clock that an instant names is ahead of UTC, in milliseconds: none for "Z". */
const offsetOf = (instant: string): number => {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(instant) ?? [];
  return (sign === '-' ? -60_000 : 60_000) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
};

/** "2026-03-02T09:30:00Z", and "2026-03-02T09:30:00-05:00" as well → "202603020930": what the sender's clock shows. */
export const minuteOf = (createdAt: string): string => {
  const shown = new Date(Date.parse(createdAt) + offsetOf(createdAt));
  if (Number.isNaN(shown.getTime()))
    throw new UnwritableValue('ISA09', 'the time of creation is not an instant');
  return shown.toISOString().slice(0, 16).replace(/\D/g, '');
};

export const controlNumberOf = (controlNumber: number): string => {
  if (!Number.isInteger(controlNumber) || controlNumber < 0 || controlNumber > 999_999_999) {
    throw new UnwritableValue('ISA13', 'a control number has one to nine digits');
  }
  return String(controlNumber).padStart(9, '0');
};

/** The ISA with its fixed widths, without the terminator. Throws UnwritableValue. */
export const writeIsa = (header: InterchangeHeader, delimiters: Delimiters): string => {
  const minute = minuteOf(header.createdAt);
  return [
    'ISA',
    '00',
    ' '.repeat(10),
    '00',
    ' '.repeat(10),
    qualifier(header.senderQualifier, 'ISA05'),
    identifier(header.senderId, 'ISA06'),
    qualifier(header.receiverQualifier, 'ISA07'),
    identifier(header.receiverId, 'ISA08'),
    minute.slice(2, 8),
    minute.slice(8),
    delimiters.repetition === '\u0000' ? 'U' : delimiters.repetition,
    '00501',
    controlNumberOf(header.controlNumber),
    '0',
    header.usage,
    delimiters.component,
  ].join(delimiters.element);
};

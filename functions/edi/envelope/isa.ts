import type { Checked, Finding } from '../findings.ts';
import { toBytes } from '../text/bytes.ts';
import { dayOf } from '../text/days.ts';
import { cutIsa, type Delimiters, type IsaText, isaLength, isaWidths } from '../text/delimiters.ts';
import { UnwritableValue } from '../text/segment-writer.ts';
import type { InterchangeHeader } from './interchange-header.ts';

export type ReadIsa = {
  readonly header: InterchangeHeader;
  readonly delimiters: Delimiters;
  readonly length: number; // with its terminator
};

const fault = (code: string, path: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, level: 1, path, detail }],
});

/** Date and time of an envelope as an instant: X12 names no zone, so that it is read as if it were in UTC. */
export const instantOf = (date: string, time: string): string | undefined => {
  const day = date.length === 8 ? dayOf(toBytes(date), 0) : undefined;
  if (day === undefined || !isTimeOfDay(time)) return undefined;
  return `${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:00.000Z`;
};

const isTimeOfDay = (time: string): boolean => /^([01]\d|2[0-3])[0-5]\d/.test(time);

/** The century is left out of dates of six digits; some senders have it nevertheless. */
export const withCentury = (date: string): string => (date.length === 8 ? date : `20${date}`);

/** TA105 for what is wrong with each of the sixteen elements; what has no code of its own is invalid content. */
const codes = '010 011 012 013 005 006 007 008 014 015 024 017 018 019 020 027'.split(' ');

const two = (value: number): string => String(value).padStart(2, '0');

/** Something that is not as X12 has it and was read nevertheless: it costs nothing. */
const oddity = (place: number, detail: string): Finding => ({
  code: `TA105-${codes[place - 1]}`,
  level: 2,
  path: `ISA${two(place)}`,
  detail,
});

/** What was said of an ISA when its widths were wrong: which of them, how wide it is, and how wide it has to be. */
const oddWidths = ({ elements, length }: IsaText): Finding[] => {
  const odd = elements.flatMap((element, index) => {
    const width = isaWidths[index];
    const name = `ISA${two(index + 1)}`;
    return element.length === width
      ? []
      : [oddity(index + 1, `${name} is ${element.length} characters wide; it has to be ${width}`)];
  });
  if (odd.length > 0 || length === isaLength) return odd;
  const detail = `Spaces stand before the terminator: the ISA is ${length} characters wide; it has to be ${isaLength}`;
  return [{ code: 'TA105-004', level: 2, path: 'ISA', detail }];
};

const oddDate = (date: string, time: string): Finding[] => {
  if (instantOf(withCentury(date), time) !== undefined) return [];
  return isTimeOfDay(time)
    ? [oddity(9, 'The date of the interchange is not valid; it has to be six digits, YYMMDD')]
    : [oddity(10, 'The time of the interchange is not valid; it has to be four digits, HHMM')];
};

/**
 * Reads the ISA that the text begins with; findings carry the codes of TA105. One whose elements are not as wide as they
 * should be is read where it can mean one thing only.
 */
export const readIsa = (text: string): Checked<ReadIsa> => {
  const cut = cutIsa(text);
  if (!cut.success) return cut;
  const { elements, delimiters, length } = cut.data;
  const at = (place: number): string => (elements[place - 1] ?? '').trim();
  const usage = at(15).toUpperCase();
  if (!/^\d{1,9}$/.test(at(13)))
    return fault('TA105-018', 'ISA13', 'The control number is not nine digits wide');
  if (usage !== 'P' && usage !== 'T')
    return fault('TA105-020', 'ISA15', 'The usage indicator is neither P nor T');
  const header = {
    senderQualifier: at(5),
    senderId: at(6),
    receiverQualifier: at(7),
    receiverId: at(8),
    controlNumber: Number(at(13)),
    createdAt: instantOf(withCentury(at(9)), at(10)),
    usage,
  } as const;
  const findings = [
    ...oddWidths(cut.data),
    ...oddDate(at(9), at(10)),
    ...(at(13).length < 9 && elements[12]?.length === 9
      ? [oddity(13, `ISA13 has ${at(13).length} of its digits; it has to be nine digits wide`)]
      : []),
    ...(usage === at(15) ? [] : [oddity(15, 'The usage indicator is a small letter')]),
  ];
  return {
    success: true,
    data: { header, delimiters, length },
    ...(findings.length > 0 && { findings }),
  };
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
export const minuteOf = (createdAt: string | undefined): string => {
  if (createdAt === undefined) throw new UnwritableValue('ISA09', 'the time of creation is not known');
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

import { type Cents, cents } from '../money.ts';
import type { ServicePeriod } from '../service-period.ts';
import { plainAmount, withoutLeadingZeros, withoutTrailingZeros } from './amounts.ts';
import { byteAt } from './bytes.ts';
import { dayOf } from './days.ts';
import { addFault } from './faults.ts';
import { packText } from './pack.ts';
import type { Scanner } from './scanner.ts';
import { isPadded, isSpecial } from './segment-cutter.ts';
import { shortText } from './short-texts.ts';
import { isTime } from './times.ts';

// Values of the segment that a scanner stands on: in an element, or between two offsets, for the element or the
// component given. What they cannot be is a fault; what we would write otherwise makes the segment an altered one.

const space = 32;
const del = 127;
const zero = 48;
const nine = 57;
const minus = 45;

const dayFormat = packText('D8');
const periodFormat = packText('RD8');

/** The text between two offsets, without the spaces that pad it. */
export const readText = (scanner: Scanner, from: number, to: number): string | undefined => {
  if (to <= from) return undefined;
  const { text, bytes, flags } = scanner;
  if ((flags & isSpecial) !== 0 && isUnwritable(scanner, from, to)) scanner.altered = true;
  if ((flags & isPadded) !== 0 && byteAt(bytes, to - 1) === space) return trimmed(scanner, from, to);
  return to - from <= 3 ? shortText(text, bytes, from, to) : text.slice(from, to);
};

/** Whether a text holds what only the file itself may put there: a separator of parts, or a control character. */
const isUnwritable = ({ bytes, component, repetition }: Scanner, from: number, to: number): boolean => {
  for (let index = from; index < to; index += 1) {
    const byte = byteAt(bytes, index);
    if (byte < space || byte === component || byte === repetition || byte === del) return true;
  }
  return false;
};

/** Where a value ends without the spaces that pad it; those of numbers and dates are rare, and looked for when one is odd. */
const unpadded = (scanner: Scanner, from: number, to: number): number => {
  let end = to;
  if ((scanner.flags & isPadded) !== 0)
    while (end > from && byteAt(scanner.bytes, end - 1) === space) end -= 1;
  if (end < to) scanner.altered = true;
  return end;
};

const trimmed = (scanner: Scanner, from: number, to: number): string | undefined => {
  scanner.altered = true;
  return scanner.text.slice(from, to).trimEnd() || undefined;
};

export const textAt = (scanner: Scanner, place: number): string | undefined =>
  place > scanner.count ? undefined : readText(scanner, scanner.startOf(place), scanner.endOf(place));

/** Dollars as whole cents. Ten digits are more than any amount needs (HIPAA guides, appendix B). */
export const readMoney = (
  scanner: Scanner,
  from: number,
  padded: number,
  place: number,
  component?: number,
): Cents | undefined => {
  const to = unpadded(scanner, from, padded);
  if (to <= from) return undefined;
  const { bytes } = scanner;
  const isNegative = byteAt(bytes, from) === minus;
  const unsigned = isNegative ? from + 1 : from;
  const first = withoutLeadingZeros(bytes, unsigned, to);
  const last = withoutTrailingZeros(bytes, first, to);
  const amount =
    plainAmount(bytes, first, last) ??
    unusualAmount(scanner, scanner.text.slice(first, last), place, component);
  if (amount === undefined) return undefined;
  if (first > unsigned || last < to || (isNegative && amount === 0)) scanner.altered = true;
  return cents(isNegative ? -amount : amount);
};

const unusualAmount = (
  scanner: Scanner,
  text: string,
  place: number,
  component: number | undefined,
): number | undefined => {
  const [all, dollars = '', decimals = ''] = /^(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (all === undefined || dollars + decimals === '')
    return malformed(scanner, 'This is not an amount', place, component);
  if (dollars.length > 10) return tooLong(scanner, place, component);
  if (decimals.length > 2) return malformed(scanner, 'An amount has at most two decimals', place, component);
  if (dollars === '') scanner.altered = true;
  return Number(dollars + decimals.padEnd(2, '0'));
};

/** A decimal number. */
export const readQuantity = (
  scanner: Scanner,
  from: number,
  to: number,
  place: number,
  component?: number,
): number | undefined => {
  if (to <= from) return undefined;
  const digit = byteAt(scanner.bytes, from) - zero;
  if (to - from === 1 && digit >= 0 && digit <= 9) return digit;
  const end = unpadded(scanner, from, to);
  return end === from ? undefined : decimal(scanner, scanner.text.slice(from, end), place, component);
};

const decimal = (
  scanner: Scanner,
  text: string,
  place: number,
  component: number | undefined,
): number | undefined => {
  if (!/^-?(\d{1,15}(\.\d*)?|\.\d+)$/.test(text))
    return malformed(scanner, 'This is not a number', place, component);
  const value = Number(text) + 0;
  if (String(value) !== text) scanner.altered = true;
  return value;
};

/** A whole number. */
export const readCount = (
  scanner: Scanner,
  from: number,
  padded: number,
  place: number,
  component?: number,
): number | undefined => {
  const to = unpadded(scanner, from, padded);
  if (to <= from) return undefined;
  const { bytes } = scanner;
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const char = byteAt(bytes, index);
    if (char < zero || char > nine || to - from > 9)
      return malformed(scanner, 'This is not a whole number', place, component);
    value = value * 10 + char - zero;
  }
  if (to - from > 1 && byteAt(bytes, from) === zero) scanner.altered = true;
  return value;
};

export const wholeNumberAt = (scanner: Scanner, place: number): number | undefined =>
  place > scanner.count ? undefined : readCount(scanner, scanner.startOf(place), scanner.endOf(place), place);

const tooLong = (scanner: Scanner, place: number, component: number | undefined): undefined => {
  addFault(scanner, 'IK403-5', place, 'An amount has at most ten digits before its point', component);
  return undefined;
};

const malformed = (
  scanner: Scanner,
  detail: string,
  place: number,
  component: number | undefined,
): undefined => {
  addFault(scanner, 'IK403-6', place, detail, component);
  return undefined;
};

/** A calendar date, as CCYY-MM-DD. */
export const readDate = (
  scanner: Scanner,
  from: number,
  padded: number,
  place: number,
  component?: number,
): string | undefined => {
  const to = unpadded(scanner, from, padded);
  if (to <= from) return undefined;
  const day = to - from === 8 ? dayOf(scanner.bytes, from) : undefined;
  if (day === undefined) addFault(scanner, 'IK403-8', place, 'This is not a calendar date', component);
  return day;
};

/** A time of day, as the file has it. */
export const readTime = (
  scanner: Scanner,
  from: number,
  to: number,
  place: number,
  component?: number,
): string | undefined => {
  const text = readText(scanner, from, to);
  if (text === undefined || isTime(text)) return text;
  addFault(scanner, 'IK403-9', place, 'This is not a time', component);
  return undefined;
};

const dateAt = (scanner: Scanner, place: number): string | undefined =>
  place > scanner.count ? undefined : readDate(scanner, scanner.startOf(place), scanner.endOf(place), place);

/** A format qualifier and the day in the next element. */
export const dayAt = (scanner: Scanner, place: number): string | undefined => {
  if (scanner.packed(place) === dayFormat || !scanner.has(place)) return dateAt(scanner, place + 1);
  addFault(scanner, 'IK403-7', place, 'The format of this date is D8');
  return undefined;
};

/** A format qualifier and one day or two in the next element. */
export const periodAt = (scanner: Scanner, place: number): ServicePeriod | undefined => {
  const format = scanner.packed(place);
  if (format === dayFormat) {
    const day = dateAt(scanner, place + 1);
    return day === undefined ? undefined : { from: day, through: undefined };
  }
  if (!scanner.has(place + 1)) return undefined;
  if (format === periodFormat) return rangeAt(scanner, place + 1);
  addFault(scanner, 'IK403-7', place, 'The format of this date is D8 or RD8');
  return undefined;
};

const rangeAt = (scanner: Scanner, place: number): ServicePeriod | undefined => {
  const { bytes } = scanner;
  const from = scanner.startOf(place);
  const isRange =
    unpadded(scanner, from, scanner.endOf(place)) - from === 17 && byteAt(bytes, from + 8) === minus;
  const first = isRange ? dayOf(bytes, from) : undefined;
  const through = first === undefined ? undefined : dayOf(bytes, from + 9);
  if (first !== undefined && through !== undefined) return { from: first, through };
  addFault(scanner, 'IK403-8', place, 'This is not a range of calendar dates');
  return undefined;
};

import type { Delimiters } from '../delimiters.ts';
import { type Cents, cents } from '../money.ts';
import { byteAt, toBytes } from './bytes.ts';
import { dayOf } from './days.ts';
import { countAt, flagsAt, header, idAt, isPadded, qualifierAt, SegmentCutter } from './segment-cutter.ts';
import { shared } from './short-texts.ts';
import type { ServicePeriod } from './values.ts';

/** More elements than any segment has; what stands beyond them is only counted. */
const elementLimit = 512;

const space = 32;
const zero = 48;
const nine = 57;
const minus = 45;
const pointDigit = 46 - zero;

/** Callers stay within the array. */
const integerAt = (integers: Int32Array, place: number): number => integers[place] as number;

export type Fault = { code: string; element: number; component?: number; detail: string };

/** Steps from segment to segment of a text and reads their elements without copying what nobody asks for. */
export class Scanner {
  text = '';
  /** The same text as one byte a character, for looking at; what is not ASCII is 255 here and whole in `text`. */
  bytes: Uint8Array = new Uint8Array(0);
  position = 0; // after the segment in `text`, where the next one may begin
  id = 0; // the segment's id, packed
  qualifier = 0; // the code that tells its role, packed
  flags = 0; // see segment-cutter.ts
  count = 0; // elements after the id
  end = 0; // of the segment in `text`, without its terminator
  /** The text differs from what we would write for the same values: 100.00 for 100, an empty element at the end. */
  altered = false;
  faults: Fault[] = [];
  /** A value that our types promise cannot be had from this segment. */
  isBroken = false;
  /** Offsets hold from one piece of text to the next. */
  isKeeping = false;
  delimiters: Delimiters;
  private component = 0;
  private repetition = 0;
  private readonly cutter = new SegmentCutter();
  private records = this.cutter.records;
  private upcoming = 0; // record
  private starts = 0; // where the record of the segment has its elements

  constructor(delimiters: Delimiters) {
    this.delimiters = delimiters;
    this.declare(delimiters);
  }

  declare(delimiters: Delimiters): void {
    this.delimiters = delimiters;
    this.component = delimiters.component.charCodeAt(0);
    this.repetition = delimiters.repetition.charCodeAt(0);
    this.cutter.declare(delimiters);
  }

  /** Begins with a text, whatever was there before. */
  begin(text: string): void {
    this.text = text;
    this.bytes = toBytes(text);
    this.position = 0;
    this.upcoming = this.cutter.length;
  }

  /** Adds text behind what is left, which becomes the beginning; or behind all of it, where that is kept. */
  feed(text: string, bytes: Uint8Array = toBytes(text)): void {
    if (this.isKeeping) {
      this.text += text;
      this.bytes = Buffer.concat([this.bytes, bytes]);
      return;
    }
    if (this.position < this.text.length) {
      this.text = this.text.slice(this.position) + text;
      this.bytes = Buffer.concat([this.bytes.subarray(this.position), bytes]);
    } else {
      this.text = text;
      this.bytes = bytes;
    }
    this.position = 0;
  }

  /** Steps to the next segment; false when the text ends before its terminator. */
  next(): boolean {
    if (this.upcoming === this.cutter.length && !this.cut()) return false;
    const { records, upcoming } = this;
    const elements = integerAt(records, upcoming + countAt);
    const starts = upcoming + header;
    const after = starts + elements + 2;
    const end = integerAt(records, after - 1) - 1;
    this.id = integerAt(records, upcoming + idAt);
    this.qualifier = integerAt(records, upcoming + qualifierAt);
    this.flags = integerAt(records, upcoming + flagsAt);
    this.count = elements < elementLimit ? elements : elementLimit;
    this.starts = starts;
    this.upcoming = after;
    this.end = end;
    this.position = end + 1;
    this.altered = elements > 0 && integerAt(records, after - 2) === end;
    return true;
  }

  private cut(): boolean {
    const { cutter } = this;
    const isCut = cutter.cut(this.bytes, this.position);
    this.records = cutter.records;
    this.upcoming = 0;
    if (!isCut) this.position = cutter.rest;
    return isCut;
  }

  /** The segment as it stands, without its terminator. */
  source(): string {
    return this.text.slice(this.startOf(0), this.end);
  }

  /** The segments between two offsets of the text, without their terminators. */
  segmentsBetween(from: number, to: number): string[] {
    return this.text
      .slice(from, to)
      .split(this.delimiters.segment)
      .map((segment) => segment.trim())
      .filter((segment) => segment !== '');
  }

  startOf(place: number): number {
    return integerAt(this.records, this.starts + place);
  }

  /** Where an element ends, without the spaces that pad it. */
  endOf(place: number): number {
    return integerAt(this.records, this.starts + place + 1) - 1;
  }

  has(place: number): boolean {
    return place <= this.count && this.endOf(place) > this.startOf(place);
  }

  /** Up to four characters as one number; longer ones are 0. */
  packed(place: number): number {
    return place > this.count ? 0 : pack(this.bytes, this.startOf(place), this.endOf(place));
  }

  /** The first component of an element as one number. */
  firstComponent(place: number): number {
    const from = this.startOf(place);
    return pack(this.bytes, from, this.componentEnd(from, this.endOf(place)));
  }

  /** Notes that the text has an element which no field takes. */
  skip(place: number): void {
    if (this.has(place)) this.altered = true;
  }

  /** Notes that an element says something else than the guide's constant. */
  expect(place: number, code: number): void {
    if (this.packed(place) !== code) this.altered = true;
  }

  fault(code: string, element: number, detail: string, component?: number): void {
    this.altered = true;
    this.faults.push({ code, element, detail, ...(component !== undefined && { component }) });
  }

  /** A required value that is absent (IK403-1), or malformed, which is a fault already. */
  missing(element: number, component?: number): undefined {
    this.isBroken = true;
    if (!this.faults.some((fault) => fault.element === element && fault.component === component))
      this.fault('IK403-1', element, 'A required element is missing', component);
    return undefined;
  }

  /** The same for a date and the format before it. */
  missingDate(format: number): undefined {
    this.isBroken = true;
    return this.faults.some(({ element }) => element === format) ? undefined : this.missing(format + 1);
  }

  // What follows reads values between two offsets, for the element or the component given.

  slice(from: number, to: number): string | undefined {
    if (to <= from) return undefined;
    if ((this.flags & isPadded) !== 0 && byteAt(this.bytes, to - 1) === space) return this.trimmed(from, to);
    return to - from <= 3 ? shared(this.text, this.bytes, from, to) : this.text.slice(from, to);
  }

  private trimmed(from: number, to: number): string | undefined {
    this.altered = true;
    return this.text.slice(from, to).trimEnd() || undefined;
  }

  textAt(place: number): string | undefined {
    return place > this.count ? undefined : this.slice(this.startOf(place), this.endOf(place));
  }

  moneyAt(place: number): Cents | undefined {
    return place > this.count
      ? undefined
      : this.money(this.startOf(place), this.endOf(place), place, undefined);
  }

  /** Dollars as whole cents. Ten digits are more than any amount needs (HIPAA guides, appendix B). */
  money(from: number, to: number, place: number, component: number | undefined): Cents | undefined {
    if (to <= from) return undefined;
    const { bytes } = this;
    const first = byteAt(bytes, from) === minus ? from + 1 : from;
    let value = 0;
    let pointAt = to;
    for (let index = first; index < to; index += 1) {
      const digit = byteAt(bytes, index) - zero;
      if (digit >= 0 && digit <= 9) value = value * 10 + digit;
      else if (digit === pointDigit && pointAt === to) pointAt = index;
      else return this.malformed('This is not an amount', place, component);
    }
    if (pointAt - first > 10) return this.tooLong(place, component);
    const decimals = pointAt === to ? 0 : to - pointAt - 1;
    if (decimals === 2) return this.finishMoney(value, from, pointAt, to);
    if (pointAt - first + decimals === 0) return this.malformed('This is not an amount', place, component);
    if (decimals > 2) return this.longMoney(from, to, place, component);
    return this.finishMoney(decimals === 0 ? value * 100 : value * 10, from, pointAt, to);
  }

  /** The sign, and whether the text has zeros that we would not write. */
  private finishMoney(value: number, from: number, pointAt: number, to: number): Cents {
    const isNegative = byteAt(this.bytes, from) === minus;
    const first = isNegative ? from + 1 : from;
    const { bytes } = this;
    const lead = byteAt(bytes, first);
    if (pointAt === to - 1 || (pointAt < to && byteAt(bytes, to - 1) === zero) || first === pointAt)
      this.altered = true;
    if (lead === zero && pointAt - first > 1) this.altered = true;
    if (!isNegative) return cents(value);
    if (value === 0) this.altered = true;
    return cents(-value);
  }

  /** More decimals than cents have: zeros mean nothing, anything else is no amount. */
  private longMoney(
    from: number,
    to: number,
    place: number,
    component: number | undefined,
  ): Cents | undefined {
    this.altered = true;
    const [, plain] = /^(-?\d*\.\d\d)0*$/.exec(this.text.slice(from, to)) ?? [];
    return plain === undefined
      ? this.malformed('An amount has at most two decimals', place, component)
      : cents(Math.round(Number(plain) * 100));
  }

  quantityAt(place: number): number | undefined {
    return place > this.count
      ? undefined
      : this.quantity(this.startOf(place), this.endOf(place), place, undefined);
  }

  quantity(from: number, to: number, place: number, component: number | undefined): number | undefined {
    if (to <= from) return undefined;
    const digit = byteAt(this.bytes, from) - zero;
    if (to - from === 1 && digit >= 0 && digit <= 9) return digit;
    return this.decimal(this.text.slice(from, to), place, component);
  }

  private decimal(text: string, place: number, component: number | undefined): number | undefined {
    if (!/^-?(\d{1,15}(\.\d*)?|\.\d+)$/.test(text)) {
      return this.malformed('This is not a number', place, component);
    }
    const value = Number(text) + 0;
    if (String(value) !== text) this.altered = true;
    return value;
  }

  countAt(place: number): number | undefined {
    return place > this.count
      ? undefined
      : this.whole(this.startOf(place), this.endOf(place), place, undefined);
  }

  whole(from: number, to: number, place: number, component: number | undefined): number | undefined {
    if (to <= from) return undefined;
    let value = 0;
    for (let index = from; index < to; index += 1) {
      const char = byteAt(this.bytes, index);
      if (char < zero || char > nine || to - from > 9) {
        return this.malformed('This is not a whole number', place, component);
      }
      value = value * 10 + char - zero;
    }
    if (to - from > 1 && byteAt(this.bytes, from) === zero) this.altered = true;
    return value;
  }

  private tooLong(place: number, component: number | undefined): undefined {
    this.fault('IK403-5', place, 'An amount has at most ten digits before its point', component);
    return undefined;
  }

  private malformed(detail: string, place: number, component: number | undefined): undefined {
    this.fault('IK403-6', place, detail, component);
    return undefined;
  }

  dateAt(place: number): string | undefined {
    return place > this.count
      ? undefined
      : this.date(this.startOf(place), this.endOf(place), place, undefined);
  }

  date(from: number, to: number, place: number, component: number | undefined): string | undefined {
    if (to <= from) return undefined;
    const day = to - from === 8 ? dayOf(this.bytes, from) : undefined;
    if (day === undefined) this.fault('IK403-8', place, 'This is not a calendar date', component);
    return day;
  }

  /** A format qualifier and the day in the next element. */
  dayAt(place: number): string | undefined {
    if (this.packed(place) === dayFormat || !this.has(place)) return this.dateAt(place + 1);
    this.fault('IK403-7', place, 'The format of this date is D8');
    return undefined;
  }

  /** A format qualifier and one day or two in the next element. */
  periodAt(place: number): ServicePeriod | undefined {
    const from = this.startOf(place + 1);
    const to = this.endOf(place + 1);
    if (this.packed(place) === dayFormat) {
      const day = this.dateAt(place + 1);
      return day === undefined ? undefined : { from: day, through: undefined };
    }
    if (place + 1 > this.count || to <= from) return undefined;
    if (this.packed(place) !== periodFormat) {
      this.fault('IK403-7', place, 'The format of this date is D8 or RD8');
      return undefined;
    }
    const first =
      to - from === 17 && byteAt(this.bytes, from + 8) === minus ? dayOf(this.bytes, from) : undefined;
    const through = first === undefined ? undefined : dayOf(this.bytes, from + 9);
    if (first === undefined || through === undefined) {
      this.fault('IK403-8', place + 1, 'This is not a range of calendar dates');
      return undefined;
    }
    return { from: first, through };
  }

  /** The end of the component that begins at `from`, within the element that ends at `to`. */
  componentEnd(from: number, to: number): number {
    return this.until(this.component, from, to);
  }

  /** The end of the repetition that begins at `from`, within the element that ends at `to`. */
  repetitionEnd(from: number, to: number): number {
    return this.until(this.repetition, from, to);
  }

  private until(separator: number, from: number, to: number): number {
    let index = from;
    while (index < to && byteAt(this.bytes, index) !== separator) index += 1;
    return index;
  }

  isComponentEnd(offset: number): boolean {
    return byteAt(this.bytes, offset) === this.component;
  }
}

/** Up to four ASCII characters as one number, so that ids and codes compare without text; others are 0. */
export const pack = (bytes: Uint8Array, from: number, to: number): number => {
  const length = to - from;
  if (length < 1 || length > 4) return 0;
  const first = byteAt(bytes, from);
  const second = length > 1 ? byteAt(bytes, from + 1) : 0;
  const third = length > 2 ? byteAt(bytes, from + 2) : 0;
  const fourth = length > 3 ? byteAt(bytes, from + 3) : 0;
  if ((first | second | third | fourth) > 127) return 0;
  return ((((((first << 8) | second) << 8) | third) << 8) | fourth) >> ((4 - length) * 8);
};

export const packText = (text: string): number => pack(toBytes(text), 0, text.length);

const dayFormat = packText('D8');
const periodFormat = packText('RD8');

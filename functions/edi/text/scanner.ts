import { isAscii } from 'node:buffer';
import type { ServicePeriod } from '../guide/values.ts';
import { type Cents, cents } from '../money.ts';
import { plainAmount, withoutLeadingZeros, withoutTrailingZeros } from './amounts.ts';
import { byteAt, type Piece, textOf, toBytes } from './bytes.ts';
import { dayOf } from './days.ts';
import type { Delimiters } from './delimiters.ts';
import {
  countAt,
  flagsAt,
  header,
  idAt,
  isOpenEnded,
  isPadded,
  qualifierAt,
  SegmentCutter,
} from './segment-cutter.ts';
import { shortText } from './short-texts.ts';

/** More elements than any segment has; what stands beyond them is only counted. */
const elementLimit = 512;

/** As many segments as are remembered since a mark. */
export const passedLimit = 1 << 12;

const space = 32;
const zero = 48;
const nine = 57;
const minus = 45;

/** Callers stay within the array. */
const integerAt = (integers: Int32Array, place: number): number => integers[place] as number;

export type Fault = { code: string; element: number; component?: number; detail: string };

/** Steps from segment to segment of a text and reads their elements without copying what nobody asks for. */
export class Scanner {
  text = '';
  /** The same text as one byte a character, for looking at; what is not ASCII is 255 here and whole in `text`. */
  bytes: Uint8Array = new Uint8Array(0);
  id = 0; // the segment's id, packed
  qualifier = 0; // the code that tells its role, packed
  flags = 0; // see segment-cutter.ts
  count = 0; // elements after the id
  /** The text differs from what we would write for the same values: 100.00 for 100, an empty element at the end. */
  altered = false;
  faults: Fault[] = [];
  /** A value that our types promise cannot be had from this segment. */
  isBroken = false;
  /** Offsets hold from one piece of text to the next. */
  isKeeping = false;
  delimiters: Delimiters;
  component = 0; // the separators, as `bytes` has them
  repetition = 0;
  private readonly cutter = new SegmentCutter();
  records = this.cutter.records; // of the segments that are cut, see segment-cutter.ts
  starts = 0; // where the record of this segment has its elements
  private upcoming = 0; // the next segment's record
  private room = Buffer.alloc(0);
  private cuts = 0;
  /** The ids of the segments since a mark, the marked one first. */
  readonly passed = new Int32Array(passedLimit);
  passedCount = 0; // of which only so many as the limit are known
  private mark = { cut: 0, record: 0, position: 0 };

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
    this.goOnAt(0);
  }

  private goOnAt(offset: number): void {
    this.cutter.begin(offset);
    this.upcoming = 0;
  }

  /** Where the segment begins that the text does not end; asked for when there is no other left. */
  get rest(): number {
    return this.cutter.rest;
  }

  /** Where the segment ends, without its terminator. */
  get end(): number {
    return this.endOf(integerAt(this.records, this.starts - header + countAt));
  }

  /** Adds text behind what is left, which becomes the beginning; or behind all of it, where that is kept. */
  feed(piece: Piece): void {
    if (this.isKeeping) this.append(piece);
    else {
      this.dropRead();
      this.append(piece);
      this.goOnAt(0);
    }
  }

  private dropRead(): void {
    const { rest } = this;
    this.text = this.text.slice(rest);
    this.bytes = this.bytes.subarray(rest);
  }

  private append(piece: Piece): void {
    const { bytes } = this;
    if (typeof piece !== 'string' && isAscii(bytes)) {
      const joined = this.join(bytes, piece);
      this.bytes = joined;
      this.text = joined.toString('latin1'); // one string, where joined texts would be two
      return;
    }
    const text = textOf(piece);
    this.text += text;
    this.bytes = Buffer.concat([bytes, toBytes(text)]);
  }

  private join(bytes: Uint8Array, piece: Buffer): Buffer {
    const length = bytes.length + piece.length;
    if (this.room.length < length) this.room = Buffer.allocUnsafe(2 * length);
    this.room.set(bytes);
    this.room.set(piece, bytes.length);
    return this.room.subarray(0, length);
  }

  /** Steps to the next segment; false when the text ends before its terminator. */
  next(): boolean {
    if (this.upcoming === this.cutter.length && !this.cut()) return false;
    const { records, upcoming } = this;
    const elements = integerAt(records, upcoming + countAt);
    this.id = integerAt(records, upcoming + idAt);
    this.qualifier = integerAt(records, upcoming + qualifierAt);
    this.flags = integerAt(records, upcoming + flagsAt);
    this.altered = (this.flags & isOpenEnded) !== 0;
    this.count = elements < elementLimit ? elements : elementLimit;
    this.starts = upcoming + header;
    this.upcoming = upcoming + header + elements + 2;
    this.passed[this.passedCount & (passedLimit - 1)] = this.id;
    this.passedCount += 1;
    return true;
  }

  private cut(): boolean {
    const { cutter } = this;
    const isCut = cutter.cut(this.bytes);
    this.records = cutter.records;
    this.upcoming = 0;
    this.cuts += 1;
    return isCut;
  }

  /** Notes where the scanner stands, to return there. */
  setMark(): void {
    this.mark.cut = this.cuts;
    this.mark.record = this.starts - header;
    this.mark.position = this.startOf(0);
    this.passed[0] = this.id;
    this.passedCount = 1;
  }

  /** Stands on the marked segment again, as though nothing behind it had been read. */
  returnToMark(): void {
    const { mark } = this;
    if (mark.cut === this.cuts) this.upcoming = mark.record;
    else this.goOnAt(mark.position);
    this.faults.length = 0;
    this.isBroken = false;
    this.next();
  }

  /** Lets the segment be the next one again. */
  stepBack(): void {
    this.upcoming = this.starts - header;
    this.passedCount -= 1;
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
    return to - from <= 3 ? shortText(this.text, this.bytes, from, to) : this.text.slice(from, to);
  }

  private trimmed(from: number, to: number): string | undefined {
    this.altered = true;
    return this.text.slice(from, to).trimEnd() || undefined;
  }

  textAt(place: number): string | undefined {
    return place > this.count ? undefined : this.slice(this.startOf(place), this.endOf(place));
  }

  /** Dollars as whole cents. Ten digits are more than any amount needs (HIPAA guides, appendix B). */
  money(from: number, to: number, place: number, component?: number): Cents | undefined {
    if (to <= from) return undefined;
    const { bytes } = this;
    const isNegative = byteAt(bytes, from) === minus;
    const unsigned = isNegative ? from + 1 : from;
    const first = withoutLeadingZeros(bytes, unsigned, to);
    const last = withoutTrailingZeros(bytes, first, to);
    const amount = plainAmount(bytes, first, last) ?? this.unusualAmount(first, last, place, component);
    if (amount === undefined) return undefined;
    if (first > unsigned || last < to || (isNegative && amount === 0)) this.altered = true;
    return cents(isNegative ? -amount : amount);
  }

  private unusualAmount(
    from: number,
    to: number,
    place: number,
    component: number | undefined,
  ): number | undefined {
    const [all, dollars = '', decimals = ''] = /^(\d*)(?:\.(\d*))?$/.exec(this.text.slice(from, to)) ?? [];
    if (all === undefined || dollars + decimals === '')
      return this.malformed('This is not an amount', place, component);
    if (dollars.length > 10) return this.tooLong(place, component);
    if (decimals.length > 2) return this.malformed('An amount has at most two decimals', place, component);
    if (dollars === '') this.altered = true;
    return Number(dollars + decimals.padEnd(2, '0'));
  }

  quantity(from: number, to: number, place: number, component?: number): number | undefined {
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
    return place > this.count ? undefined : this.whole(this.startOf(place), this.endOf(place), place);
  }

  whole(from: number, to: number, place: number, component?: number): number | undefined {
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
    return place > this.count ? undefined : this.date(this.startOf(place), this.endOf(place), place);
  }

  date(from: number, to: number, place: number, component?: number): string | undefined {
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

import { type Cents, cents } from '../money.ts';
import type { ServicePeriod } from '../service-period.ts';
import { toBytes } from './bytes.ts';
import { dayOf } from './days.ts';
import type { Delimiters } from './delimiters.ts';
import { isTime } from './times.ts';

/** A value that cannot stand in an X12 file. The value itself may be PHI and is not told. */
export class UnwritableValue extends Error {
  override readonly name = 'UnwritableValue';
  readonly reason: string;
  readonly element: string; // "NM103", or as much of it as is known
  constructor(element: string, reason: string) {
    super(`${element} cannot be written: ${reason}`);
    this.element = element;
    this.reason = reason;
  }
}

const firstCapacity = 1 << 16;

/**
 * Writes segments one after the other; elements come in their order, and absent ones cost a separator. The bytes are
 * put where they belong at once: a text that grows piece by piece costs a JavaScript engine much more.
 */
export class SegmentWriter {
  segments = 0; // since the caller's last reset, for SE01
  readonly delimiters: Delimiters;
  private bytes = Buffer.allocUnsafe(firstCapacity);
  private length = 0;
  private id = '';
  private place = 0; // of the element written last
  private composite = 0; // the element that the next component begins
  private partPlace = 0;
  private readonly element: number;
  private readonly component: number;
  private readonly repetition: number;
  private readonly end: string;
  private readonly forbidden: Uint8Array;

  /** `isScratch`: what is written is compared and not sent, so that values may hold what texts of files do. */
  constructor(delimiters: Delimiters, lineBreak: string, isScratch = false) {
    this.delimiters = delimiters;
    this.element = delimiters.element.charCodeAt(0);
    this.component = delimiters.component.charCodeAt(0);
    this.repetition = delimiters.repetition.charCodeAt(0);
    this.end = delimiters.segment + lineBreak;
    this.forbidden = new Uint8Array(128);
    if (!isScratch) this.forbid(delimiters);
  }

  private forbid(delimiters: Delimiters): void {
    this.forbidden.fill(1, 0, 32).fill(1, 127);
    for (const delimiter of Object.values(delimiters)) this.forbidden[delimiter.charCodeAt(0)] = 1;
  }

  /** All that was written. */
  toString(): string {
    return this.bytes.toString('utf8', 0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  open(id: string): void {
    this.id = id;
    this.place = 0;
    this.composite = 0;
    this.append(id);
  }

  /** An element that holds no delimiter because of how it was made, such as a number. */
  put(place: number, text: string | undefined): void {
    if (text === undefined || text === '') return;
    this.separate(place);
    this.append(text);
  }

  /** An element of any text. Throws UnwritableValue when that holds a delimiter or a control character. */
  text(place: number, text: string | undefined): void {
    if (text === undefined || text === '') return;
    this.separate(place);
    this.appendSafe(text);
  }

  close(): void {
    this.append(this.end);
    this.segments += 1;
  }

  /** A segment as it stood in the file it was read from. */
  raw(source: string): void {
    this.append(source);
    this.close();
  }

  /** The components that follow belong to the element; without any it is absent. */
  openComposite(place: number): void {
    this.composite = place;
    this.partPlace = 1;
  }

  part(place: number, text: string | undefined): void {
    if (text === undefined || text === '') return;
    this.separatePart(place);
    this.append(text);
  }

  partText(place: number, text: string | undefined): void {
    if (text === undefined || text === '') return;
    this.separatePart(place);
    this.appendSafe(text);
  }

  /** The next repetition of an element, whose components follow; a value alone is its first component. */
  openRepetition(place: number, index: number): void {
    if (index === 0) {
      this.openComposite(place);
      return;
    }
    this.separatePart(this.partPlace);
    this.reserve(1);
    this.bytes[this.length] = this.repetition;
    this.length += 1;
    this.partPlace = 1;
  }

  private separate(place: number): void {
    const count = place - this.place;
    this.reserve(count);
    for (let index = 0; index < count; index += 1) this.bytes[this.length + index] = this.element;
    this.length += count;
    this.place = place;
  }

  private separatePart(place: number): void {
    if (this.composite > this.place) this.separate(this.composite);
    const count = place - this.partPlace;
    this.reserve(count);
    for (let index = 0; index < count; index += 1) this.bytes[this.length + index] = this.component;
    this.length += count;
    this.partPlace = place;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }

  private append(text: string): void {
    this.reserve(text.length * 3);
    const { bytes } = this;
    let at = this.length;
    for (let index = 0; index < text.length; index += 1) {
      const char = text.charCodeAt(index);
      if (char > 127) {
        this.length += bytes.write(text, this.length, 'utf8');
        return;
      }
      bytes[at] = char;
      at += 1;
    }
    this.length = at;
  }

  /** Spaces at the end are no data. */
  private appendSafe(text: string): void {
    const { forbidden } = this;
    for (let index = 0; index < text.length; index += 1) {
      const char = text.charCodeAt(index);
      if (char < 128 && forbidden[char] === 1)
        throw new UnwritableValue(this.nameOf(this.place), 'it holds a delimiter or a control character');
    }
    this.append(text.endsWith(' ') ? text.trimEnd() : text);
  }

  /** The element at a place of the segment that is being written, "NM103". */
  nameOf(place: number): string {
    return `${this.id}${two(place)}`;
  }

  /** The segment that is being written. */
  get segmentId(): string {
    return this.id;
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Fails for the value of an element, "02", or of a component, "05-1"; of which segment its writer knows. */
const unwritable = (reason: string, element: number, component?: number): never => {
  throw new UnwritableValue(component === undefined ? two(element) : `${two(element)}-${component}`, reason);
};

// What is written of a value, and where: the element, and the component of a composite. Absent values are not written;
// those that no file can hold fail with UnwritableValue; what is no whole number of cents is a bug.

/** X12 type R drops trailing zeros: 12.50 is written 12.5. */
export const writtenMoney = (amount: Cents | undefined): string | undefined => {
  if (amount === undefined) return undefined;
  const whole = Math.abs(cents(amount));
  const dollars = Math.trunc(whole / 100);
  const fraction = whole % 100;
  const digits =
    fraction === 0
      ? String(dollars)
      : `${dollars}.${fraction % 10 === 0 ? fraction / 10 : fraction < 10 ? `0${fraction}` : fraction}`;
  return amount < 0 ? `-${digits}` : digits;
};

export const writtenQuantity = (
  value: number | undefined,
  element: number,
  component?: number,
): string | undefined => {
  if (value === undefined) return undefined;
  const text = Math.abs(value) < 1e-6 ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);
  return /^-?\d{1,15}(\.\d+)?$/.test(text)
    ? text
    : unwritable('it is no decimal of 15 digits', element, component);
};

export const writtenCount = (
  value: number | undefined,
  element: number,
  component?: number,
): string | undefined => {
  if (value === undefined) return undefined;
  return Number.isSafeInteger(value) && value >= 0
    ? String(value)
    : unwritable('it is no whole number', element, component);
};

/** A file speaks of a few days again and again. */
const digitsOfDays = new Map<string, string>();
const dayLimit = 10_000;

/** CCYY-MM-DD → CCYYMMDD. */
export const writtenDate = (
  date: string | undefined,
  element: number,
  component?: number,
): string | undefined => {
  if (date === undefined) return undefined;
  const known = digitsOfDays.get(date);
  if (known !== undefined) return known;
  const digits = date.slice(0, 4) + date.slice(5, 7) + date.slice(8);
  if (dayOf(toBytes(digits), 0) !== date) return unwritable('it is not a calendar date', element, component);
  if (digitsOfDays.size >= dayLimit) digitsOfDays.clear();
  digitsOfDays.set(date, digits);
  return digits;
};

export const writtenPeriod = ({ from, through }: ServicePeriod, element: number): string | undefined =>
  through === undefined
    ? writtenDate(from, element)
    : `${writtenDate(from, element)}-${writtenDate(through, element)}`;

export const writtenTime = (
  time: string | undefined,
  element: number,
  component?: number,
): string | undefined => {
  if (time === undefined || isTime(time)) return time;
  return unwritable('it is not a time of day', element, component);
};

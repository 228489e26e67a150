import { isAscii } from 'node:buffer';
import { type Piece, Room, textOf, toBytes } from './bytes.ts';
import type { Delimiters } from './delimiters.ts';
import { pack } from './pack.ts';
import { countAt, flagsAt, header, idAt, isOpenEnded, qualifierAt, SegmentCutter } from './segment-cutter.ts';

/** More elements than any segment has; what stands beyond them is only counted. */
const elementLimit = 512;

/** As many segments as are remembered since a mark. */
export const passedLimit = 1 << 12;

/** Callers stay within the array. */
const integerAt = (integers: Int32Array, place: number): number => integers[place] as number;

/** What is wrong with an element or a component, with X12's code for it. */
export type Fault = { code: string; element: number; component?: number; detail: string };

/**
 * Steps from segment to segment of a text and tells where their elements are, without copying what nobody asks for;
 * element-values.ts reads them.
 */
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
  private readonly room = new Room();
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
      const joined = this.room.join(bytes, piece);
      this.bytes = joined;
      this.text = joined.toString('latin1'); // one string, where joined texts would be two
      return;
    }
    const text = textOf(piece);
    this.text += text;
    this.bytes = Buffer.concat([bytes, toBytes(text)]);
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

  /** Where an element ends; spaces that pad it are part of it. */
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

  /** Notes that an element says something else than the guide's constant. */
  expect(place: number, code: number): void {
    if (this.packed(place) !== code) this.altered = true;
  }
}

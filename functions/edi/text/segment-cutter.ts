import type { Delimiters } from './delimiters.ts';
import { segmentCutter } from './segment-cutter-wasm.ts';

/**
 * What is known of a segment once it is cut, as integers side by side: `header` of them, then where each element
 * begins, the segment id first, and one past where the segment ends. Element i ends before the start of i + 1, less 1.
 */
export const header = 4;
export const idAt = 0; // the segment id, packed
export const qualifierAt = 1; // the code that tells its role, packed: of its first element, of an HL the third
export const countAt = 2; // elements after the id
export const flagsAt = 3;

/** A value may end in spaces. */
export const isPadded = 1;
/** There may be a control character, one beyond ASCII, a component or a repetition separator. */
export const isSpecial = 2;
/** The last element is empty. */
export const isOpenEnded = 4;

/** X12 knows no longer segment; without a limit a file with a wrong terminator would fill the memory. */
export const segmentLimit = 1 << 20;

/** Cut at a time: what is cut should still be in the processor's cache when it is read. */
const blockSize = 1 << 14;

/** Where records begin in the cutter's memory; the text stands from 0. */
const recordsAt = 0x110000;

/** As much of it as is used here: the types of Node and of ES2024 lack it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

type Exports = {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly rest: { readonly value: number };
  readonly cut: (
    length: number,
    base: number,
    element: number,
    segment: number,
    component: number,
    repetition: number,
  ) => number;
};

const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(segmentCutter, 'base64')));
const { memory, rest, cut } = instance.exports as Exports; // what segment-cutter.wat exports
const input = new Uint8Array(memory.buffer);
const output = new Int32Array(memory.buffer, recordsAt);

/** Delimiters beyond ASCII are in no text's bytes (see `toBytes`), and neither is this. */
const noByte = 254;

const byteOf = (delimiter: string): number => {
  const code = delimiter.charCodeAt(0);
  return code < 128 ? code : noByte;
};

/** Cuts text into segments, a block at a time. All cutters share the memory of one WebAssembly instance. */
export class SegmentCutter {
  records = new Int32Array(0);
  length = 0; // of the records, in integers
  rest = 0; // where the segment begins that comes after them, and where to go on
  private element = noByte;
  private segment = noByte;
  private component = noByte;
  private repetition = noByte;

  declare({ element, segment, component, repetition }: Delimiters): void {
    this.element = byteOf(element);
    this.segment = byteOf(segment);
    this.component = byteOf(component);
    this.repetition = byteOf(repetition);
  }

  /** Begins anew at an offset of a text. */
  begin(from: number): void {
    this.rest = from;
    this.length = 0;
  }

  /** Goes on to the next segments; false when none ends before the text does, or before the limit. */
  cut(bytes: Uint8Array): boolean {
    for (;;) {
      const start = this.rest;
      const to = start + blockSize;
      if (this.cutBlock(bytes, to)) return true;
      if (to >= bytes.length) return false;
      if (this.rest === start) return this.cutLong(bytes, to);
    }
  }

  /** One segment that is longer than a block. */
  private cutLong(bytes: Uint8Array, from: number): boolean {
    const end = bytes.indexOf(this.segment, from);
    return end >= 0 && end - this.rest < segmentLimit && this.cutBlock(bytes, end + 1);
  }

  private cutBlock(bytes: Uint8Array, to: number): boolean {
    const block = bytes.subarray(this.rest, to);
    input.set(block);
    this.length = cut(block.length, this.rest, this.element, this.segment, this.component, this.repetition);
    this.rest = rest.value;
    if (this.records.length < this.length) this.records = new Int32Array(this.length);
    this.records.set(output.subarray(0, this.length));
    return this.length > 0;
  }
}

import type { SegmentGuide } from '../guide/declare.ts';
import type { Scanner } from '../text/scanner.ts';
import type { SegmentWriter } from '../text/segment-writer.ts';
import { readIntoText, readText } from './compile-segment-reader.ts';
import { writeText, writingScope } from './compile-segment-writer.ts';
import { generate } from './generate.ts';
import { readingScope } from './reading-scope.ts';

/**
 * A segment guide turned into functions. They are generated text, as JSON schema and protobuf libraries generate
 * theirs, because objects that always get the same fields in the same order are what a JavaScript engine reads
 * and writes fastest; docs/decisions/0002 has the measurements.
 */
export type CompiledSegment = {
  /** The value of the segment that the scanner stands on; what is missing or malformed is in scanner.faults. */
  readonly read: (scanner: Scanner) => unknown;
  /** For inline segments: sets the segment's fields in an object that is there. */
  readonly readInto: (scanner: Scanner, target: object) => void;
  readonly write: (writer: SegmentWriter, value: unknown) => void;
  /** For inline segments: takes the segment's fields out of an object. */
  readonly clear: (target: object) => void;
  /** Whether an object has any of the segment's fields. */
  readonly isIn: (value: unknown) => boolean;
};

const clearText = (guide: SegmentGuide): string => {
  const names = Object.keys(guide.fields ?? {});
  return `return (o) => { ${names.map((name) => `o.${name} = undefined;`).join(' ')} };`;
};

const isInText = (guide: SegmentGuide): string => {
  const names = Object.keys(guide.fields ?? {});
  return `return (o) => ${names.map((name) => `o.${name} !== undefined`).join(' || ') || 'true'};`;
};

export const compileSegment = (guide: SegmentGuide): CompiledSegment => ({
  read: generate(readText(guide), readingScope),
  readInto: generate(readIntoText(guide), readingScope),
  write: generate(writeText(guide), writingScope),
  clear: generate(clearText(guide)),
  isIn: generate(isInText(guide)),
});

import { isAscii, isUtf8 } from 'node:buffer';
import type { BrokenUnit, ReadUnit } from './engine/units.ts';
import type { Interchange } from './envelope/interchange.ts';
import type { OpenSet, WatcherFactory } from './envelope/interchange-handler.ts';
import { InterchangeReader } from './envelope/interchange-reader.ts';
import type { InterchangeReport } from './envelope/interchange-report.ts';
import type { Guide } from './guide/declare.ts';
import type { Piece } from './text/bytes.ts';

/** What a stream of files yields: claims one by one, the sets they stood in, and how each interchange ended. */
export type Part =
  | { readonly part: 'unit'; readonly set: OpenSet; readonly unit: ReadUnit }
  | { readonly part: 'broken-unit'; readonly set: OpenSet; readonly unit: BrokenUnit }
  | { readonly part: 'set'; readonly set: OpenSet; readonly data: object | undefined }
  | {
      readonly part: 'interchange';
      readonly interchange: Interchange | undefined;
      readonly report: InterchangeReport;
    };

/**
 * Text from bytes: UTF-8 where it is that, else Latin-1, so that a file of any character set is read with its bytes
 * kept apart. ASCII, which nearly every file is, needs no decoding.
 */
export class TextDecoding {
  private rest: Buffer = Buffer.alloc(0); // of a character that the next piece ends

  decode(chunk: Buffer): Piece {
    const whole = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    if (isAscii(whole)) {
      this.rest = whole.subarray(whole.length);
      return whole;
    }
    const { length } = wholeCharacters(whole);
    const isText = isUtf8(whole.subarray(0, length));
    this.rest = whole.subarray(isText ? length : whole.length);
    return isText ? whole.toString('utf8', 0, length) : whole.toString('latin1');
  }

  end(): string {
    return this.rest.toString(isUtf8(this.rest) ? 'utf8' : 'latin1');
  }
}

/** The chunk without the last character if that has several bytes: its end may be missing. */
const wholeCharacters = (chunk: Buffer): Buffer => {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return chunk.subarray(0, chunk.length - back);
    if (byte < 0x80) break;
  }
  return chunk;
};

/**
 * Reads interchanges of any size as they come, in memory bounded by the largest claim. Never throws for what the
 * bytes say; the source's own errors are its own.
 */
export async function* streamParts(
  source: AsyncIterable<Uint8Array>,
  guides: readonly Guide[],
  watch?: WatcherFactory,
): AsyncGenerator<Part> {
  let parts: Part[] = [];
  const reader = new InterchangeReader(
    guides,
    {
      unit: (unit, set) => parts.push({ part: 'unit', set, unit }),
      brokenUnit: (unit, set) => parts.push({ part: 'broken-unit', set, unit }),
      set: (set, data) => parts.push({ part: 'set', set, data }),
      end: (interchange, report) => parts.push({ part: 'interchange', interchange, report }),
    },
    watch,
  );
  const decoding = new TextDecoding();
  for await (const chunk of source) {
    reader.write(decoding.decode(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
    yield* parts;
    parts = [];
  }
  reader.write(decoding.end());
  reader.end();
  yield* parts;
}

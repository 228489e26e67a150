import { InterchangeReader } from '../../functions/edi/envelope/interchange-reader.ts';
import type { Guide } from '../../functions/edi/guide/declare.ts';
import { checking } from '../../functions/edi/parse.ts';
import { TextDecoding } from '../../functions/edi/stream.ts';

/** What a file stream of Node hands over at a time. */
const chunkSize = 64 * 1024;

export const chunksOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / chunkSize) }, (_, index) =>
    bytes.subarray(index * chunkSize, (index + 1) * chunkSize),
  );

export type Reading = { readonly guide: Guide; readonly claims: number; readonly isValidated: boolean };

/** Reads claims one by one and forgets them. Throws unless all are read and none has a finding. */
export class ClaimCount {
  private claims = 0;
  private findings = 0;
  private readonly decoding = new TextDecoding();
  private readonly reader: InterchangeReader;
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
    this.reader = new InterchangeReader(
      [reading.guide],
      {
        unit: () => {
          this.claims += 1;
        },
        end: (_, { findings, groups }) => {
          const sets = groups.flatMap((group) => group.sets);
          this.findings += [{ findings }, ...groups, ...sets].reduce(
            (sum, one) => sum + one.findings.length,
            0,
          );
        },
      },
      reading.isValidated ? checking() : undefined,
    );
  }

  take(chunk: Buffer): void {
    this.reader.write(this.decoding.decode(chunk));
  }

  end(): void {
    this.reader.end();
    if (this.claims === this.reading.claims && this.findings === 0) return;
    throw new Error(
      `${this.claims} of ${this.reading.claims} claims were read, with ${this.findings} findings`,
    );
  }
}

export const readChunks = (chunks: readonly Buffer[], reading: Reading): void => {
  const count = new ClaimCount(reading);
  for (const chunk of chunks) count.take(chunk);
  count.end();
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileSegment } from '../../functions/edi/compiled/compile-segment.ts';
import { readText } from '../../functions/edi/compiled/compile-segment-reader.ts';
import { writeText } from '../../functions/edi/compiled/compile-segment-writer.ts';
import { isLoop } from '../../functions/edi/guide/declare.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { Scanner } from '../../functions/edi/text/scanner.ts';
import { SegmentWriter } from '../../functions/edi/text/segment-writer.ts';
import { servicePaymentLoop } from '../../functions/edi/x835/loops.ts';

/** What docs/x12.md tells whoever arrives today, "How the engine works". */
const document = readFileSync(join(import.meta.dirname, '../../docs/x12.md'), 'utf8');

/** The segment that is followed there, and the member of loop 2110 that it is. */
const segment = 'AMT*B6*120';
const amounts = servicePaymentLoop.members.amounts?.of;
if (amounts === undefined || isLoop(amounts)) throw new Error('Loop 2110 has no segment of amounts');

/** Only white space is put into what is printed there. */
const bare = (text: string): string => text.replace(/\s+/g, '');

const scan = (): Scanner => {
  const scanner = new Scanner(standardDelimiters);
  scanner.begin(`${segment}~`);
  scanner.next();
  return scanner;
};

const printed = [...document.matchAll(/^ *```js\n(.*?)^ *```/gms)].map(([, text = '']) => text);

describe('the segment that docs/x12.md follows', () => {
  it('is cut into the record that is printed there', () => {
    const [id = 0, qualifier = 0, ...rest] = scan().records.subarray(0, 8);
    const cells = [`0x${id.toString(16)}`, `0x${qualifier.toString(16)}`, ...rest];
    expect(document).toContain(`| ${cells.join(' | ')} |`);
  });

  it('is read and written by the functions that are printed there', () => {
    expect(printed.map(bare)).toEqual([readText(amounts), writeText(amounts)].map(bare));
  });

  it('becomes the value that is told there, and is written from it', () => {
    const { read, write } = compileSegment(amounts);
    const value = read(scan());
    const writer = new SegmentWriter(standardDelimiters, '');
    write(writer, value);
    expect(value).toEqual({ qualifier: 'B6', amount: 12_000 });
    expect(document).toContain("{ qualifier: 'B6', amount: 12000 }");
    expect(writer.toString()).toBe(`${segment}~`);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../functions/edi/acknowledge.ts';
import { contentsOf } from '../../functions/edi/contents-of.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { splitInterchanges } from '../../functions/edi/envelope/split-interchanges.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { checking, type ParsedInterchange, parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { type Part, streamParts } from '../../functions/edi/stream.ts';
import { UnwritableValue } from '../../functions/edi/text/segment-writer.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { remittanceLoop } from '../../functions/edi/x835/loops.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { damaged, damagedWithin, garbled, shuffled } from './material/damage.ts';
import { anyClaimSet } from './material/random-claim-sets.ts';
import { anyOf } from './material/random-loops.ts';
import { anyRemittance } from './material/random-remittance-sets.ts';
import { files, written } from './material/valid-files.ts';

const read = (text: string): ParsedInterchange[] => parseInterchanges(text, allGuides, checking());

/** The one thing that writing may object to: a value that was read and holds what no value may hold. */
const rewrite = ({ interchange }: ParsedInterchange): string => {
  if (interchange === undefined) return '';
  try {
    return writeInterchange(interchange, allGuides);
  } catch (error) {
    if (error instanceof UnwritableValue) return '';
    throw error;
  }
};

const answerTo = ({ report }: ParsedInterchange): string => {
  const answer = acknowledge(report, { controlNumber: 1, createdAt: '2026-03-02T09:30:00.000Z' });
  return answer === undefined ? '' : writeInterchange(answer, allGuides);
};

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Everything that is done with a file whose contents nobody knows. */
const doEverything = (text: string): void => {
  contentsOf(text);
  splitInterchanges(text);
  for (const parsed of read(text)) {
    rewrite(parsed);
    const answers = read(answerTo(parsed));
    expect(answers.flatMap(({ report }) => findingsOf(report)).filter(({ level }) => level === 1)).toEqual(
      [],
    );
    expect(answers.flatMap(({ broken }) => broken)).toEqual([]);
  }
};

describe.each(files)('a damaged $name', ({ text }) => {
  it('was without findings', () => {
    expect(read(text).flatMap(({ report }) => findingsOf(report))).toEqual([]);
  });

  it.each([
    ['anywhere', damaged],
    ['behind its ISA', damagedWithin],
    ['in the order of its segments', shuffled],
    ['in its elements', garbled],
  ] as const)('%s is read, judged, answered and written without an exception', (_, damage) => {
    fc.assert(fc.property(damage(text), doEverything), { numRuns: 150 });
  });

  it('is written as it was, where it can be', () => {
    fc.assert(
      fc.property(shuffled(text), (changed) => {
        const parsed = read(changed);
        const findings = parsed.flatMap(({ report }) => findingsOf(report));
        // Counts and numbers are written as they should be, and so is the LE that ends what an LS begins.
        const isMended = findings.some(({ level, path }) => level === 1 || /\/(HL0[12]|LE)$/.test(path));
        if (!isMended) expect(linesOf(parsed.map(rewrite).join(''))).toEqual(linesOf(changed));
      }),
      { numRuns: 100 },
    );
  });
});

describe('anything', () => {
  it('is read without an exception when it is text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), doEverything), { numRuns: 300 });
  });

  it('is read without an exception when an ISA stands before it', () => {
    const isa = files[0]?.text.slice(0, 106) ?? '';
    const group = 'GS*HP*A*B*20260302*0930*1*X*005010X221A1~ST*835*0001~';
    fc.assert(
      fc.property(fc.constantFrom('', group), fc.string({ unit: 'grapheme' }), (start, body) =>
        doEverything(isa + start + body),
      ),
      { numRuns: 300 },
    );
  });

  it('is read without an exception when it is bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), async (chunks) => {
        await partsOf(chunks);
      }),
      { numRuns: 200 },
    );
  });
});

const partsOf = async (chunks: readonly Uint8Array[]): Promise<Part[]> => {
  const parts: Part[] = [];
  for await (const part of streamParts(sourceOf(chunks), allGuides, checking())) parts.push(part);
  return parts;
};

async function* sourceOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** The bytes in pieces that end anywhere, within characters too. */
const cut = (bytes: Buffer, places: readonly number[]): Uint8Array[] => {
  const ends = [...places.map((place) => place % bytes.length), bytes.length].toSorted(
    (one, other) => one - other,
  );
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
};

const anyPlaces = fc.oneof(
  fc.array(fc.nat(), { maxLength: 20 }),
  fc.constant(Array.from({ length: 20_000 }, (_, index) => index)), // byte by byte
);

describe.each(files)('a stream of a $name', ({ text }) => {
  it('yields the same wherever its pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant(text), shuffled(text), damagedWithin(text)),
        anyPlaces,
        async (file, places) => {
          const bytes = Buffer.from(file);
          expect(await partsOf(cut(bytes, places))).toEqual(await partsOf([bytes]));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds what reading it as a whole finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(shuffled(text), garbled(text)), async (file) => {
        const parts = await partsOf([Buffer.from(file)]);
        const reports = parts.flatMap((part) => (part.part === 'interchange' ? [part.report] : []));
        expect(reports).toEqual(read(Buffer.from(file).toString()).map(({ report }) => report));
      }),
      { numRuns: 40 },
    );
  });
});

const dataOf = (text: string): object | undefined => read(text)[0]?.interchange?.groups[0]?.sets[0]?.data;

describe('random sets', () => {
  it.each([
    ['claims', professionalClaimGuide, anyClaimSet],
    ['remittances that balance', remittanceGuide, anyRemittance],
  ] as const)('of %s are read as they were written, without findings', (_, guide, any) => {
    fc.assert(
      fc.property<[object]>(any, (data) => {
        const text = written(guide, data);
        expect(read(text).flatMap(({ report }) => findingsOf(report))).toEqual([]);
        expect(structuredClone(dataOf(text))).toEqual(data);
        expect(read(text).map(rewrite).join('')).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('of whatever the guide of remittances lets them hold are read as they were written', () => {
    fc.assert(
      fc.property(anyOf(remittanceLoop), (data) => {
        expect(structuredClone(dataOf(written(remittanceGuide, data)))).toEqual(data);
      }),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { acknowledge } from '../../functions/edi/acknowledge.ts';
import type { Guide } from '../../functions/edi/guide/declare.ts';
import { UnwritableValue } from '../../functions/edi/guide/segment-writer.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { identifyTransaction } from '../../functions/edi/identify-transaction.ts';
import { writeInterchange } from '../../functions/edi/interchange-writer.ts';
import { checking, type ParsedInterchange, parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { splitInterchanges } from '../../functions/edi/split-interchanges.ts';
import { type Part, streamParts } from '../../functions/edi/stream.ts';
import { eligibilityInquiryGuide } from '../../functions/edi/x270/guide.ts';
import { eligibilityResponseGuide } from '../../functions/edi/x271/guide.ts';
import { statusInquiryGuide } from '../../functions/edi/x276/guide.ts';
import { statusResponseGuide } from '../../functions/edi/x277/guide.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import { remittanceGuide, remittanceLoop } from '../../functions/edi/x835/guide.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import {
  acknowledgement,
  claimAcknowledgementSet,
  claimStatus,
  dependentAnswer,
  dependentInquiry,
  dependentStatus,
  dependentStatusInquiry,
  eligibilityInquirySet,
  eligibilityResponseSet,
  inquiredClaim,
  interchangeOf,
  statusInquirySet,
  statusResponseSet,
  subscriberAnswer,
  subscriberInquiry,
  subscriberStatus,
  subscriberStatusInquiry,
} from './answer-sets.ts';
import { claim, claimSet, decidedByLine, familyLevel, subscriberLevel } from './claim-sets.ts';
import { anyClaimSet } from './random-claim-sets.ts';
import { anyOf } from './random-loops.ts';
import { anyRemittance } from './random-remittance-sets.ts';
import { paidClaim, transferOf } from './remittance-sets.ts';

// A property takes a second, and several where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const written = (guide: Guide, data: object): string =>
  writeInterchange(interchangeOf(guide, data), allGuides);

const acknowledgedInterchange = writeInterchange(
  {
    ...interchangeOf(remittanceGuide, transferOf(paidClaim())),
    acknowledgements: [
      { controlNumber: 1, interchangeCreatedAt: '2026-03-02T09:30:00.000Z', code: 'A', note: '000' },
    ],
  },
  allGuides,
);

/** A valid file of every guide, with more than one of what may be there more than once. */
const files = [
  {
    name: '837P',
    text: written(
      professionalClaimGuide,
      claimSet(
        subscriberLevel({ claims: [claim(), claim(decidedByLine())] }),
        familyLevel({ claims: [claim({ patientControlNumber: 'É-1' })] }),
      ),
    ),
  },
  {
    name: '835',
    text: written(remittanceGuide, transferOf(paidClaim(), paidClaim({ patientControlNumber: 'C€2' }))),
  },
  { name: 'TA1 and 835', text: acknowledgedInterchange },
  {
    name: '270',
    text: written(
      eligibilityInquiryGuide,
      eligibilityInquirySet(subscriberInquiry({}, [dependentInquiry()]), subscriberInquiry()),
    ),
  },
  {
    name: '271',
    text: written(
      eligibilityResponseGuide,
      eligibilityResponseSet(subscriberAnswer({}, [dependentAnswer()]), subscriberAnswer()),
    ),
  },
  {
    name: '276',
    text: written(
      statusInquiryGuide,
      statusInquirySet(subscriberStatusInquiry({ dependents: [dependentStatusInquiry(inquiredClaim())] })),
    ),
  },
  {
    name: '277',
    text: written(
      statusResponseGuide,
      statusResponseSet(subscriberStatus({ dependents: [dependentStatus(claimStatus())] })),
    ),
  },
  { name: '277CA', text: written(claimAcknowledgementGuide, claimAcknowledgementSet()) },
  { name: '999', text: written(implementationAcknowledgementGuide, acknowledgement()) },
];

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
  identifyTransaction(text);
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

const piece = fc.constantFrom(
  '',
  '*',
  ':',
  '^',
  '~',
  '**',
  '0',
  '-',
  ' ',
  '9'.repeat(40),
  '99999999999999999999.00',
  '.0000001',
  'é',
  '\n',
  '\u0000',
  '*IEA*',
  'HL*1**20*1~',
  'SE*1*1~',
  'ST*835*1~',
  'TA1*1*1*1~',
  'GS*HP~',
  'ISA*00',
);

/** Cuts, copies and inserts anywhere in a text. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        drop: fc.nat(60),
        put: piece,
        from: fc.nat(text.length),
        copy: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) =>
      changes.reduce(
        (one, { at, drop, put, from, copy }) =>
          one.slice(0, at) + put + (copy ? one.slice(from, from + drop) : '') + one.slice(at + drop),
        text,
      ),
    );

/** The same, with an ISA that stays whole, so that the damage reaches the loops. */
const damagedWithin = (text: string): fc.Arbitrary<string> =>
  damaged(text.slice(107)).map((body) => text.slice(0, 107) + body);

/** Segments lost, doubled and swapped. */
const shuffled = (text: string): fc.Arbitrary<string> => {
  const [isa = '', ...segments] = text.split('\n');
  const place = fc.nat(segments.length - 1);
  return fc
    .array(fc.tuple(fc.constantFrom('drop', 'double', 'swap'), place, place), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const list = [...segments];
      for (const [change, one, other] of changes) {
        const [first = '', second = ''] = [list[one], list[other]];
        if (change === 'drop') list.splice(one, 1);
        else if (change === 'double') list.splice(other, 0, first);
        else [list[one], list[other]] = [second, first];
      }
      return [isa, ...list].join('\n');
    });
};

/** Elements lost, doubled, or exchanged for what another segment has there. */
const garbled = (text: string): fc.Arbitrary<string> => {
  const elements = text.slice(107).split('*');
  const place = fc.nat(elements.length - 1);
  return fc
    .array(
      fc.tuple(
        place,
        fc.oneof(
          piece,
          place.map((one) => elements[one] ?? ''),
        ),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) => {
      const list = [...elements];
      for (const [at, value] of changes) list[at] = value;
      return text.slice(0, 107) + list.join('*');
    });
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

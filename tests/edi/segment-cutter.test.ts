import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBytes } from '../../functions/edi/text/bytes.ts';
import type { Delimiters } from '../../functions/edi/text/delimiters.ts';
import { packText } from '../../functions/edi/text/pack.ts';
import {
  countAt,
  flagsAt,
  header,
  idAt,
  isOpenEnded,
  isPadded,
  isSpecial,
  qualifierAt,
  SegmentCutter,
  segmentLimit,
} from '../../functions/edi/text/segment-cutter.ts';
import { assembledCutter } from '../../local/build/assemble-segment-cutter.ts';

/** What is known of a segment. Flags that may be set without need are told only where they must be. */
type Segment = {
  readonly elements: readonly string[];
  readonly id: number;
  readonly qualifier: number;
  readonly isOpenEnded: boolean;
};

const numberAt = (numbers: Int32Array, index: number): number => numbers[index] ?? Number.NaN;

/** All segments of a text that have a terminator, as the cutter sees them, and where the rest begins. */
const cut = (
  text: string,
  delimiters: Delimiters,
): { segments: Segment[]; flags: number[]; rest: number } => {
  const cutter = new SegmentCutter();
  cutter.declare(delimiters);
  cutter.begin(0);
  const segments: Segment[] = [];
  const flags: number[] = [];
  while (cutter.cut(toBytes(text))) {
    const { records } = cutter;
    for (let at = 0; at < cutter.length; ) {
      const count = numberAt(records, at + countAt);
      const starts = Array.from(records.subarray(at + header, at + header + count + 2));
      segments.push({
        elements: starts.slice(0, -1).map((start, index) => text.slice(start, (starts[index + 1] ?? 0) - 1)),
        id: numberAt(records, at + idAt),
        qualifier: numberAt(records, at + qualifierAt),
        isOpenEnded: (numberAt(records, at + flagsAt) & isOpenEnded) !== 0,
      });
      flags.push(numberAt(records, at + flagsAt));
      at += header + count + 2;
    }
  }
  return { segments, flags, rest: cutter.rest };
};

/** Delimiters beyond ASCII separate nothing. */
const separator = (delimiter: string): string => (delimiter > '\u007f' ? '\uffff' : delimiter);

/** The same in plain words. */
const cutPlainly = (text: string, delimiters: Delimiters): Segment[] => {
  const [element, component, segment] = [delimiters.element, delimiters.component, delimiters.segment].map(
    separator,
  ) as [string, string, string]; // as many as there were
  const segments: Segment[] = [];
  let rest = text.replace(/^[\0- ]+/, '');
  for (let end = rest.indexOf(segment); end >= 0; end = rest.indexOf(segment)) {
    const whole = rest.slice(0, end);
    const one = segment === '\n' && whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    const elements = one.split(element);
    const [id = '', first = '', , third = ''] = elements;
    const qualifier = id === 'HL' ? third : first;
    segments.push({
      elements,
      id: packText(id),
      qualifier: packText(qualifier.split(component)[0] ?? ''),
      isOpenEnded: elements.length > 1 && elements.at(-1) === '',
    });
    rest = rest.slice(end + 1).replace(/^[\0- ]+/, '');
  }
  return segments;
};

const standard: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' };

const anyDelimiters: fc.Arbitrary<Delimiters> = fc.constantFrom(
  standard,
  { element: '|', repetition: '^', component: '>', segment: '\n' },
  { element: '*', repetition: '^', component: ':', segment: '\r' },
  { element: '\u001d', repetition: '\u001e', component: '\u001f', segment: '\u001c' },
  { element: '*', repetition: '\u0000', component: '<', segment: "'" },
  { element: 'Ī', repetition: '^', component: 'é', segment: '~' }, // Ī ends in the byte of *
);

/** Texts of what segments are made of, long enough for several blocks now and then. */
const anyText = ({ element, repetition, component, segment }: Delimiters): fc.Arbitrary<string> => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(element, segment) },
    { weight: 2, arbitrary: fc.constantFrom(component, repetition, ' ', '\r', '\n', 'HL', 'é', '\u007f') },
    { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom('A', '1', '.', 'Z'), maxLength: 6 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  );
  const short = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));
  return fc.oneof(
    { weight: 9, arbitrary: short },
    { weight: 1, arbitrary: fc.tuple(short, fc.nat(3000)).map(([text, times]) => text.repeat(times + 1)) },
  );
};

describe('segments', () => {
  it('are cut as plain words would cut them', () => {
    const anyCase = anyDelimiters.chain((delimiters) =>
      fc.tuple(fc.constant(delimiters), anyText(delimiters)),
    );
    fc.assert(
      fc.property(anyCase, ([delimiters, text]) => {
        expect(cut(text, delimiters).segments).toEqual(cutPlainly(text, delimiters));
      }),
      { numRuns: 500 },
    );
  });

  it.each([15, 16, 17, 31, 33, 16_384, 16_385, 100_000])(
    'are cut with an element of %i characters',
    (length) => {
      const text = `A*B~REF*EA*${'X'.repeat(length)}*1~SE*1~`;
      expect(cut(text, standard).segments).toEqual(cutPlainly(text, standard));
    },
  );

  it('longer than X12 knows have no end', () => {
    const text = `A*B~REF*EA*${'X'.repeat(segmentLimit)}~SE*1~`;
    expect(cut(text, standard)).toMatchObject({ segments: [{ elements: ['A', 'B'] }], rest: 4 });
    const blank = `A*B~${' '.repeat(segmentLimit)}SE*1~`;
    expect(cut(blank, standard).segments).toHaveLength(2);
  });

  it.each([
    ['REF*EA*1~', 0],
    ['REF*EA *1~', isPadded],
    ['REF*EA*1 ~', isPadded],
    ['REF *EA*1~', isPadded],
    ['REF*EA*A B~', 0],
    [`REF*EA*${'X'.repeat(12)} ~`, isPadded], // the space ends a block
    [`REF*EA*${'X'.repeat(8)} *1~`, isPadded], // and so does this
    ['SVC*HC :99213*1~', isPadded | isSpecial],
    ['SVC*HC:99213*1~', isSpecial],
    ['EB*1^2~', isSpecial],
    ['NM1*QC*1*GARCÍA~', isSpecial],
    ['NM1*QC*1*A\u0001~', isSpecial],
    ['NM1*QC*1*A\u007f~', isSpecial],
    ['REF*EA*~', isOpenEnded],
    ['REF~', 0],
  ])('%j has the flags %i', (text, flags) => {
    expect(cut(text, standard).flags).toEqual([flags]);
    // A neighbour has nothing to do with it.
    expect(cut(`A*B~${text}\nA*B~`, standard).flags).toEqual([0, flags, 0]);
  });

  it('are cut by what the assembler makes of its text', async () => {
    const file = new URL('../../functions/edi/text/segment-cutter-wasm.ts', import.meta.url);
    expect(await readFile(file, 'utf8')).toBe(await assembledCutter());
  });
});

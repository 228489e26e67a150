import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SetWatcher } from '../../functions/edi/engine/set-watcher.ts';
import type { WatcherFactory } from '../../functions/edi/envelope/interchange-handler.ts';
import { type Guide, loop, R, S, scalar, segment } from '../../functions/edi/guide/declare.ts';
import { references } from '../../functions/edi/guide/shared-segments.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { checking, type ParsedInterchange, parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { damagedWithin, garbled, shuffled } from './material/damage.ts';
import { groupText, interchangeText, shortSet } from './material/interchange-texts.ts';
import { needingSamples, samples } from './material/shared-samples.ts';
import { changed } from './material/text-changes.ts';
import { files } from './material/valid-files.ts';

/** A watcher that sees every segment, so that no loop is read at one go. */
const bySegment: WatcherFactory = () => ({});

/** Validation segment by segment. */
const checkingBySegment: WatcherFactory = (guide, group): SetWatcher => {
  const check = checking()(guide, group);
  return {
    segment: (member, scanner, findings) => check.segment?.(member, scanner, findings),
    loop: (frame, findings, around) => check.loop?.(frame, findings, around),
    end: (frame, findings) => check.end?.(frame, findings),
  };
};

const read = (text: string, watch?: WatcherFactory): ParsedInterchange[] =>
  parseInterchanges(text, allGuides, watch);

/** Loops are read at one go once they came often. */
const often = 20;

beforeAll(() => {
  for (const { text } of files) for (let time = 0; time < often; time += 1) read(text);
});

/** Objects, the forms they stood in, what is broken and all findings are the same. */
const expectTheSame = (text: string): void => {
  expect(read(text)).toEqual(read(text, bySegment));
  expect(read(text, checking())).toEqual(read(text, checkingBySegment));
};

describe('loops at one go', () => {
  it.each([
    ['837P', ['2010AA', '2010BA', '2300']],
    ['835', ['1000A', '1000B', '2100']],
    ['999', ['2000']],
  ])('are those of a valid %s', (name, loops) => {
    const seen = new Set<string>();
    const watcher: SetWatcher = { whole: ({ loop }) => seen.add(loop.guide.id) };
    read(files.find((file) => file.name === name)?.text ?? '', () => watcher);
    expect([...seen]).toEqual(expect.arrayContaining(loops));
  });
});

describe.each(files)('loops of a $name, read at one go and segment by segment', ({ text }) => {
  it('are the same in a valid file', () => {
    expectTheSame(text);
  });

  it.each([
    ['segments are lost, doubled or swapped', shuffled],
    ['elements are lost, doubled or exchanged', garbled],
    ['anything is lost or added', damagedWithin],
  ] as const)('are the same where %s', (_, damage) => {
    fc.assert(fc.property(damage(text), expectTheSame), { numRuns: 100 });
  });
});

needingSamples.describe('loops of the shared samples', () => {
  it.each(samples.map(({ name, text }) => [name, text] as const))('are the same in %s', (_, text) => {
    expectTheSame(text);
  });
});

describe('a composite of a loop at one go', () => {
  const valid = files.find(({ name }) => name === '837P')?.text ?? '';

  it.each(['AA:::NE', 'AA:OA::NE', 'AA::NE:NE', 'AA:::NE:', 'AA:::NE:US', 'AA:::NE:US:X', ':OA', 'ZZ'])(
    'is held to its guide: %s',
    (relatedCauses) => {
      const text = changed('*Y*Y~', `*Y*Y**${relatedCauses}~`)(valid);
      const findings = read(text, checking()).flatMap(({ report }) => findingsOf(report));
      expectTheSame(text);
      expect(findings.some(({ level }) => level === 2)).toBe(!/^AA:(OA)?::NE:?(US)?$/.test(relatedCauses));
    },
  );
});

describe('a loop of an odd guide', () => {
  const odd = loop('1', {
    number: R.one(scalar('LX', R.text(1))), // no field of the loop itself
    first: S.many(1, references('EA F8')),
    second: S.many(2, references('EA')), // as the first, which it stands behind
    services: S.many(2, segment('SVC', { qualifier: R.code([1, 1], 'HC'), procedure: R.text([1, 2]) })),
  });
  const guide: Guide = {
    name: 'odd',
    transaction: '835',
    functionalId: 'HP',
    version: '005010X221A1',
    hasVersionInSt: false,
    root: loop('R', { beginning: R.inline(segment('BPR', { handling: R.text(1) })), units: S.many(9, odd) }),
    unit: odd,
  };

  it.each([
    [[]],
    [['REF*EA*1']],
    [['REF*F8*1', 'REF*EA*2']],
    [['REF*EA*1', 'REF*EA*2', 'REF*EA*3']],
    [['REF*EA*1', 'REF*EA*2', 'REF*EA*3', 'REF*EA*4']],
    [['REF*ZZ*1', 'REF*EA']],
    [['SVC*HC:99213', 'SVC*HC']],
    [['SVC*NU:0250']],
  ])('is the same at one go and segment by segment: %j', (lines) => {
    const segments = ['ST*835*0001', 'BPR*I', 'LX*1', ...lines, 'LX', 'LX*3'];
    const text = interchangeText(groupText([[...segments, `SE*${segments.length + 1}*0001`]]));
    for (let time = 0; time < often; time += 1) parseInterchanges(text, [guide]);
    const parsed = parseInterchanges(text, [guide]);
    expect(parsed).toEqual(parseInterchanges(text, [guide], bySegment));
    expect(parsed[0]?.broken).not.toEqual([]); // at least the LX without its number
  });
});

/** A remittance of claims that all have what `lines` say of each of them. */
const remittanceOf = (claims: readonly (readonly string[])[]): string => {
  const [start = '', ...rest] = shortSet();
  const segments = [start, ...rest.slice(0, -1), 'LX*1', ...claims.flat()];
  return interchangeText(groupText([[...segments, `SE*${segments.length + 1}*0001`]]));
};

const claimOf = (lines: readonly string[]): string[] => [
  'CLP*C1*1*0*0**12*ICN1*11*1',
  'NM1*QC*1*OKAFOR*ADA',
  ...lines,
];

describe('a loop that cannot be read at one go', () => {
  const line = ['SVC*HC:99213*0*0**1', 'DTM*472*20260302'];

  it('because it is longer than anybody expects is read all the same', () => {
    const long = [...line, 'REF*6R*1', 'AMT*B6*0', 'LQ*HE*N130'];
    expectTheSame(remittanceOf([claimOf(new Array(999).fill(long).flat())]));
    expectTheSame(remittanceOf([claimOf(new Array(1000).fill(line).flat())])); // one more than the guide allows
  });

  it.each([
    ['as every claim of the file', () => line.toReversed()],
    ['as every other claim', (index: number) => (index % 2 === 0 ? line : ['ZZZ*1', ...line])],
    ['as a few claims', (index: number) => (index % 40 === 7 ? ['LQ*HE*N130'] : line)],
  ] as const)('%s is read all the same', (_, lines) => {
    expectTheSame(remittanceOf(Array.from({ length: 200 }, (_, index) => claimOf(lines(index)))));
  });

  it('because idle zeros and empty elements stand in it is written as it was', () => {
    const zeros = ['SVC*HC:99213*0.00*0**1.0', 'DTM*472*20260302', 'AMT*B6*0.00*', 'REF*6R*1'];
    expectTheSame(remittanceOf([claimOf(zeros), claimOf([...zeros, 'LQ*HE*N130 '])]));
  });
});

import { describe, expect, it } from 'vitest';
import { pickSets, rawSetsIn } from '../../functions/edi/envelope/pick-sets.ts';

const isa =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261130*1200*^*00501*000000007*0*P*:';

const set = (kind: string, number: string, ...segments: string[]): string[] => [
  `ST*${kind}*${number}`,
  ...segments,
  `SE*${segments.length + 2}*${number}`,
];

const group = (number: string, ...sets: string[][]): string[] => [
  `GS*HP*SENDER*RECEIVER*20261130*1200*${number}*X*005010X221A1`,
  ...sets.flat(),
  `GE*${sets.length}*${number}`,
];

const file = (segments: string[], groups: number, end = '~\n'): string =>
  [isa, ...segments, `IEA*${groups}*000000007`].map((segment) => `${segment}${end}`).join('');

const ta1 = 'TA1*000000009*261130*1200*A*000';
const two = group('1', set('835', '0001', 'TRN*1*A'), set('835', '0002', 'TRN*1*B'));
const other = group('2', set('999', '0003', 'AK1*HC*5'));
const text = file([ta1, ...two, ...other], 2);

describe('the sets of an interchange', () => {
  it('are found in their order, an acknowledgement of the envelope among them', () => {
    expect(rawSetsIn(text).map(({ place, segments }) => [place, segments[0]?.[0], segments[1]?.[2]])).toEqual(
      [
        [0, 'TA1', undefined],
        [1, 'ST', 'A'],
        [2, 'ST', 'B'],
        [3, 'ST', '5'],
      ],
    );
  });

  it('picked all are the file, byte for byte', () => {
    for (const end of ['~', '~\n', '~\r\n'])
      expect(pickSets(file([ta1, ...two, ...other], 2, end), new Set([0, 1, 2, 3]))).toBe(
        file([ta1, ...two, ...other], 2, end).trimEnd(),
      );
  });

  it.each([
    [[1], [...group('1', set('835', '0001', 'TRN*1*A'))], 1],
    [[2, 3], [...group('1', set('835', '0002', 'TRN*1*B')), ...other], 2],
    [[0], [ta1], 0],
  ])('picked some (%j) are those alone, with the counts of what is left', (places, left, groups) => {
    expect(pickSets(text, new Set(places))).toBe(file(left, groups).trimEnd());
  });

  it('leave what stands between them', () => {
    const astray = file([...two.slice(0, 4), 'CLP*SOMEBODY', ...two.slice(4)], 1);
    expect(pickSets(astray, new Set([0, 1]))).toBe(file(two, 1).trimEnd());
  });

  it('picked none, or of a text that is no interchange, are nothing', () => {
    expect(pickSets(text, new Set())).toBeUndefined();
    expect(pickSets('Dear billing office', new Set([0]))).toBeUndefined();
    expect(rawSetsIn('Dear billing office')).toEqual([]);
  });
});

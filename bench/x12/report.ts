import Table from 'cli-table3';
import { median, type Results } from './measure.ts';

export type Memory = {
  readonly empty: number;
  readonly rows: readonly { readonly claims: number; readonly read: number; readonly validate: number }[];
};

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Megabytes in a second, in each round. */
const speeds = (results: Results, name: string): number[] => {
  const { bytes, times } = results.get(name) ?? { bytes: Number.NaN, times: [] };
  return times.map((ms) => bytes / 1000 / ms);
};

const speed = (results: Results, name: string): number => median(speeds(results, name));

/**
 * How many times as fast one is as the other: the median over the rounds that both have, since what else the machine
 * does meets both in a round and neither in another.
 */
const factor = (results: Results, one: string, other: string): number => {
  const others = speeds(results, other);
  const paired = speeds(results, one).slice(0, others.length);
  return median(paired.map((own, round) => own / (others[round] ?? Number.NaN)));
};

/** The figures of issue 3: "toX" is how many times as fast as X, but `validate.toParse` how many times as long. */
export const figures = (results: Results, memory: Memory) => {
  const ratio = (ours: string, theirs: string): number => rounded(factor(results, ours, theirs));
  const [at10k = Number.NaN, at50k = Number.NaN] = memory.rows.map(({ read, validate }) =>
    rounded(Math.max(read, validate), 0),
  );
  return {
    parse: {
      mbPerS: rounded(speed(results, 'parse'), 1),
      toJsonParse: ratio('parse', 'JSON.parse'),
      toX12Parser: ratio('parse', 'x12-parser'),
      toNodeX12: ratio('parse', 'node-x12'),
    },
    validate: { toParse: Math.max(ratio('parse', 'validate'), ratio('parse 837P', 'validate 837P')) },
    write: { toNodeX12: ratio('write', 'node-x12 write'), toJsonStringify: ratio('write', 'JSON.stringify') },
    rssMb: { at10k, at50k },
  };
};

/** Who is listed, under which words, and whom it is compared with. */
const sections: readonly (readonly [
  title: string,
  ours: string,
  rows: readonly (readonly [string, string])[],
])[] = [
  [
    'Read an 835 to claims',
    'parse',
    [
      ['ours, 64 KiB at a time', 'parse'],
      ['ours, validated (levels 1 to 4)', 'validate'],
      ['JSON.parse, JSON of equal size', 'JSON.parse'],
      ['x12-parser, grouped by claim', 'x12-parser'],
      ['node-x12, parsed and mapped', 'node-x12'],
      ['the limit: Buffer.indexOf', 'scan'],
    ],
  ],
  [
    'Read an 837P to claims',
    'parse 837P',
    [
      ['ours, 64 KiB at a time', 'parse 837P'],
      ['ours, validated (levels 1 to 4)', 'validate 837P'],
    ],
  ],
  [
    'Write an 837P from objects',
    'write',
    [
      ['ours', 'write'],
      ['node-x12, built and written', 'node-x12 write'],
      ['JSON.stringify, same objects', 'JSON.stringify'],
    ],
  ],
];

const style = { head: [], border: [], compact: true };

const speedTable = (results: Results): string => {
  const table = new Table({ head: ['', 'MB/s', 'we are'], style, colAligns: ['left', 'right', 'left'] });
  for (const [title, ours, rows] of sections) {
    table.push([{ colSpan: 3, content: title }]);
    for (const [words, name] of rows) {
      const verdict = name === ours ? '' : `${factor(results, ours, name).toFixed(2)} times as fast`;
      table.push([`  ${words}`, speed(results, name).toFixed(1), verdict]);
    }
  }
  return table.toString();
};

const memoryTable = ({ empty, rows }: Memory): string => {
  const head = [`MB beyond an empty Node (${empty.toFixed(0)} MB)`, 'reading', 'validating'];
  const table = new Table({ head, style, colAligns: ['left', 'right', 'right'] });
  for (const { claims, read, validate } of rows) {
    table.push([`  streaming an 835 of ${claims} claims`, read.toFixed(0), validate.toFixed(0)]);
  }
  return table.toString();
};

export const renderReport = (results: Results, memory: Memory): string =>
  `${speedTable(results)}\n\n${memoryTable(memory)}`;

import type { Finding } from '../../domain/finding.ts';
import { findingAtLine } from '../bank-file.ts';
import type { Bai2Record } from './records.ts';

/** The records between a header and its trailer, header and trailer among them. */
export type Account = {
  readonly header: Bai2Record; // 03
  readonly details: readonly Bai2Record[]; // 16
  readonly trailer: Bai2Record; // 49
};

export type Group = {
  readonly header: Bai2Record; // 02
  readonly accounts: readonly Account[];
  readonly trailer: Bai2Record; // 98
};

export type Statement = {
  readonly header: Bai2Record; // 01
  readonly groups: readonly Group[];
  readonly trailer: Bai2Record; // 99
};

/** What each header may hold, and the trailer that ends it. */
const levels = {
  '01': { inner: '02', trailer: '99' },
  '02': { inner: '03', trailer: '98' },
  '03': { inner: '16', trailer: '49' },
} as const;

type Level = keyof typeof levels;

/** A level with all within it: headers of the next, or entries. */
type Nested = {
  readonly header: Bai2Record;
  readonly inner: readonly Nested[];
  readonly details: readonly Bai2Record[];
  readonly trailer: Bai2Record;
};

/** Thrown within this module alone: where the records stop making sense. */
class OutOfPlace extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

const refuse = (record: Bai2Record | undefined, header: Bai2Record, expected: string): never => {
  const { line, code } = record ?? header;
  throw new OutOfPlace(
    record
      ? findingAtLine(line, 'out-of-place', `A record ${code} stands where ${expected} was expected`)
      : findingAtLine(
          line,
          'cut-off',
          `The file ends before the trailer of the record ${code} of this line: a part of it is missing`,
        ),
  );
};

const nest = (records: Bai2Record[], header: Bai2Record): Nested => {
  const { inner: innerCode, trailer } = levels[header.code as Level];
  const inner: Nested[] = [];
  const details: Bai2Record[] = [];
  for (;;) {
    const record = records.shift();
    if (record?.code === trailer) return { header, inner, details, trailer: record };
    if (record?.code !== innerCode || record === undefined)
      return refuse(record, header, `${innerCode} or ${trailer}`);
    if (innerCode === '16') details.push(record);
    else inner.push(nest(records, record));
  }
};

const toStatement = ({ header, inner, trailer }: Nested): Statement => ({
  header,
  trailer,
  groups: inner.map((group) => ({ header: group.header, trailer: group.trailer, accounts: group.inner })),
});

/** The statements of a file, each from its 01 to its 99; the finding says where the records stop making sense. */
export const readStatements = (
  all: readonly Bai2Record[],
): { readonly statements: readonly Statement[]; readonly findings: readonly Finding[] } => {
  const records = [...all];
  const statements: Statement[] = [];
  try {
    for (let header = records.shift(); header; header = records.shift()) {
      if (header.code !== '01') return { statements, findings: [startless(header)] };
      statements.push(toStatement(nest(records, header)));
    }
    return { statements, findings: [] };
  } catch (error) {
    if (!(error instanceof OutOfPlace)) throw error;
    return { statements, findings: [error.finding] };
  }
};

const startless = ({ line, code }: Bai2Record): Finding =>
  findingAtLine(line, 'out-of-place', `A statement begins with the record 01, not with ${code}`);

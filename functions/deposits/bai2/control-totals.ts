import type { Finding } from '../../domain/finding.ts';
import { cents, toDollars } from '../../edi/money.ts';
import { findingAtLine } from '../bank-file.ts';
import { readAmount, readDetail, readSummaries } from './fields.ts';
import { type Bai2Record, fieldsOf } from './records.ts';
import type { Account, Group, Statement } from './statement.ts';

/** What a trailer states, its last field being how many records there are. */
type Stated = { readonly total: number | undefined; readonly inner: number; readonly records: number };

const statedBy = ({ trailer }: { readonly trailer: Bai2Record }): Stated => {
  const fields = fieldsOf(trailer);
  const [total] = fields;
  const numbers = fields.slice(1).filter((field) => field !== '');
  return {
    total: total === '' ? undefined : readAmount(total),
    inner: Number(numbers[0] ?? Number.NaN),
    records: Number(numbers.at(-1) ?? Number.NaN),
  };
};

const sizeOfAccount = ({ header, details, trailer }: Account): number =>
  header.size + details.reduce((total, { size }) => total + size, 0) + trailer.size;

const sizeOfGroup = ({ header, accounts, trailer }: Group): number =>
  header.size + accounts.reduce((total, account) => total + sizeOfAccount(account), 0) + trailer.size;

const sizeOfStatement = ({ header, groups, trailer }: Statement): number =>
  header.size + groups.reduce((total, group) => total + sizeOfGroup(group), 0) + trailer.size;

const add = (amounts: readonly (number | undefined)[]): number =>
  amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);

/** Every amount of an account's summaries and entries, as each is signed: debits are not negative there. */
const totalOfAccount = ({ header, details }: Account): number =>
  add([
    ...readSummaries(fieldsOf(header).slice(2)).map(({ amount }) => readAmount(amount)),
    ...details.map(({ parts }) => readAmount(readDetail(parts).amount)),
  ]);

type Found = { readonly total: number; readonly inner: number; readonly records: number };

const disagreements = (
  trailer: Bai2Record,
  what: string,
  innerName: string | undefined,
  found: Found,
): readonly Finding[] => {
  const stated = statedBy({ trailer });
  const tell = (detail: string): Finding => findingAtLine(trailer.line, 'control-total', detail);
  const findings: Finding[] = [];
  if (stated.total !== found.total)
    findings.push(
      tell(
        `The ${what} adds up to ${toDollars(cents(found.total))}; its trailer ${trailer.code} says ${stated.total === undefined ? 'nothing' : toDollars(cents(stated.total))}`,
      ),
    );
  if (innerName && stated.inner !== found.inner)
    findings.push(
      tell(`The ${what} has ${found.inner} ${innerName}; its trailer says ${counted(stated.inner)}`),
    );
  if (stated.records !== found.records)
    findings.push(
      tell(`The ${what} has ${found.records} records; its trailer says ${counted(stated.records)}`),
    );
  return findings;
};

const counted = (count: number): string => (Number.isNaN(count) ? 'nothing' : String(count));

/**
 * What does not add up in a statement: totals and counts of its accounts (49), groups (98) and of itself (99). A level
 * is held against what the one below states, so that one wrong figure is told once.
 */
export const checkControlTotals = (statement: Statement): readonly Finding[] => [
  ...statement.groups.flatMap(checkGroup),
  ...disagreements(statement.trailer, 'file', 'groups', {
    total: add(statement.groups.map((group) => statedBy(group).total)),
    inner: statement.groups.length,
    records: sizeOfStatement(statement),
  }),
];

const checkGroup = (group: Group): readonly Finding[] => [
  ...group.accounts.flatMap((account) =>
    disagreements(account.trailer, 'account', undefined, {
      total: totalOfAccount(account),
      inner: 0,
      records: sizeOfAccount(account),
    }),
  ),
  ...disagreements(group.trailer, 'group', 'accounts', {
    total: add(group.accounts.map((account) => statedBy(account).total)),
    inner: group.accounts.length,
    records: sizeOfGroup(group),
  }),
];

import type { Finding } from '../../domain/finding.ts';
import { BankCredit } from '../../domain/ledger/deposit.ts';
import { type BankFile, findingAtLine, nothingPassedOver, type PassedOver } from '../bank-file.ts';
import { checkControlTotals } from './control-totals.ts';
import { type Detail, readAmount, readDate, readDetail } from './fields.ts';
import { type Bai2Record, fieldsOf, readRecords } from './records.ts';
import { type Account, type Group, readStatements, type Statement } from './statement.ts';
import { kindOf, methodOf, wholeOf } from './type-codes.ts';

/** Whether a file is BAI2 at all: it begins with the record 01. */
export const isBai2 = (text: string): boolean => /^[\s\uFEFF]*01,/.test(text);

type Part = {
  readonly credits: readonly BankCredit[];
  readonly findings: readonly Finding[];
  readonly passedOver: PassedOver;
};

const nothing: Part = { credits: [], findings: [], passedOver: nothingPassedOver };

const together = (parts: readonly Part[]): Part =>
  parts.reduce(
    (all, { credits, findings, passedOver }) => ({
      credits: [...all.credits, ...credits],
      findings: [...all.findings, ...findings],
      passedOver: {
        debits: all.passedOver.debits + passedOver.debits,
        totals: all.passedOver.totals + passedOver.totals,
        empty: all.passedOver.empty + passedOver.empty,
      },
    }),
    nothing,
  );

/**
 * Reads the credits of a statement in BAI2. A statement whose records or control totals do not fit together is refused
 * whole, with the line and both figures: which of its entries are true cannot be known.
 */
export const readBai2 = (text: string): BankFile => {
  const { records, findings: strange } = readRecords(text);
  const { statements, findings: misplaced } = readStatements(records);
  if (strange.length > 0) return { format: 'bai2', ...nothing, findings: strange };
  const read = together(statements.map(readStatement));
  return { format: 'bai2', ...read, findings: [...read.findings, ...misplaced] };
};

const readStatement = (statement: Statement): Part => {
  const findings = [...unreadableAmounts(statement), ...checkControlTotals(statement)];
  return findings.length > 0 ? { ...nothing, findings } : together(statement.groups.map(readGroup));
};

const unreadableAmounts = ({ groups }: Statement): readonly Finding[] =>
  groups
    .flatMap(({ accounts }) => accounts.flatMap(({ details }) => details))
    .filter(({ parts }) => readAmount(readDetail(parts).amount) === undefined)
    .map(({ line }) => findingAtLine(line, 'amount', 'The amount of the entry is no whole number of cents'));

/** 02: what the bank says of the group: 1 is an update, 3 corrects an earlier one. */
const refusedGroups: Readonly<Record<string, string>> = {
  '2': 'The bank takes back what it told in an earlier statement: compare the deposits of that day',
  '4': 'The bank says that this is a test',
};

const readGroup = ({ header, accounts }: Group): Part => {
  const [, , status = '', asOf, , currency = ''] = fieldsOf(header);
  const refused = refusedGroups[status];
  if (refused) return { ...nothing, findings: [findingAtLine(header.line, 'group-status', refused)] };
  const date = readDate(asOf);
  if (date === undefined)
    return { ...nothing, findings: [findingAtLine(header.line, 'date', 'The group has no date (02)')] };
  return together(accounts.map((account) => readAccount(account, date, currency)));
};

const readAccount = (account: Account, date: string, currencyOfGroup: string): Part => {
  const [number = '', ownCurrency = ''] = fieldsOf(account.header);
  const currency = (ownCurrency || currencyOfGroup || 'USD').toUpperCase();
  const entries = account.details.map((record) => ({ record, detail: readDetail(record.parts) }));
  const isCredited = entries.some(({ detail }) => kindOf(detail.typeCode) === 'credit');
  if (currency !== 'USD')
    return isCredited ? { ...nothing, findings: [notDollars(account.header, currency)] } : nothing;
  return together(withItems(entries).map((entry) => readEntry(entry, date, number)));
};

const notDollars = ({ line }: Bai2Record, currency: string): Finding =>
  findingAtLine(line, 'currency', `The account is kept in ${currency}: its credits are not taken`);

type Entry = { readonly record: Bai2Record; readonly detail: Detail };

/** Items go into the deposit that holds them: they say which checks it is made of, and are no more money. */
const withItems = (entries: readonly Entry[]): readonly Entry[] => {
  const holders = entries.map((entry, at) => holderOf(entry, at, entries));
  const items = Map.groupBy(entries.keys(), (at) => holders[at]);
  return entries
    .filter((_, at) => holders[at] === undefined)
    .map((entry) => {
      const held = (items.get(entry) ?? []).flatMap((at) => entries[at]?.detail ?? []);
      const lines = [entry.detail.text, ...held.map(lineOf)].filter((line) => line !== '');
      return { ...entry, detail: { ...entry.detail, text: lines.join('\n') } };
    });
};

/** The deposit that an item belongs to, the nearest before it or else after it; an item of none stands for itself. */
const holderOf = ({ detail }: Entry, at: number, entries: readonly Entry[]): Entry | undefined => {
  const whole = wholeOf(detail.typeCode);
  const isWhole = (entry: Entry): boolean => entry.detail.typeCode === whole;
  return whole === undefined ? undefined : (entries.slice(0, at).findLast(isWhole) ?? entries.find(isWhole));
};

const lineOf = ({ bankReference, customerReference, text }: Detail): string =>
  [bankReference, customerReference, text].filter((word) => word !== '').join(' ');

const readEntry = ({ record, detail }: Entry, date: string, account: string): Part => {
  const amount = readAmount(detail.amount) ?? 0;
  const kind = kindOf(detail.typeCode);
  const passing = (passed: Partial<PassedOver>): Part => ({
    ...nothing,
    passedOver: { ...nothingPassedOver, ...passed },
  });
  if (kind === 'debit') return passing({ debits: 1 });
  if (amount === 0) return passing({ empty: 1 });
  if (kind === 'total' || amount < 0 || kind === 'information')
    return { ...passing({ totals: 1 }), findings: [notACredit(record, detail, kind === 'total')] };
  return { ...nothing, ...creditOf(record, detail, { date, amount, account }) };
};

const notACredit = ({ line }: Bai2Record, { typeCode }: Detail, isTotal: boolean): Finding =>
  isTotal
    ? findingAtLine(line, 'total', `The code ${typeCode} is a total: as an entry it is not taken`)
    : findingAtLine(
        line,
        'no-credit',
        `An entry of the code ${typeCode} is not taken as a credit: look at it`,
      );

const creditOf = (
  { line }: Bai2Record,
  { typeCode, bankReference, customerReference, text }: Detail,
  { date, amount, account }: { readonly date: string; readonly amount: number; readonly account: string },
): Pick<Part, 'credits' | 'findings'> => {
  const read = BankCredit.safeParse({
    date,
    amount,
    text: [customerReference, text].filter((part) => part !== '').join('\n'),
    bankReference: bankReference || undefined,
    account: account || undefined,
    method: methodOf(typeCode),
  });
  return read.success
    ? { credits: [read.data], findings: [] }
    : { credits: [], findings: [findingAtLine(line, 'entry', 'The entry is longer than any is')] };
};

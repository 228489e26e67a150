import type { Finding } from '../../domain/finding.ts';
import { BankCredit } from '../../domain/ledger/deposit.ts';
import { kindOf, methodOf } from '../bai2/type-codes.ts';
import { type BankFile, findingAtLine, nothingPassedOver, type PassedOver } from '../bank-file.ts';
import { readAmount, readDate, readDirection } from './cells.ts';
import { type Column, type Places, placesIn } from './columns.ts';
import { type Row, readRows } from './rows.ts';

/** Banks put the name of the account and a balance above the headings. */
const furthestHeadings = 30;

/** What one row is: a credit, something to tell a person, or something passed over. */
type Read = { readonly credit: BankCredit } | { readonly finding: Finding } | keyof PassedOver;

/**
 * Reads the credits of a bank's table (CSV, or cut by semicolons or tabs) by its headings. A row that cannot be read is
 * told with its line, and the others are read.
 */
export const readCsv = (text: string): BankFile => {
  const table = findTable(text);
  if (table === undefined)
    return { format: 'csv', credits: [], findings: [headless], passedOver: nothingPassedOver };
  const { rows, places, headings } = table;
  const read = rows
    .filter(({ cells }) => cells?.join() !== headings.join())
    .map((row) => readRow(row, places));
  const count = (what: keyof PassedOver): number => read.filter((one) => one === what).length;
  return {
    format: 'csv',
    credits: read.flatMap((one) => (typeof one === 'object' && 'credit' in one ? [one.credit] : [])),
    findings: read.flatMap((one) => (typeof one === 'object' && 'finding' in one ? [one.finding] : [])),
    passedOver: { debits: count('debits'), totals: count('totals'), empty: count('empty') },
  };
};

const headless: Finding = findingAtLine(
  1,
  'no-headings',
  'No row has headings for a date and an amount, such as "Date, Description, Amount" or "Posting Date, Credit, Debit"',
);

type Table = {
  readonly headings: readonly string[];
  readonly places: Places;
  readonly rows: readonly Row[];
};

const findTable = (text: string): Table | undefined => {
  for (const delimiter of [',', ';', '\t', '|']) {
    const rows = readRows(text, delimiter);
    for (const [at, { cells = [] }] of rows.slice(0, furthestHeadings).entries()) {
      const places = placesIn(cells);
      if (places) return { headings: cells, places, rows: rows.slice(at + 1) };
    }
  }
  return undefined;
};

const readRow = ({ line, cells }: Row, places: Places): Read => {
  const refuse = (code: string, detail: string): Read => ({ finding: findingAtLine(line, code, detail) });
  if (cells === undefined) return refuse('row', 'A quotation mark opens or closes where it may not');
  const cell = (column: Column): string => cells[places[column][0] ?? -1] ?? '';
  if (cell('date') === '' && isSum(cells)) return 'totals';
  const money = moneyOf(cell);
  if (money === 'absent') return isSum(cells) ? 'totals' : refuse('amount', 'The row has no amount');
  if (money === 'empty' || money === 'debits' || money === 'totals') return money;
  if (money === undefined) return refuse('amount', 'The amount is no number of dollars and cents');
  const date = readDate(cell('date'));
  if (date === undefined) return refuse('date', 'The date is none: 2026-03-31 and 3/31/2026 are read');
  if (/pending|processing|scheduled/i.test(cell('status')))
    return refuse('pending', 'The bank has not posted it yet: the statement that says so is taken');
  if (!['', 'USD', '$', 'US DOLLAR'].includes(cell('currency').toUpperCase()))
    return refuse('currency', 'It is in another currency than dollars');
  return toCredit({ line, cells, places, cell, date, amount: money });
};

const isSum = (cells: readonly string[]): boolean => cells.some((cell) => /\b(total|balance)\b/i.test(cell));

/**
 * What came, in cents; undefined for no number, absent where a row with a date has none. A column of its own for
 * debits, a sign or a word says what went.
 */
const moneyOf = (cell: (column: Column) => string): number | keyof PassedOver | 'absent' | undefined => {
  const code = cell('typeCode');
  const kind = /^\d{3}$/.test(code) ? kindOf(code) : undefined;
  const told = cell('credit') || cell('amount');
  if (told === '' && cell('debit') === '') return cell('date') === '' ? 'empty' : 'absent';
  if (told === '') return readAmount(cell('debit')) === undefined ? undefined : 'debits';
  const amount = readAmount(told);
  if (amount === undefined) return undefined;
  if (amount === 0) return readAmount(cell('debit')) ? 'debits' : 'empty';
  if (kind === 'total') return 'totals';
  const isDebit =
    kind === 'debit' || (!kind && !cell('credit') && readDirection(cell('direction')) === 'debit');
  return amount < 0 || isDebit ? 'debits' : amount;
};

type Told = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly places: Places;
  readonly cell: (column: Column) => string;
  readonly date: string;
  readonly amount: number;
};

const toCredit = ({ line, cells, places, cell, date, amount }: Told): Read => {
  const read = BankCredit.safeParse({
    date,
    amount,
    text: places.text
      .map((at) => cells[at] ?? '')
      .filter((part) => part !== '')
      .join('\n'),
    bankReference: cell('reference') || undefined,
    checkNumber: cell('checkNumber') || undefined,
    account: cell('account') || undefined,
    method: methodOf(cell('typeCode')),
  });
  return read.success
    ? { credit: read.data }
    : { finding: findingAtLine(line, 'row', 'A cell of the row is longer than any is') };
};

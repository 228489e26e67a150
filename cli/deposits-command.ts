import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import Table from 'cli-table3';
import { Command } from 'commander';
import type { BankFile } from '../functions/deposits/bank-file.ts';
import { readBankFile } from '../functions/deposits/read-bank-file.ts';
import { sum, toDollars } from '../functions/edi/money.ts';

const plain = { head: [], border: [], compact: true };

/** What was read of a statement, for people: its credits, what was passed over, what could not be read. */
export const renderStatement = ({ format, credits, findings, passedOver }: BankFile): string => {
  const table = new Table({
    head: ['date', 'amount', 'came by', 'reference', 'check', 'text'],
    style: plain,
  });
  for (const { date, amount, method, bankReference, checkNumber, text } of credits)
    table.push([date, toDollars(amount), method ?? '', bankReference ?? '', checkNumber ?? '', text]);
  const total = sum(credits.map(({ amount }) => amount));
  const { debits, totals, empty } = passedOver;
  return [
    ...(credits.length > 0 ? [table.toString()] : []),
    `${format}: ${credits.length} credits of ${toDollars(total)} together; passed over: ${debits} debits, ${totals} totals, ${empty} without money`,
    ...findings.map(({ code, path, detail }) => `not read: ${path}: ${detail} (${code})`),
  ].join('\n');
};

/** `deposits`: what banks say, without records. */
export const depositsCommand = (): Command => {
  const deposits = new Command('deposits').description('read statements of banks');
  deposits
    .command('read')
    .description('print the credits of a statement (BAI2 or CSV); exit code 1 when something is not read')
    .argument('<file>', 'a statement, or - for the standard input')
    .option('--json', 'one object, amounts in cents')
    .action(async (name: string, { json }: { json?: true }) => {
      const statement = readBankFile(name === '-' ? await buffer(process.stdin) : await readFile(name));
      console.log(json ? JSON.stringify(statement, undefined, 2) : renderStatement(statement));
      if (statement.findings.length > 0) process.exitCode = 1;
    });
  return deposits;
};

import type { Finding } from '../domain/finding.ts';
import type { BankCredit } from '../domain/ledger/deposit.ts';

/** How many entries of a statement are no credits of ours to match, by what they are. */
export type PassedOver = {
  readonly debits: number;
  /** Sums and balances. */
  readonly totals: number;
  /** Entries without money. */
  readonly empty: number;
};

/** What a bank's file says: its credits, what of it could not be read, each with its line, and what was passed over. */
export type BankFile = {
  readonly format: 'bai2' | 'csv';
  readonly credits: readonly BankCredit[];
  readonly findings: readonly Finding[];
  readonly passedOver: PassedOver;
};

export const nothingPassedOver: PassedOver = { debits: 0, totals: 0, empty: 0 };

/** A finding against one line of a file: which line, never what stands in it. */
export const findingAtLine = (line: number, code: string, detail: string): Finding => ({
  code,
  path: `line ${line}`,
  detail,
});

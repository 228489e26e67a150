import type { FeeLine } from '../domain/contract/fee-line.ts';
import type { ImportReport } from '../domain/patients/import-report.ts';

/** A table of fees as a caller sends it. */
export type FeeTable = {
  readonly practiceId: string;
  readonly content: Uint8Array;
  readonly payerId?: string | undefined;
  readonly table: string;
  readonly apply: boolean;
};

/** What people see of contracts with payers, and enter. */
export type ContractRecordsOfPractice = {
  readonly importFees: (table: FeeTable) => Promise<ImportReport>;
  /** Every edition of a payer's fees, of all procedures or of one. */
  readonly feesOfPayer: (
    practiceId: string,
    payerId: string,
    procedure?: string,
  ) => Promise<readonly FeeLine[]>;
};

import { importFees } from '../../functions/contracts/import-fees.ts';
import { FeeLine, feeKind } from '../../functions/domain/contract/fee-line.ts';
import { payers } from '../factories/payers.ts';

/** A fee of 92.05 from 2026 on; one change makes it another. */
export const fee = (change: Partial<Record<keyof FeeLine, unknown>> = {}): FeeLine =>
  FeeLine.parse({
    payerId: 'northwind',
    procedure: '99213',
    amount: 9205,
    from: '2026-01-01',
    source: 'fees-2026.csv, line 2',
    ...change,
  });

/** The contracts of a practice in memory. */
export const contractRecords = (...recorded: readonly FeeLine[]) => {
  const fees = new Map(recorded.map((one) => [`${feeKind(one)} ${one.from}`, one]));
  const effects = {
    listPayers: async () => payers,
    feesOfPayer: async (_practiceId: string, payerId: string, procedure?: string) =>
      [...fees.values()].filter(
        (one) => one.payerId === payerId && (procedure === undefined || one.procedure === procedure),
      ),
    saveFees: async (_practiceId: string, saved: readonly FeeLine[]) => {
      for (const one of saved) fees.set(`${feeKind(one)} ${one.from}`, one);
    },
  };
  return {
    fees: () => [...fees.values()],
    effects,
    records: {
      feesOfPayer: effects.feesOfPayer,
      importFees: (table: Parameters<typeof importFees>[0]) =>
        importFees(table, new Date('2026-11-30T12:00:00Z'), effects),
    },
  };
};

import { FeeLine, feeKind } from '../../domain/contract/fee-line.ts';
import { BillingError } from '../../runtime/errors.ts';
import { FeeEntity } from './practice-table.ts';

/** All fees of a payer's contract, or those of one procedure, every edition. */
export const feesOfPayer = async (
  practiceId: string,
  payerId: string,
  procedure?: string,
): Promise<FeeLine[]> => {
  const { data } = await FeeEntity.query
    .primary({ practiceId, payerId, ...(procedure && { procedure }) })
    .go({ pages: 'all' });
  return data
    .map(({ record }) => FeeLine.parse(record))
    .filter((fee) => !procedure || fee.procedure === procedure);
};

/** The fees of a payer for some procedures, every edition. */
export const feesFor = async (
  practiceId: string,
  payerId: string,
  procedures: readonly string[],
): Promise<FeeLine[]> => {
  const each = await Promise.all(
    [...new Set(procedures)].map((procedure) => feesOfPayer(practiceId, payerId, procedure)),
  );
  return each.flat();
};

/** Writes fees, each by its kind and first day: again, it is the same record. */
export const saveFees = async (practiceId: string, fees: readonly FeeLine[]): Promise<void> => {
  if (fees.length === 0) return;
  const items = fees.map((fee) => ({
    ...{ practiceId, payerId: fee.payerId, procedure: fee.procedure },
    ...{ kind: feeKind(fee), from: fee.from, record: fee },
  }));
  const { unprocessed } = await FeeEntity.put(items).go({ concurrency: 4 });
  if (unprocessed.length > 0)
    throw new BillingError('ConcurrentChange', 'The table took only a part of the fees: import them again');
};

import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import type { Deposit } from '../../functions/domain/ledger/deposit.ts';
import type { HandTie } from '../../functions/domain/ledger/deposits/tie.ts';
import type { Payment } from '../../functions/domain/ledger/payment.ts';
import { isOn, listOf, practiceLists } from './api/lists.ts';

type DepositRecords = Pick<
  PracticeRecords,
  'addDeposit' | 'depositsOfPractice' | 'paymentsOfPractice' | 'handTiesOf' | 'saveHandTie'
>;

const within = (date: string | undefined, { from, to }: { from: string; to: string }): boolean =>
  date !== undefined && date >= from && date <= to;

/** Records of deposits in memory, beside the payments that are there. */
export const depositRecords = (
  payments: readonly Payment[] = [],
): DepositRecords & Pick<PracticeRecords, 'lists'> => {
  const deposits = new Map<string, Deposit>();
  const ties = new Map<string, HandTie>();
  return {
    lists: practiceLists({
      deposits: listOf(
        () => [...deposits.values()],
        ({ date, depositId }) => `${date} ${depositId}`,
        isOn,
      ),
    }),
    addDeposit: async (deposit) => {
      if (deposits.has(deposit.depositId)) return false;
      deposits.set(deposit.depositId, deposit);
      return true;
    },
    depositsOfPractice: async (practiceId, days) =>
      [...deposits.values()].filter((one) => one.practiceId === practiceId && within(one.date, days)),
    paymentsOfPractice: async (practiceId, days) =>
      payments.filter((one) => one.practiceId === practiceId && within(one.date, days)),
    handTiesOf: async (practiceId) => [...ties.values()].filter((one) => one.practiceId === practiceId),
    saveHandTie: async (tie) => {
      ties.set(tie.tieId, tie);
    },
  };
};

export const noDeposits = (): DepositRecords & Pick<PracticeRecords, 'lists'> => depositRecords();

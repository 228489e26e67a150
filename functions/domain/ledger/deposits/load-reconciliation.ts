import { addDays, type CalendarDate } from '../../calendar.ts';
import type { Deposit } from '../deposit.ts';
import type { Payment } from '../payment.ts';
import { type Reconciliation, reconcileDeposits } from './reconcile-deposits.ts';
import type { HandTie } from './tie.ts';

/** Days from one to another, both included. */
export type Days = { readonly from: CalendarDate; readonly to: CalendarDate };

export type ReconciliationRecords = {
  readonly depositsOfPractice: (practiceId: string, days: Days) => Promise<readonly Deposit[]>;
  readonly paymentsOfPractice: (practiceId: string, days: Days) => Promise<readonly Payment[]>;
  readonly handTiesOf: (practiceId: string) => Promise<readonly HandTie[]>;
};

/** The other half of what lies at the edge of the days asked for may be so far outside of them. */
const marginDays = 180;

const isOf = ({ from, to }: Days, date: CalendarDate | undefined): boolean =>
  date === undefined || (date >= from && date <= to);

/** How the deposits and payments of some days stand to one another, as of today. */
export const loadReconciliation = async (
  practiceId: string,
  days: Days,
  today: CalendarDate,
  records: ReconciliationRecords,
): Promise<Reconciliation> => {
  const wide = { from: addDays(days.from, -marginDays), to: addDays(days.to, marginDays) };
  const [deposits, payments, handTies] = await Promise.all([
    records.depositsOfPractice(practiceId, wide),
    records.paymentsOfPractice(practiceId, wide),
    records.handTiesOf(practiceId),
  ]);
  const all = reconcileDeposits({ deposits, payments, handTies }, today);
  const isAsked = (one: Pick<Reconciliation['ties'][number], 'deposits' | 'payments'>): boolean =>
    [...one.deposits, ...one.payments].some(({ date }) => isOf(days, date));
  return {
    ties: all.ties.filter(isAsked),
    differences: all.differences.filter(isAsked),
    depositsAlone: all.depositsAlone.filter(({ deposit }) => isOf(days, deposit.date)),
    paymentsAlone: all.paymentsAlone.filter(({ payment }) => isOf(days, payment.date)),
  };
};

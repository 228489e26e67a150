import type { PaymentMade } from '../../local/payer-simulator/answer.ts';

const compact = (day: string): string => day.slice(2).replaceAll('-', '');

/** The bank's statement in BAI2: each cheque that the payers sent, by its number, deposited on the day of its date. */
export const bankStatement = (payments: readonly PaymentMade[]): string => {
  const days = [
    ...Map.groupBy(
      payments.filter(({ amount }) => amount > 0),
      ({ date }) => date,
    ),
  ];
  const groups = days.map(([day, cheques]) => groupOf(day, cheques));
  const records = groups.flatMap(({ lines }) => lines);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const [[first = '2026-01-01'] = []] = days;
  return [
    `01,021000021,MAPLE01,${compact(first)},0615,1,,,2/`,
    ...records,
    `99,${total},${groups.length},${records.length + 2}/`,
  ].join('\r\n');
};

/** 301 a commercial deposit, whose customer reference is the cheque's number; totals are sums of the amounts as they stand. */
const groupOf = (day: string, cheques: readonly PaymentMade[]) => {
  const total = cheques.reduce((sum, { amount }) => sum + amount, 0);
  const entries = cheques.map(
    ({ amount, traceNumber }, at) => `16,301,${amount},,BANK${at + 1},${traceNumber},LOCKBOX/`,
  );
  const account = ['03,0004567891234,,010,0,,/', ...entries, `49,${total},${entries.length + 2}/`];
  const lines = [
    `02,MAPLE01,021000021,1,${compact(day)},2359,USD,2/`,
    ...account,
    `98,${total},1,${account.length + 2}/`,
  ];
  return { lines, total };
};

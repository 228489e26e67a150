import { type Cents, cents } from '../../../edi/money.ts';
import { businessDaysBetween } from '../../calendar/business-days.ts';
import type { CalendarDate } from '../../calendar.ts';
import type { Deposit } from '../deposit.ts';
import { type Payment, standingTellings } from '../payment.ts';
import { type HandTie, type Pool, type Tie, totalOf, without } from './tie.ts';
import { tieByDate, tieBySum } from './tie-by-amount.ts';
import { type Choices, tieByName } from './tie-by-name.ts';

/** Business days of the banks after which somebody asks where the other half is. */
export const patienceDays = 4;

/** For how long something stands alone, in business days, and whether that is too long. */
type Age = { readonly businessDays: number; readonly isOverdue: boolean };

export type DepositAlone = Age & {
  readonly deposit: Deposit;
  /** Payments that would fit, where more than one answer does or the sum alone speaks for it. */
  readonly choices: readonly (readonly Payment[])[];
  /** A deposit of the same day and amount of which another file told. */
  readonly mayBeToldTwice?: Deposit;
};

export type PaymentAlone = Age & { readonly payment: Payment };

/** Deposits and payments that name one another and differ by an amount: positive when more came. */
export type Difference = Age & Pool & { readonly difference: Cents };

/** What ties out, and what does not: each deposit and payment stands in one place. */
export type Reconciliation = {
  readonly ties: readonly Tie[];
  readonly differences: readonly Difference[];
  readonly depositsAlone: readonly DepositAlone[];
  readonly paymentsAlone: readonly PaymentAlone[];
};

/**
 * A payment of nothing moves no money (BPR04 NON); one that is not zero has to come, however it is announced, but for
 * one that only a person told of, who took it back.
 */
const movesMoney = (payment: Payment): boolean => payment.amount > 0 && standingTellings(payment).length > 0;

/**
 * Holds deposits against payments, all of them at once: what a person tied, what names a trace or a check, what agrees
 * in amount and date, what adds up. Every step takes only what has one answer, and the order of what is given changes
 * nothing.
 */
export const reconcileDeposits = (
  given: Pool & { readonly handTies: readonly HandTie[] },
  today: CalendarDate,
): Reconciliation => {
  const all: Pool = {
    deposits: given.deposits.toSorted((one, other) => byText(one.depositId, other.depositId)),
    payments: given.payments
      .filter(movesMoney)
      .toSorted((one, other) => byText(one.paymentId, other.paymentId)),
  };
  const byHand = tieByHand(all, given.handTies);
  const afterHand = without(all, byHand);
  const named = tieByName(afterHand);
  const unclear = named.choices.map(({ deposit }) => ({ deposits: [deposit], payments: [] }));
  const afterNames = without(afterHand, [...named.ties, ...named.differences, ...unclear]);
  const byDate = tieByDate(afterNames);
  const sums = tieBySum(without(afterNames, byDate));
  const ties = [...byHand, ...named.ties, ...byDate, ...sums.ties];
  const alone = without(all, [...ties, ...named.differences]);
  return {
    ties,
    differences: named.differences.map((one) => toDifference(one, today)),
    depositsAlone: depositsAloneOf(alone, all, [...named.choices, ...sums.choices], today),
    paymentsAlone: alone.payments.map((payment) => ({ payment, ...ageOf(dayOf(payment), today) })),
  };
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const tieByHand = ({ deposits, payments }: Pool, handTies: readonly HandTie[]): readonly Tie[] =>
  handTies
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map(({ depositIds, paymentIds }) => ({
      deposits: deposits.filter(({ depositId }) => depositIds.includes(depositId)),
      payments: payments.filter(({ paymentId }) => paymentIds.includes(paymentId)),
      basis: 'hand',
    }));

const ageOf = (since: CalendarDate, today: CalendarDate): Age => {
  const businessDays = Math.max(0, businessDaysBetween(since, today, 'bank'));
  return { businessDays, isOverdue: businessDays >= patienceDays };
};

/** A payment without a date is as old as the news of it. */
const dayOf = ({ date, tellings: [first] }: Payment): CalendarDate =>
  date ?? first?.at.slice(0, 10) ?? '1970-01-01';

const toDifference = (pool: Pool, today: CalendarDate): Difference => {
  const since = [...pool.deposits.map(({ date }) => date), ...pool.payments.map(dayOf)].toSorted().at(-1);
  return {
    ...pool,
    difference: cents(totalOf(pool.deposits) - totalOf(pool.payments)),
    ...ageOf(since ?? today, today),
  };
};

const depositsAloneOf = (
  alone: Pool,
  all: Pool,
  found: readonly Choices[],
  today: CalendarDate,
): readonly DepositAlone[] => {
  const left = new Set(alone.payments);
  return alone.deposits.map((deposit) => {
    const choices = found
      .filter((one) => one.deposit === deposit)
      .flatMap((one) => one.choices.filter((payments) => payments.every((payment) => left.has(payment))))
      .map((payments) => payments.toSorted((one, other) => byText(one.paymentId, other.paymentId)));
    const other = all.deposits.find((one) => isToldElsewhere(one, deposit));
    return {
      deposit,
      choices,
      ...(other && { mayBeToldTwice: other }),
      ...ageOf(deposit.date, today),
    };
  });
};

const isToldElsewhere = (one: Deposit, other: Deposit): boolean =>
  one !== other &&
  one.date === other.date &&
  one.amount === other.amount &&
  one.source.name !== other.source.name;

import type { Deposit } from '../deposit.ts';
import type { Payment } from '../payment.ts';
import { namesIn, nearDays } from './evidence.ts';
import { type Nearby, paymentsNear } from './nearby-payments.ts';
import { subsetsThatAddUp } from './subset-sums.ts';
import type { Pool, Tie } from './tie.ts';
import type { Choices } from './tie-by-name.ts';

/** A deposit that states a trace is of that payment and of no other, here or still to come. */
const statesTrace = (deposit: Deposit): boolean => namesIn(deposit).segments.length > 0;

type Pair = { readonly deposit: Deposit } & Nearby;

const pairsIn = ({ deposits, payments }: Pool): readonly Pair[] => {
  const near = paymentsNear(payments);
  return deposits
    .filter((deposit) => !statesTrace(deposit))
    .flatMap((deposit) =>
      near(deposit)
        .filter(({ payment, after }) => payment.amount === deposit.amount && isSoon(after))
        .map((one) => ({ deposit, ...one })),
    );
};

const isSoon = (after: number): boolean => Math.abs(after) <= nearDays;

/** Pairs of which neither half has another. */
const lonely = (pairs: readonly Pair[]): readonly Pair[] => {
  const byDeposit = Map.groupBy(pairs, ({ deposit }) => deposit);
  const byPayment = Map.groupBy(pairs, ({ payment }) => payment);
  return pairs.filter(
    ({ deposit, payment }) => byDeposit.get(deposit)?.length === 1 && byPayment.get(payment)?.length === 1,
  );
};

/** Ties what has the same amount on the same day, then within three business days, where nothing else fits either. */
export const tieByDate = (pool: Pool): readonly Tie[] => tiePairs(pairsIn(pool));

const tiePairs = (pairs: readonly Pair[]): readonly Tie[] => {
  const sameDay = lonely(pairs.filter(({ after }) => after === 0));
  const certain = sameDay.length > 0 ? sameDay : lonely(pairs);
  if (certain.length === 0) return [];
  const taken = new Set<Deposit | Payment>(certain.flatMap(({ deposit, payment }) => [deposit, payment]));
  const ties = certain.map(
    ({ deposit, payment }): Tie => ({
      deposits: [deposit],
      payments: [payment],
      basis: 'amount-and-date',
    }),
  );
  const left = pairs.filter(({ deposit, payment }) => !taken.has(deposit) && !taken.has(payment));
  return [...ties, ...tiePairs(left)];
};

/** Payments that may have come in one deposit: checks of anybody, or what one payer sends on one day. */
const bundlesFor = (deposit: Deposit, near: readonly Nearby[]): readonly (readonly Payment[])[] => {
  const fitting = near.filter(({ payment }) => payment.amount < deposit.amount);
  const checks = fitting.filter(({ payment, after }) => payment.method === 'CHK' && after >= -1);
  const transfers = fitting.filter(({ payment, after }) => payment.method !== 'CHK' && isSoon(after));
  const byPayer = Map.groupBy(transfers, ({ payment: { payer, date } }) =>
    JSON.stringify([payer.id ?? payer.name, date]),
  );
  return [checks, ...byPayer.values()].map((bundle) => bundle.map(({ payment }) => payment));
};

/** Every way in which a deposit may be of payments that its text does not name. */
const waysFor = (deposit: Deposit, near: readonly Nearby[]): readonly (readonly Payment[])[] => {
  const singles = near
    .filter(({ payment }) => payment.amount === deposit.amount)
    .map(({ payment }) => [payment]);
  if (statesTrace(deposit)) return singles;
  const bundles = bundlesFor(deposit, near).flatMap((bundle) => subsetsThatAddUp(bundle, deposit.amount));
  return [...singles, ...bundles];
};

/**
 * Deposits of several payments, told by their sum alone: tied where one way of several payments adds up and none other,
 * of so few candidates that chance does not. All else that would fit is a choice for a person.
 */
export const tieBySum = (
  pool: Pool,
): { readonly ties: readonly Tie[]; readonly choices: readonly Choices[] } => {
  const near = paymentsNear(pool.payments);
  const found = pool.deposits
    .map((deposit) => ({ deposit, choices: waysFor(deposit, near(deposit)) }))
    .filter(({ choices }) => choices.length > 0);
  const claims = Map.groupBy(
    found.flatMap(({ choices }) => [...new Set(choices.flat())]),
    (payment) => payment,
  );
  const isCertain = ({ choices: [payments = [], ...others] }: Choices): boolean =>
    others.length === 0 &&
    payments.length > 1 &&
    payments.every((payment) => claims.get(payment)?.length === 1);
  const ties = found
    .filter(isCertain)
    .map(({ deposit, choices: [payments = []] }): Tie => ({ deposits: [deposit], payments, basis: 'sum' }));
  return { ties, choices: found.filter((one) => !isCertain(one)) };
};

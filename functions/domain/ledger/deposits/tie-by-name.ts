import { daysBetween } from '../../calendar.ts';
import type { Deposit } from '../deposit.ts';
import type { Payment } from '../payment.ts';
import { isNear, keyOf, keysOf, mayBeLate, type Naming, namesIn, namingOf } from './evidence.ts';
import { subsetsThatAddUp } from './subset-sums.ts';
import { type Pool, type Tie, totalOf, without } from './tie.ts';

/** That a deposit names a payment. */
type Link = { readonly deposit: Deposit; readonly payment: Payment; readonly naming: Naming };

const linksIn = ({ deposits, payments }: Pool): readonly Link[] => {
  const byKey = Map.groupBy(payments, ({ trace }) => keyOf(trace));
  return deposits.flatMap((deposit) => {
    const names = namesIn(deposit);
    const named = [...keysOf(names)].flatMap((key) => byKey.get(key) ?? []);
    return named.flatMap((payment) => {
      const naming = mayBeLate(deposit, payment) ? namingOf(names, payment) : undefined;
      return naming ? [{ deposit, payment, naming }] : [];
    });
  });
};

const basisOf = (payments: readonly Payment[]): Tie['basis'] =>
  payments.every(({ method }) => method === 'CHK') ? 'check-number' : 'trace';

const tieOf = (deposits: readonly Deposit[], payments: readonly Payment[]): Tie => ({
  deposits,
  payments,
  basis: basisOf(payments),
});

const isFree = ({ deposits, payments }: Pool, links: readonly Link[]): readonly Link[] => {
  const [freeDeposits, freePayments] = [new Set(deposits), new Set(payments)];
  return links.filter(({ deposit, payment }) => freeDeposits.has(deposit) && freePayments.has(payment));
};

/**
 * The payments that a deposit names and that add up to it: every way, or the one that agrees in its date, too. Check
 * numbers of several payers are alike, and traces come round again.
 */
const waysOf = (deposit: Deposit, links: readonly Link[]): readonly (readonly Payment[])[] => {
  const ways = subsetsThatAddUp(
    links.map(({ payment }) => payment),
    deposit.amount,
  );
  const dated = ways.filter((payments) => payments.every((payment) => isNear(deposit, payment)));
  return dated.length === 1 ? dated : ways;
};

/** Of deposits that name the same payments, which are the same money told twice, the one nearest to them. */
const nearest = (ties: readonly Tie[]): readonly Tie[] => {
  const taken = new Set<Payment>();
  return ties
    .toSorted((one, other) => distanceOf(one) - distanceOf(other))
    .filter(({ payments }) => {
      if (payments.some((payment) => taken.has(payment))) return false;
      for (const payment of payments) taken.add(payment);
      return true;
    });
};

const distanceOf = ({ deposits: [deposit], payments }: Tie): number =>
  Math.max(...payments.map(({ date }) => (date && deposit ? Math.abs(daysBetween(date, deposit.date)) : 0)));

/** Deposits of which one way alone adds up, again and again: what is tied leaves fewer ways for the others. */
const tieDeposits = (pool: Pool, links: readonly Link[]): readonly Tie[] => {
  const byDeposit = Map.groupBy(isFree(pool, links), ({ deposit }) => deposit);
  const certain = [...byDeposit].flatMap(([deposit, named]) => {
    const [payments, ...others] = waysOf(deposit, named);
    return payments && others.length === 0 ? [tieOf([deposit], payments)] : [];
  });
  const ties = nearest(certain);
  return ties.length === 0 ? [] : [...ties, ...tieDeposits(without(pool, ties), links)];
};

/** Payments that came in several deposits. */
const tieParts = (pool: Pool, links: readonly Link[]): readonly Tie[] => {
  const taken = new Set<Deposit>();
  const byPayment = Map.groupBy(isFree(pool, links), ({ payment }) => payment);
  return [...byPayment].flatMap(([payment, all]) => {
    const naming = all.filter(({ deposit }) => !taken.has(deposit));
    const [deposits, ...others] = subsetsThatAddUp(
      naming.map(({ deposit }) => deposit),
      payment.amount,
    );
    // One deposit alone is tied already where nothing speaks against it.
    if (!deposits || deposits.length === 1 || others.length > 0) return [];
    for (const deposit of deposits) taken.add(deposit);
    return [tieOf(deposits, [payment])];
  });
};

/** Deposits and payments that hang together by what names what. */
const componentsOf = (links: readonly Link[]): readonly Pool[] => {
  const left = new Set(links);
  const components: Pool[] = [];
  for (const start of left) {
    const deposits = new Set([start.deposit]);
    const payments = new Set([start.payment]);
    for (let grown = true; grown; ) {
      const touching = [...left].filter((link) => deposits.has(link.deposit) || payments.has(link.payment));
      for (const link of touching) {
        left.delete(link);
        deposits.add(link.deposit);
        payments.add(link.payment);
      }
      grown = touching.length > 0;
    }
    components.push({ deposits: [...deposits], payments: [...payments] });
  }
  return components;
};

const addsUp = ({ deposits, payments }: Pool): boolean => totalOf(deposits) === totalOf(payments);

/** A deposit and what it may be of, where more than one answer fits. */
export type Choices = {
  readonly deposit: Deposit;
  readonly choices: readonly (readonly Payment[])[];
};

/** What is tied by what deposits name, what of it has several answers, and what names one another but differs. */
export type NamedTies = {
  readonly ties: readonly Tie[];
  readonly choices: readonly Choices[];
  readonly differences: readonly Pool[];
};

/**
 * Ties deposits to the payments whose trace or check number they name, where amounts agree: one to one, one deposit of
 * several payments, a payment in several deposits, or several of both.
 */
export const tieByName = (pool: Pool): NamedTies => {
  const links = linksIn(pool);
  const whole = tieDeposits(pool, links);
  const parts = tieParts(without(pool, whole), links);
  const rest = without(pool, [...whole, ...parts]);
  const groups = componentsOf(isFree(rest, links))
    .filter(addsUp)
    .map(({ deposits, payments }) => tieOf(deposits, payments));
  const ties = [...whole, ...parts, ...groups];
  const left = isFree(without(pool, ties), links);
  const choices = [...Map.groupBy(left, ({ deposit }) => deposit)].flatMap(([deposit, named]) => {
    const ways = waysOf(deposit, named);
    return ways.length > 1 ? [{ deposit, choices: ways }] : [];
  });
  const unclear = new Set(choices.map(({ deposit }) => deposit));
  const sure = left.filter(({ naming, deposit }) => naming !== 'word' && !unclear.has(deposit));
  const components = componentsOf(sure);
  const agreed = components.filter(addsUp).map(({ deposits, payments }) => tieOf(deposits, payments));
  return {
    ties: [...ties, ...agreed],
    choices,
    differences: components.filter((one) => !addsUp(one)),
  };
};

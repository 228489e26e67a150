import { readBai2 } from '../../functions/deposits/bai2/read-bai2.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { loadReconciliation } from '../../functions/domain/ledger/deposits/load-reconciliation.ts';
import { type Payment, progressOf } from '../../functions/domain/ledger/payment.ts';
import { foldProviderLedger } from '../../functions/domain/ledger/provider-ledger.ts';
import { claimPosition, effectiveAdjustments } from '../../functions/domain/position.ts';
import type { PaymentMade } from '../../local/payer-simulator/answer.ts';
import { type Books, booksOf, lastAdjusted } from './books.ts';
import { practiceId, type Violation } from './observe.ts';

const everyDay = { from: '2000-01-01', to: '2100-01-01' } as const;

type Told = Omit<Violation, 'day'>;

/** Where a payer's own books and our ledger differ on a claim, by a cent or in a reason. */
export const differencesOfClaims = (payments: readonly PaymentMade[], claims: readonly Claim[]): Told[] => {
  const books = booksOf(payments);
  const byId = new Map(claims.map((claim) => [claim.claimId, claim]));
  return [...claims.flatMap((claim) => differencesOf(claim, books, byId)), ...unknownIn(books, byId)];
};

/** A payer to whom another one forwarded a claim keeps it under the number of that other payer's claim. */
const entriesOf = (claim: Claim, books: Books, byId: ReadonlyMap<string, Claim>) =>
  [...(books.get(claim.payerId) ?? [])]
    .filter(([account]) => byId.get(account)?.encounterId === claim.encounterId)
    .map(([, entry]) => entry);

const differencesOf = (claim: Claim, books: Books, byId: ReadonlyMap<string, Claim>): Told[] => {
  const entries = entriesOf(claim, books, byId);
  const { claimId, encounterId } = claim;
  const tell = (rule: string, detail: string): Told => ({ rule, claimId, encounterId, detail });
  const booked = entries.reduce((sum, { paid }) => sum + paid, 0);
  const { insurancePaid } = claimPosition(claim);
  const paid =
    booked === insurancePaid ? [] : [tell('paid', `books ${booked}, ledger ${insurancePaid}, in cents`)];
  const reasons = new Map(entries.flatMap((entry) => [...lastAdjusted(entry)]));
  const ours = adjustedIn(claim);
  const adjusted =
    textOf(reasons) === textOf(ours)
      ? []
      : [tell('adjusted', `books ${textOf(reasons)}, ledger ${textOf(ours)}`)];
  return [...paid, ...adjusted];
};

const adjustedIn = (claim: Claim): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { group, reason, amount } of effectiveAdjustments(claim)) {
    const key = `${group}-${reason}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
};

const textOf = (reasons: ReadonlyMap<string, number>): string =>
  [...reasons]
    .filter(([, amount]) => amount !== 0)
    .map(([reason, amount]) => `${reason} ${amount}`)
    .toSorted()
    .join(', ') || 'nothing';

const unknownIn = (books: Books, byId: ReadonlyMap<string, Claim>): Told[] =>
  [...books].flatMap(([payerId, entries]) =>
    [...entries.keys()]
      .filter((account) => !byId.has(account))
      .map((account) => ({ rule: 'paid', claimId: account, detail: `${payerId} has it, and we do not` })),
  );

const paymentStore = () => import('../../functions/adapters/payments/payment-store.ts');

/** Where the cheques of the payers and our payments differ. */
export const differencesOfCheques = async (payments: readonly PaymentMade[]): Promise<Told[]> => {
  const { paymentsOfPractice, partsOf } = await paymentStore();
  const ours = new Map((await paymentsOfPractice(practiceId, everyDay)).map((one) => [one.trace, one]));
  const told: Told[] = [];
  for (const made of payments) {
    const payment = ours.get(made.traceNumber);
    ours.delete(made.traceNumber);
    const wrong = payment
      ? wrongWith(made, payment, progressOf(payment, await partsOf(payment.paymentId)))
      : 'not here';
    if (wrong) told.push({ rule: 'cheque', detail: `${made.payerId} ${made.traceNumber}: ${wrong}` });
  }
  return [
    ...told,
    ...[...ours.keys()].map((trace) => ({ rule: 'cheque', detail: `${trace}: no payer has it` })),
  ];
};

const wrongWith = (
  { amount, claims }: PaymentMade,
  payment: Payment,
  { posted, held }: ReturnType<typeof progressOf>,
): string | undefined => {
  const decided = claims.reduce((sum, { paid }) => sum + paid, 0);
  if (payment.amount !== amount) return `books ${amount}, ledger ${payment.amount}`;
  if (held.length > 0) return `held: ${[...new Set(held.map(({ code }) => code))].join(', ')}`;
  if (payment.status !== 'posted') return `is ${payment.status}`;
  return posted === decided ? undefined : `decided ${decided}, posted ${posted}`;
};

/** What the payers put down beside their claims, and what our accounts with them say of it: balances carried on, and interest. */
export const differencesBeside = async (payments: readonly PaymentMade[]): Promise<Told[]> => {
  const { paymentsOfPractice } = await paymentStore();
  const { accounts, totals } = foldProviderLedger(await paymentsOfPractice(practiceId, everyDay), {
    taxId: '',
  });
  const booked = (reason: string): number =>
    payments
      .flatMap(({ beside }) => beside)
      .filter(({ identifier }) => identifier.reason === reason)
      .reduce((total, { amount }) => total + amount, 0);
  const carried = accounts
    .filter(({ kind }) => kind === 'forward')
    .reduce((total, { open }) => total + open, 0);
  const interest = totals
    .filter(({ kind }) => kind === 'interest')
    .reduce((total, { amount }) => total + amount, 0);
  const differ = (detail: string, books: number, ledger: number): Told[] =>
    books === ledger ? [] : [{ rule: 'beside', detail: `${detail}: books ${books}, ledger ${ledger}` }];
  return [
    ...differ('balances carried on', 0 - booked('FB'), carried),
    ...differ('interest', booked('L6'), interest),
    ...differ(
      'forwards that no payment is known of',
      0,
      accounts.filter(({ kind }) => kind === 'unseen-forward').length,
    ),
  ];
};

/** What the bank's file, our payments and our deposits add up to, and what does not tie out. */
export const checkBank = async (payments: readonly PaymentMade[], statement: string) => {
  const { depositsOfPractice, handTiesOf } = await import(
    '../../functions/adapters/payments/deposit-store.ts'
  );
  const { paymentsOfPractice } = await paymentStore();
  const records = { depositsOfPractice, handTiesOf, paymentsOfPractice };
  const today =
    payments
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? everyDay.from;
  const days = { from: '2026-01-01', to: '2027-12-31' } as const;
  const found = await loadReconciliation(practiceId, days, today, records);
  const sums = {
    cheques: payments.reduce((sum, { amount }) => sum + amount, 0),
    bank: readBai2(statement).credits.reduce((sum, { amount }) => sum + amount, 0),
    matched: found.ties.flatMap(({ deposits }) => deposits).reduce((sum, { amount }) => sum + amount, 0),
    ledger: (await paymentsOfPractice(practiceId, everyDay)).reduce((sum, { amount }) => sum + amount, 0),
  };
  const { differences, depositsAlone, paymentsAlone } = found;
  const told: Told[] = [
    ...(new Set(Object.values(sums)).size > 1 ? [{ rule: 'bank', detail: JSON.stringify(sums) }] : []),
    ...differences.map(({ difference }) => ({ rule: 'bank', detail: `a deposit differs by ${difference}` })),
    ...depositsAlone.map(({ deposit }) => ({ rule: 'bank', detail: `deposit of ${deposit.amount} alone` })),
    ...paymentsAlone.map(({ payment }) => ({ rule: 'bank', detail: `payment ${payment.trace} alone` })),
  ];
  return { sums, ties: found.ties.length, told };
};

import { type Cents, cents, sum, zero } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Payment } from './payment.ts';
import type { AccountDecision } from './provider-level/account-decision.ts';
import type { AdjustmentKind } from './provider-level/adjustment-kind.ts';
import {
  amountOf,
  type DatedPayment,
  entriesOf,
  isTaken,
  type LedgerPayment,
  type ProviderEntry,
  paidTaxId,
} from './provider-level/entry.ts';
import { type Pair, type Pairing, pairEntries } from './provider-level/pair-entries.ts';
import type { PairedBy } from './provider-level/pairing-rounds.ts';
import { identifyPayers } from './provider-level/payer-identity.ts';
import { type Standing, standingOf } from './provider-level/standing.ts';

/** Where an adjustment stands: its payment, the place in it, and what it says. */
export type AdjustmentPlace = {
  readonly entryId: string;
  readonly paymentId: string;
  readonly trace: string; // TRN02
  readonly date: CalendarDate; // BPR16
  readonly path: string;
  readonly reason: string; // PLB03-1
  readonly reference?: string; // PLB03-2
};

/** An adjustment with what it does; amounts in cents, positive where it lowers the payment. */
export type StandingAdjustment = AdjustmentPlace & {
  readonly amount: Cents;
  readonly kind: AdjustmentKind;
  readonly standing: Standing;
  /** What of it was taken and nothing in the ledger explains. */
  readonly unannounced?: Cents;
};

/**
 * - `recoupment`: an overpayment that a payer announced to take back (WO-).
 * - `forward`: a balance below zero that a payer carried to a later payment (FB-).
 * - `takeback`: taken back without an announcement (WO+); a claim may explain it.
 * - `unseen-forward`: settled, and no payment that forwarded it is known (FB+).
 * - `unknown`: of a reason that the guide does not know.
 */
export type AccountKind = 'recoupment' | 'forward' | 'takeback' | 'unseen-forward' | 'unknown';

/** What closed a part of an account: an adjustment, and whether the practice's own check paid it. */
export type Settlement = AdjustmentPlace & {
  readonly amount: Cents;
  readonly by: PairedBy;
  readonly byCheck: boolean;
};

/** One debt between a payer and a tax id of the practice, in cents without sign. */
export type LedgerAccount = {
  /** The id of the adjustment that opened it. */
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly payer: Payment['payer'];
  readonly taxId: string;
  readonly opened: AdjustmentPlace;
  readonly amount: Cents;
  readonly settlements: readonly Settlement[];
  readonly open: Cents;
  readonly state: 'open' | 'reduced' | 'closed';
  /** Who closed it in the end. */
  readonly closedBy?: 'payer' | 'claim' | 'person';
  /** Collected all the same after a person closed it: somebody paid twice. */
  readonly collectedBesides?: Cents;
  readonly decisions: readonly AccountDecision[];
  /** The payer's date of the last that was done about it. */
  readonly movedOn: CalendarDate;
  /** On how many later days that payer paid that tax id. */
  readonly cyclesSince: number;
};

/** What a payer did at provider level to a tax id, by kind: interest is income, withholding is receivable. */
export type KindTotal = {
  readonly payer: Payment['payer'];
  readonly taxId: string;
  readonly kind: AdjustmentKind;
  readonly amount: Cents;
};

export type ProviderLedger = {
  readonly accounts: readonly LedgerAccount[];
  readonly adjustments: readonly StandingAdjustment[];
  readonly totals: readonly KindTotal[];
  /** Payments that are held as a whole, or have no date: nothing of them counts. */
  readonly leftOut: readonly Pick<Payment, 'paymentId' | 'trace'>[];
};

export type LedgerContext = {
  /** The practice's tax id, for payments that name none. */
  readonly taxId: string;
  readonly decisions?: readonly AccountDecision[];
  /** The ids of adjustments that claims took up as taken back from them. */
  readonly onClaims?: ReadonlySet<string>;
};

/**
 * Folds the provider-level adjustments of a practice's payments into accounts. The outcome follows from the set of
 * payments: neither their order nor their repetition changes it.
 */
export const foldProviderLedger = (
  payments: readonly LedgerPayment[],
  context: LedgerContext,
): ProviderLedger => {
  const distinct = [...new Map(payments.map((payment) => [payment.paymentId, payment])).values()];
  const counted = distinct.filter(isCounted);
  const entries = entriesOf(counted, context.taxId);
  const pairings = [...Map.groupBy(entries, ({ taxId }) => taxId).values()].map((ofOne) => ({
    entries: ofOne,
    pairing: pairEntries(ofOne),
  }));
  const days = paymentDays(counted, context.taxId);
  return {
    accounts: pairings
      .flatMap(({ entries: ofOne, pairing }) => accountsOf(ofOne, pairing))
      .map((account) => decided(account, context, days)),
    adjustments: pairings.flatMap(({ entries: ofOne, pairing }) =>
      ofOne.map((entry) => standing(entry, pairing)),
    ),
    totals: totalsOf(entries),
    leftOut: distinct
      .filter((payment) => !isCounted(payment))
      .map(({ paymentId, trace }) => ({ paymentId, trace })),
  };
};

const isCounted = (payment: LedgerPayment): payment is DatedPayment =>
  payment.date !== undefined && payment.status !== 'held';

const placeOf = ({ entryId, payment, adjustment }: ProviderEntry): AdjustmentPlace => ({
  entryId,
  paymentId: payment.paymentId,
  trace: payment.trace,
  date: payment.date,
  path: adjustment.path,
  reason: adjustment.reason,
  ...(adjustment.reference !== undefined && { reference: adjustment.reference }),
});

const standing = (entry: ProviderEntry, pairing: Pairing): StandingAdjustment => {
  const unannounced = pairing.unannouncedOf(entry);
  return {
    ...placeOf(entry),
    amount: amountOf(entry),
    kind: entry.kind,
    standing: standingOf(entry, pairing),
    ...(unannounced > 0 && { unannounced }),
  };
};

/** An account as the payments alone tell of it. */
type FiledAccount = Omit<LedgerAccount, 'state' | 'cyclesSince' | 'decisions'> & { readonly scope: string };

const accountsOf = (entries: readonly ProviderEntry[], pairing: Pairing): readonly FiledAccount[] => {
  const pairsOf = Map.groupBy(pairing.settled, ({ opener }) => opener.entryId);
  const repaid = new Set(pairing.repaid.map(({ opener }) => opener.entryId));
  return entries.flatMap((entry) => {
    const kind = accountKind(entry, pairing);
    if (kind === undefined) return [];
    const pairs = pairsOf.get(entry.entryId) ?? [];
    return [fileAccount(entry, kind, { pairs, repaid, pairing })];
  });
};

const accountKind = (entry: ProviderEntry, pairing: Pairing): AccountKind | undefined => {
  const { kind } = entry;
  if (amountOf(entry) === 0) return undefined;
  if (kind === 'unknown') return kind;
  if (!isTaken(entry)) return kind === 'recoupment' || kind === 'forward' ? kind : undefined;
  if (pairing.unannouncedOf(entry) === 0) return undefined;
  return kind === 'forward' ? 'unseen-forward' : 'takeback';
};

/** What of an account the files leave open, in cents without sign. */
const openOf = (entry: ProviderEntry, kind: AccountKind, pairing: Pairing): Cents =>
  kind === 'takeback' || kind === 'unseen-forward' ? pairing.unannouncedOf(entry) : pairing.restOf(entry);

const fileAccount = (
  entry: ProviderEntry,
  kind: AccountKind,
  {
    pairs,
    repaid,
    pairing,
  }: {
    readonly pairs: readonly Pair[];
    readonly repaid: ReadonlySet<string>;
    readonly pairing: Pairing;
  },
): FiledAccount => {
  const open = openOf(entry, kind, pairing);
  return {
    accountId: entry.entryId,
    scope: scopeOf(entry.payerKey, entry.taxId),
    kind,
    payer: entry.payment.payer,
    taxId: entry.taxId,
    opened: placeOf(entry),
    amount: isTaken(entry) ? open : cents(-amountOf(entry)),
    settlements: pairs.map((pair) => toSettlement(pair, repaid)),
    open,
    ...(open === 0 && { closedBy: 'payer' }),
    movedOn: lastOf([entry.payment.date, ...pairs.map(({ closer }) => closer.payment.date)]),
  };
};

const toSettlement = ({ closer, amount, by }: Pair, repaid: ReadonlySet<string>): Settlement => ({
  ...placeOf(closer),
  amount,
  by,
  byCheck: closer.kind === 'return' || repaid.has(closer.entryId),
});

const lastOf = (dates: readonly CalendarDate[]): CalendarDate => dates.toSorted().at(-1) ?? '';

const scopeOf = (payerKey: string, taxId: string): string => JSON.stringify([payerKey, taxId]);

/** The days on which a payer paid a tax id: payments of one day are one cycle. */
const paymentDays = (
  payments: readonly DatedPayment[],
  taxId: string,
): ReadonlyMap<string, ReadonlySet<CalendarDate>> => {
  const payers = identifyPayers(payments);
  const days = new Map<string, Set<CalendarDate>>();
  for (const payment of payments) {
    const scope = scopeOf(payers.get(payment.paymentId) ?? '', paidTaxId(payment, taxId));
    days.set(scope, (days.get(scope) ?? new Set()).add(payment.date));
  }
  return days;
};

/** The account with what people decided about it and what claims took up. */
const decided = (
  { scope, ...account }: FiledAccount,
  { decisions = [], onClaims = new Set() }: LedgerContext,
  days: ReadonlyMap<string, ReadonlySet<CalendarDate>>,
): LedgerAccount => {
  const own = decisions
    .filter(({ accountId }) => accountId === account.accountId)
    .toSorted((one, other) => one.number - other.number);
  const later = [...(days.get(scope) ?? [])].filter((day) => day > account.movedOn);
  return { ...concluded(account, own.at(-1), onClaims), decisions: own, cyclesSince: later.length };
};

type Concluded = Omit<LedgerAccount, 'cyclesSince' | 'decisions'>;

const concluded = (
  account: Omit<FiledAccount, 'scope'>,
  last: AccountDecision | undefined,
  onClaims: ReadonlySet<string>,
): Concluded => {
  const closed = { ...account, open: zero, state: 'closed' } as const;
  if (last?.action === 'close') return closedByHand(account, last);
  if (account.open === 0) return closed;
  if (account.kind === 'takeback' && onClaims.has(account.accountId)) return { ...closed, closedBy: 'claim' };
  return { ...account, state: account.open < account.amount ? 'reduced' : 'open' };
};

/** A person closes what was open then: what turns out to be open beyond that stays open. */
const closedByHand = (account: Omit<FiledAccount, 'scope'>, { amount }: AccountDecision): Concluded => {
  const open = cents(Math.max(0, account.open - amount));
  if (open > 0) return { ...account, open, state: 'reduced' };
  const isDebt = account.kind === 'recoupment' || account.kind === 'forward';
  const besides = cents(amount - account.open);
  return {
    ...account,
    open,
    state: 'closed',
    closedBy: 'person',
    ...(isDebt && besides > 0 && { collectedBesides: besides }),
  };
};

const totalsOf = (entries: readonly ProviderEntry[]): readonly KindTotal[] =>
  [
    ...Map.groupBy(entries, ({ payerKey, taxId, kind }) => JSON.stringify([payerKey, taxId, kind])).values(),
  ].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { payment, taxId, kind } = first;
    return [{ payer: payment.payer, taxId, kind, amount: sum(group.map(amountOf)) }];
  });

import { type Cents, zero } from '../../../edi/money.ts';
import type { CalendarDate } from '../../calendar.ts';
import { shortDigest } from '../../digest.ts';
import type { Payment, ProviderAdjustment } from '../payment.ts';
import { type AdjustmentKind, kindOf } from './adjustment-kind.ts';
import { identifyPayers, nameLettersOf } from './payer-identity.ts';
import { type Reference, readReference } from './reference.ts';

/** What the ledger of provider-level adjustments reads of a payment. */
export type LedgerPayment = Pick<
  Payment,
  'paymentId' | 'payer' | 'payee' | 'trace' | 'date' | 'providerLevel' | 'status'
>;

/** A payment that counts: its date orders it. */
export type DatedPayment = LedgerPayment & { readonly date: CalendarDate };

/** One provider-level adjustment of a payment, as the ledger folds it. */
export type ProviderEntry = {
  readonly entryId: string;
  readonly payment: DatedPayment;
  readonly adjustment: ProviderAdjustment;
  readonly kind: AdjustmentKind;
  readonly payerKey: string;
  readonly payerLetters: string;
  readonly taxId: string;
  readonly reference: Reference | undefined;
  /** The payment's own trace number, which others name it by. */
  readonly trace: Reference | undefined;
};

/** An adjustment's id: its payment, what it says, and its ordinal among equals; where it stands does not matter. */
const adjustmentIdOf = (
  paymentId: string,
  { reason, reference = '', amount }: Omit<ProviderAdjustment, 'path'>,
  ordinal: number,
): string => shortDigest(JSON.stringify([paymentId, reason, reference, amount, ordinal]));

/** The adjustments of a payment, each with its id. */
export const identifyAdjustments = ({
  paymentId,
  providerLevel,
}: Pick<Payment, 'paymentId' | 'providerLevel'>): readonly {
  readonly entryId: string;
  readonly adjustment: ProviderAdjustment;
}[] => {
  const counts = new Map<string, number>();
  return providerLevel.map((adjustment) => {
    const content = JSON.stringify([adjustment.reason, adjustment.reference, adjustment.amount]);
    const ordinal = (counts.get(content) ?? 0) + 1;
    counts.set(content, ordinal);
    return { entryId: adjustmentIdOf(paymentId, adjustment, ordinal), adjustment };
  });
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By the payer's dates, then by ids: an order that does not ask which file came first. */
export const inOrder = (one: ProviderEntry, other: ProviderEntry): number =>
  compare(one.payment.date, other.payment.date) ||
  compare(one.payment.paymentId, other.payment.paymentId) ||
  compare(one.entryId, other.entryId);

/** The tax id of the payee; where the payer names none, the practice's. */
export const paidTaxId = ({ payee }: LedgerPayment, ofPractice: string): string =>
  payee.taxIds.toSorted()[0] ?? ofPractice;

/** All adjustments of some payments that change money, in the ledger's order. */
export const entriesOf = (payments: readonly DatedPayment[], taxId: string): readonly ProviderEntry[] => {
  const payers = identifyPayers(payments);
  return payments
    .flatMap((payment) =>
      identifyAdjustments(payment).map((identified) => ({
        ...identified,
        payment,
        kind: kindOf(identified.adjustment.reason),
        payerKey: payers.get(payment.paymentId) ?? '',
        payerLetters: nameLettersOf(payment),
        taxId: paidTaxId(payment, taxId),
        reference: readReference(identified.adjustment.reference),
        trace: readReference(payment.trace),
      })),
    )
    .toSorted(inOrder);
};

/** By how much an adjustment lowers the payment, negative where it raises it. */
export const amountOf = ({ adjustment }: ProviderEntry): Cents => adjustment.amount;

/** Whether an adjustment lowers the payment. */
export const isTaken = (entry: ProviderEntry): boolean => amountOf(entry) > zero;

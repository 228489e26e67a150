import type { ProviderEntry } from './entry.ts';
import { namesSame } from './reference.ts';

/** How it is known that one adjustment is about another: both name the same, or only their amounts and dates fit. */
export type PairedBy = 'reference' | 'guess';

type Fits = (opener: ProviderEntry, closer: ProviderEntry) => boolean;

/** One way of finding partners, tried for all closers before the next is; `wholeOnly` where the amounts must agree. */
export type Round = { readonly by: PairedBy; readonly fits: Fits; readonly wholeOnly?: true };

const isSamePayment: Fits = (one, other) => one.payment.paymentId === other.payment.paymentId;
const isSameKind: Fits = (one, other) => one.kind === other.kind;
const isNotLater: Fits = (opener, closer) => opener.payment.date <= closer.payment.date;

/** One payer by its number or, where only references decide, by its name: some write another number each time. */
const isAkin: Fits = (one, other) =>
  one.payerKey === other.payerKey || (one.payerLetters !== '' && one.payerLetters === other.payerLetters);

/** A forwarded balance is named by the trace number of the payment that forwarded it, or by what it names itself. */
const isNamedBy: Fits = (opener, closer) =>
  isAkin(opener, closer) &&
  (namesSame(opener.reference, closer.reference) ||
    (opener.kind === 'forward' && namesSame(opener.trace, closer.reference)));

/** A collection that names its own payment says nothing of the one before. */
const namesOther = ({ reference, trace }: ProviderEntry): boolean =>
  reference !== undefined && !namesSame(reference, trace);

/** Only where one of the two names nothing may amounts speak. */
const mayBeGuessed: Fits = (opener, closer) =>
  opener.payerKey === closer.payerKey &&
  isSameKind(opener, closer) &&
  !isSamePayment(opener, closer) &&
  isNotLater(opener, closer) &&
  (opener.reference === undefined || !namesOther(closer));

/** What a collection names, of its kind and from a payment before it. */
const isAnnouncement: Fits = (opener, closer) =>
  isNamedBy(opener, closer) &&
  isSameKind(opener, closer) &&
  !isSamePayment(opener, closer) &&
  isNotLater(opener, closer);

/**
 * In this order: the announcement of the same kind before the collection, of the same amount first, then one of the other kind, then what is
 * dated after it, then what the same payment says. A balance that is forwarded again stands in the payment that
 * settles the one before: a collection never closes what its own payment forwards.
 */
export const collecting: readonly Round[] = [
  { by: 'reference', fits: isAnnouncement, wholeOnly: true },
  { by: 'reference', fits: isAnnouncement },
  {
    by: 'reference',
    fits: (opener, closer) =>
      isNamedBy(opener, closer) && !isSamePayment(opener, closer) && isNotLater(opener, closer),
  },
  {
    by: 'reference',
    fits: (opener, closer) =>
      isNamedBy(opener, closer) && isSameKind(opener, closer) && !isSamePayment(opener, closer),
  },
  {
    by: 'reference',
    fits: (opener, closer) =>
      isNamedBy(opener, closer) && isSameKind(opener, closer) && opener.kind === 'recoupment',
  },
  { by: 'guess', fits: mayBeGuessed, wholeOnly: true },
  // A balance that names nothing is settled by the payer's next payments, in parts or together with others.
  {
    by: 'guess',
    fits: (opener, closer) =>
      mayBeGuessed(opener, closer) && opener.kind === 'forward' && !namesOther(closer),
  },
];

const isRepaidAtOnce: Fits = (collection, check) =>
  isSamePayment(collection, check) && isNamedBy(collection, check);

/** The practice's check repaid what its own payment collects. */
export const repaidAtOnce: readonly Round[] = [
  { by: 'reference', fits: isRepaidAtOnce, wholeOnly: true },
  { by: 'reference', fits: isRepaidAtOnce },
  {
    by: 'guess',
    fits: (collection, check) =>
      isSamePayment(collection, check) &&
      (collection.reference === undefined || check.reference === undefined),
    wholeOnly: true,
  },
];

/** What a check repaid that no collection of its payment offsets; one that stands beside it offsets the reversal. */
export const repaidBefore: readonly Round[] = [
  {
    by: 'reference',
    fits: (opener, check) =>
      !isSamePayment(opener, check) && isNotLater(opener, check) && isNamedBy(opener, check),
  },
];

/** Whatever names the same. */
export const byReference: readonly Round[] = [{ by: 'reference', fits: isNamedBy }];

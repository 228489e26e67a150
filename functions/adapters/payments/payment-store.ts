import { Payment, PaymentPart, type PostedPart } from '../../domain/ledger/payment.ts';
import type { DecidePart, DecidePayment, PartKey } from '../../domain/posting.ts';
import { BillingError } from '../../runtime/errors.ts';
import { throughDay } from '../lists/read-page.ts';
import { isConditionFailure, writeTransaction } from '../transaction.ts';
import { PaymentEntity, PaymentPartEntity, paymentLedger } from './payment-table.ts';

type StoredPayment = { readonly record: unknown; readonly postedParts?: number | undefined };

/** The count stands beside the record, for parts are counted while others change it. */
/** A payment as it is stored. */
export const toPayment = ({ record, postedParts = 0 }: StoredPayment): Payment =>
  Payment.parse({ ...(record as object), postedParts });

const keysOf = ({ practiceId = '', date = '', version }: Payment) => ({ practiceId, date, version });

/** The payment as all files so far tell it; undefined when none does. */
export const findPayment = async (paymentId: string): Promise<Payment | undefined> => {
  const { data } = await PaymentEntity.get({ paymentId }).go({ consistent: true });
  return data ? toPayment(data) : undefined;
};

/** Adds a payment; false when it is there, which then stays as it is. */
export const addPayment = async (payment: Payment): Promise<boolean> => {
  try {
    const { paymentId } = payment;
    await PaymentEntity.create({ paymentId, ...keysOf(payment), postedParts: 0, record: payment }).go();
    return true;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return false;
  }
};

/** Files of one payment come seldom at once, and its last parts change it once: five tries are ample. */
const changeAttempts = 5;

/** Applies a decision to the payment as it stands; decided again when somebody else changed it meanwhile. */
export const changePayment = async (paymentId: string, decide: DecidePayment): Promise<Payment> => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const before = await findPayment(paymentId);
    if (!before) throw new BillingError('RecordNotFound', `There is no payment ${paymentId}`);
    const change = decide(before);
    if (!change) return before;
    const after: Payment = { ...change, version: before.version + 1, postedParts: before.postedParts };
    if (await replacePayment(after, before.version)) return after;
  }
  throw new BillingError('ConcurrentChange', `Payment ${paymentId} kept changing while it was written`);
};

const replacePayment = async (payment: Payment, version: number): Promise<boolean> => {
  try {
    await PaymentEntity.patch({ paymentId: payment.paymentId })
      .set({ ...keysOf(payment), record: payment })
      .where(({ version: stored }, { eq }) => eq(stored, version))
      .go();
    return true;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return false;
  }
};

/** What a practice was paid from one day to another, both included, in the order of the days. */
export const paymentsOfPractice = async (
  practiceId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Payment[]> => {
  const { data } = await PaymentEntity.query
    .byDate({ practiceId })
    .between({ date: from }, { date: throughDay(to) })
    .go({ pages: 'all' });
  return data.map(toPayment);
};

/** What a practice was paid on a day; what has no date is of the day ''. */
export const paymentsOfDay = async (practiceId: string, date: string): Promise<Payment[]> => {
  const { data } = await PaymentEntity.query.byDate({ practiceId, date }).go({ pages: 'all' });
  return data.map(toPayment);
};

/** Adds a part that is going to be posted; one that is there stays as it is. */
export const addPart = async (part: PaymentPart): Promise<void> => {
  try {
    await PaymentPartEntity.create({ ...partKeys(part), record: part }).go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

const partKeys = ({ paymentId, tellingId, part }: PartKey) => ({ paymentId, tellingId, part });

/** The parts of a payment, those of every file that told of it. */
export const partsOf = async (paymentId: string): Promise<PaymentPart[]> => {
  const { data } = await PaymentPartEntity.query
    .primary({ paymentId })
    .go({ pages: 'all', consistent: true });
  return data.map(({ record }) => PaymentPart.parse(record));
};

/** A part as it stands; undefined where nobody divided the payment so. */
export const findPart = async (key: PartKey): Promise<PaymentPart | undefined> => {
  const { data } = await PaymentPartEntity.get(partKeys(key)).go({ consistent: true });
  return data ? PaymentPart.parse(data.record) : undefined;
};

/** Applies a decision to a part as it stands; decided again when somebody else changed it meanwhile. */
export const changePart = async (key: PartKey, decide: DecidePart): Promise<PaymentPart> => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const { data } = await PaymentPartEntity.get(partKeys(key)).go({ consistent: true });
    if (!data) throw new BillingError('RecordNotFound', `Payment ${key.paymentId} has no such part`);
    const before = PaymentPart.parse(data.record);
    const after = decide(before);
    if (!after) return before;
    if (await replacePart(after, data.changes)) return after;
  }
  throw new BillingError('ConcurrentChange', `A part of ${key.paymentId} kept changing while it was written`);
};

/** Replaces a part that was changed so many times; false when somebody else changed it before. */
const replacePart = async (part: PaymentPart, changes: number | undefined): Promise<boolean> => {
  try {
    await PaymentPartEntity.patch(partKeys(part))
      .set({ record: part, changes: (changes ?? 0) + 1 })
      .where(({ changes: stored }, { eq, notExists }) =>
        changes === undefined ? notExists(stored) : eq(stored, changes),
      )
      .go();
    return true;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return false;
  }
};

/** Notes what became of a part and counts it, both once, and returns its payment as it then is. */
export const notePosted = async (part: PostedPart): Promise<Payment> => {
  const { paymentId } = part;
  await writeTransaction(() =>
    paymentLedger.transaction
      .write(({ payment, paymentPart }) => [
        paymentPart
          .put({ ...partKeys(part), posted: true, record: part })
          .where(({ posted }, { notExists }) => notExists(posted))
          .commit(),
        payment.patch({ paymentId }).add({ postedParts: 1 }).commit(),
      ])
      .go(),
  );
  const payment = await findPayment(paymentId);
  if (!payment) throw new BillingError('RecordNotFound', `There is no payment ${paymentId}`);
  return payment;
};

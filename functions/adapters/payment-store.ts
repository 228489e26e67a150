import { Payment, PostedPart } from '../domain/ledger/payment.ts';
import { PaymentEntity, PostedPartEntity } from './table.ts';

/** The payment as it was told first; undefined when nobody told of it yet. */
export const findPayment = async (paymentId: string): Promise<Payment | undefined> => {
  const { data } = await PaymentEntity.get({ paymentId }).go({ consistent: true });
  return data ? Payment.parse(data.record) : undefined;
};

/** Writes the record of a payment as it now is. */
export const savePayment = async (payment: Payment): Promise<void> => {
  const { paymentId, practiceId = '', date = '' } = payment;
  await PaymentEntity.put({ paymentId, practiceId, date, record: payment }).go();
};

/** What a practice was paid from one day to another, both included, in the order of the days. */
export const paymentsOfPractice = async (
  practiceId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Payment[]> => {
  const { data } = await PaymentEntity.query
    .byDate({ practiceId })
    .between({ date: from }, { date: to })
    .go({ pages: 'all' });
  return data.map(({ record }) => Payment.parse(record));
};

/** Notes that a part of a payment is posted; noted again it is the same part. */
export const savePostedPart = async (posted: PostedPart): Promise<void> => {
  const { paymentId, tellingId, part } = posted;
  await PostedPartEntity.put({ paymentId, tellingId, part, record: posted }).go();
};

/** The parts of a payment that are posted, of all files that told of it. */
export const postedParts = async (paymentId: string): Promise<PostedPart[]> => {
  const { data } = await PostedPartEntity.query.primary({ paymentId }).go({ pages: 'all', consistent: true });
  return data.map(({ record }) => PostedPart.parse(record));
};

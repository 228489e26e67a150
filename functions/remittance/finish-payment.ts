import { isPosted, type Payment, progressOf } from '../domain/ledger/payment.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { describeUnposted } from './describe-unposted.ts';

/** Once all parts of a payment are posted, asks a biller about all of it that is not; asked again it is the same task. */
export const finishPayment = async (
  payment: Payment,
  { payments, raiseTask }: Pick<PostingEffects, 'payments' | 'raiseTask'>,
): Promise<void> => {
  const { paymentId, trace, payee, tellings } = payment;
  if (payment.status === 'held' || !isPosted(payment)) return;
  await payments.changePayment(paymentId, (before) =>
    before.status === 'posted' || !isPosted(before) ? undefined : { ...before, status: 'posted' },
  );
  const { held } = progressOf(payment, await payments.partsOf(paymentId));
  if (held.length === 0) return;
  const id = payee.npis[0] ?? payee.taxIds[0] ?? '';
  // What a later file adds, and is held, is another task than what the first one left.
  const files = tellings.filter(({ parts }) => parts > 0).length;
  const taskId = `remittance-${paymentId}${files > 1 ? `-${files}` : ''}`;
  await raiseTask(describeUnposted(trace, held), { partnerId: payee.partnerId, id }, taskId);
};

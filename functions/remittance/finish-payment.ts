import { isPosted, type Payment, progressOf } from '../domain/ledger/payment.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { describeUnposted } from './describe-unposted.ts';
import { isOfAnotherSystem } from './held.ts';

/** Once all parts of a payment are posted, asks a biller about all of it that is not; asked again it is the same task. */
export const finishPayment = async (
  payment: Payment,
  effects: Pick<PostingEffects, 'payments' | 'raiseTask'>,
): Promise<void> => {
  if (payment.status !== 'posting' || !isPosted(payment)) return;
  await askAboutHeld(payment, effects);
  await effects.payments.changePayment(payment.paymentId, (before) =>
    before.status === 'posting' && isPosted(before) ? { ...before, status: 'posted' } : undefined,
  );
};

const askAboutHeld = async (
  payment: Payment,
  { payments, raiseTask }: Pick<PostingEffects, 'payments' | 'raiseTask'>,
): Promise<void> => {
  const { paymentId, trace, payee, tellings } = payment;
  const { held } = progressOf(payment, await payments.partsOf(paymentId));
  if (held.every(isOfAnotherSystem)) return;
  const id = payee.npis[0] ?? payee.taxIds[0] ?? '';
  // What a later file adds, and is held, is another task than what the first one left.
  const files = tellings.filter(({ parts }) => parts > 0).length;
  const taskId = `remittance-${paymentId}${files > 1 ? `-${files}` : ''}`;
  await raiseTask(describeUnposted(trace, held), { partnerId: payee.partnerId, id }, taskId);
};

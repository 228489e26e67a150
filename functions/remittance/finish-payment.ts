import { isPosted, type Payment, progressOf } from '../domain/ledger/payment.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { tellBillers } from './telling/tell-billers.ts';

type FinishingEffects = Pick<PostingEffects, 'payments' | 'raiseTask' | 'practicesPaid' | 'practicesOf'>;

/** Once all parts of a payment are posted, asks billers about all of it that is not; asked again it is the same task. */
export const finishPayment = async (payment: Payment, effects: FinishingEffects): Promise<void> => {
  if (payment.status !== 'posting' || !isPosted(payment)) return;
  await askAboutHeld(payment, effects);
  await effects.payments.changePayment(payment.paymentId, (before) =>
    before.status === 'posting' && isPosted(before) ? { ...before, status: 'posted' } : undefined,
  );
};

/** What came through one partner is a story of its own: another's files may have been refused for that alone. */
const askAboutHeld = async (payment: Payment, effects: FinishingEffects): Promise<void> => {
  const { paymentId, practiceId, trace, payee, tellings } = payment;
  const parts = await effects.payments.partsOf(paymentId);
  for (const [partnerId, told] of Map.groupBy(tellings, (telling) => telling.partnerId)) {
    const files = told.filter((telling) => telling.parts > 0);
    const ids = files.map(({ tellingId }) => tellingId);
    const ofPartner = { ...payment, held: partnerId === payee.partnerId ? payment.held : [] };
    const { held } = progressOf(
      ofPartner,
      parts.filter(({ tellingId }) => ids.includes(tellingId)),
    );
    // What a later file adds, and is held, is another task than what the first one left.
    const taskId = `remittance-${partnerId}-${paymentId}${files.length > 1 ? `-${files.length}` : ''}`;
    await tellBillers({ trace, held, taskId, paymentId, practiceId }, { ...payee, partnerId }, effects);
  }
};

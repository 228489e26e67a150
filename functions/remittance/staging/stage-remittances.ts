import type { Finding } from '../../domain/finding.ts';
import { recipientOf } from '../../domain/ledger/payee.ts';
import type { PostingEffects, ReceivedFile } from '../../domain/posting.ts';
import { describeUnposted } from '../describe-unposted.ts';
import { finishPayment } from '../finish-payment.ts';
import { holdForeign } from '../hold-foreign.ts';
import { tellBillers } from '../telling/tell-billers.ts';
import { type Admission, admitPayment } from './admit-payment.ts';
import { handOnParts } from './hand-on-parts.ts';
import { outlinePayments } from './outline-payments.ts';
import type { PaymentOutline } from './payment-outline.ts';
import type { PostingPlan } from './plan-posting.ts';
import { recognisePayment } from './recognise-payment.ts';
import { tellPayment } from './tell-payment.ts';

/**
 * Takes an 835 up: each payment is checked as a whole, entered into the records and handed on in parts. A payment that
 * does not balance is held whole and becomes a biller's task; money is never made up.
 */
export const stage835 = async (
  file: ReceivedFile,
  effects: PostingEffects,
  now = new Date(),
): Promise<Finding[]> => {
  const { payments, losses, oddities } = outlinePayments(file.text);
  if (losses.length > 0) {
    // Whose money it is cannot be read: every practice of the partner hears of it.
    const { partnerId, fileId, interchange = 1 } = file;
    const taskId = `file-${partnerId}-${fileId}${interchange > 1 ? `-${interchange}` : ''}`;
    await effects.raiseTask(describeUnposted(undefined, losses), { partnerId }, taskId);
  }
  const admitted = new Map<number, Admission>();
  for (const payment of payments) admitted.set(payment.number, await admit(payment, file, now, effects));
  await handOnParts(file.text, plansOf(admitted), effects.payments);
  for (const { payment } of admitted.values()) await finishPayment(payment, effects);
  const said = [...admitted.values()].flatMap(({ held, notes }) => [...held, ...notes]);
  return [...losses, ...said, ...oddities];
};

const admit = async (
  outline: PaymentOutline,
  file: ReceivedFile,
  now: Date,
  effects: PostingEffects,
): Promise<Admission> => {
  const { partnerId } = file;
  const paidTo = recipientOf(partnerId, outline.data.payee);
  const practiceId = await effects.payments.practicePaid(paidTo);
  const read = await recognisePayment(
    (known) => tellPayment(outline, file, practiceId, now, known),
    effects.payments,
  );
  const foreign = await holdForeign(outline, read.facts === undefined, paidTo, effects);
  const told = { ...read, payment: { ...read.payment, held: [...read.payment.held, ...foreign] } };
  const admission = await admitPayment(told, effects.payments);
  const { trace, paymentId } = admission.payment;
  // The same said in another file is the same task.
  const taskId = `remittance-${partnerId}-${paymentId}-${told.telling.moneyDigest}`;
  const about = admission.payment.status === 'held' && { paymentId };
  await tellBillers({ trace, held: admission.held, taskId, ...about }, paidTo, effects);
  return admission;
};

const plansOf = (admitted: ReadonlyMap<number, Admission>): ReadonlyMap<number, PostingPlan> =>
  new Map([...admitted].flatMap(([number, { plan }]) => (plan ? [[number, plan] as const] : [])));

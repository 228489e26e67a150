import { contentDigest } from '../../domain/digest.ts';
import type { HandPayment } from '../../domain/ledger/hand-payment.ts';
import type { ByHand, Payment } from '../../domain/ledger/payment.ts';
import { type ActingPerson, type PaymentAnswer, refusal } from '../../domain/ledger/payment-action.ts';
import type { Payer } from '../../domain/payer.ts';
import { finishPayment } from '../finish-payment.ts';
import { type Admission, admitPayment } from '../staging/admit-payment.ts';
import { recognisePayment } from '../staging/recognise-payment.ts';
import { type ToldPayment, tellPayment } from '../staging/tell-payment.ts';
import { answerWith, type ByHandEffects } from './by-hand-effects.ts';
import { checkHandPayment } from './check-hand-payment.ts';
import { handOnAndPost, handOnPlan } from './hand-on-and-post.ts';
import { type OutlinedByHand, outlineByHand } from './hand-outline.ts';

/**
 * Posts a payment that a person has on paper, as its 835 would be: entered again, or told by a file before or after, it
 * adds nothing. What does not balance, or says otherwise than what is posted, is refused and leaves nothing behind.
 */
export const postByHand = async (
  practiceId: string,
  entry: HandPayment,
  person: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const practice = await effects.findPractice(practiceId);
  if (practice === undefined) return { outcome: 'unknown' };
  const payer = await effects.findPayer(practiceId, entry.payerId);
  if (payer === undefined)
    return refusal('payer-unknown', 'payerId', 'The practice has no contract with this payer');
  const outlined = outlineByHand(entry, payer, practice);
  const findings = checkHandPayment(outlined);
  if (findings.length > 0) return { outcome: 'refused', findings };
  const tell = (known?: Payment): ToldPayment =>
    tellByHand(outlined, evidenceOf(entry, payer, person), { ...person, practiceId, entry, payer }, known);
  const told = await recognisePayment(tell, effects.payments);
  const admission = await admitPayment(told, effects.payments);
  if (admission.held.length > 0) return { outcome: 'refused', findings: admission.held };
  return postAdmitted(outlined, admission, person, effects);
};

const evidenceOf = ({ document, note }: HandPayment, payer: Payer, { by }: ActingPerson): ByHand => ({
  by,
  note,
  document,
  partnerIds: [...new Set([payer.partnerId, ...payer.remittancePartnerIds])],
});

type Entered = ActingPerson & {
  readonly practiceId: string;
  readonly entry: HandPayment;
  readonly payer: Payer;
};

/** What a person says of a payment, as a file would say it, with who says it. */
const tellByHand = (
  { outline }: OutlinedByHand,
  byHand: ByHand,
  { practiceId, entry, payer: { partnerId }, now, by }: Entered,
  known: Payment | undefined,
): ToldPayment => {
  const fileId = `by-hand-${contentDigest(JSON.stringify(entry))}`;
  const told = tellPayment(outline, { partnerId, fileId }, practiceId, now, known);
  const telling = { ...told.telling, byHand };
  return {
    ...told,
    telling,
    payment: { ...told.payment, tellings: [telling] },
    facts: told.facts && { ...told.facts, postedBy: by },
  };
};

const postAdmitted = async (
  { claims }: OutlinedByHand,
  { plan, payment, notes }: Admission,
  { now }: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const { paymentId, trace } = payment;
  if (plan) {
    await handOnAndPost(claims.length, (records) => handOnPlan(plan, claims, records), effects, now);
    await finishPayment(payment, effects);
    return answerWith(paymentId, effects);
  }
  const detail = `Payment ${trace} was entered before: nothing of it is posted again`;
  return answerWith(
    paymentId,
    effects,
    notes.length > 0 ? notes : [{ code: 'told-again', path: '', detail }],
  );
};

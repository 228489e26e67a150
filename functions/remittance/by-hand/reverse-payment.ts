import { dateIn } from '../../domain/calendar/time-zone.ts';
import { shortDigest } from '../../domain/digest.ts';
import {
  type Payment,
  type PaymentPart,
  standingTellings,
  type Telling,
} from '../../domain/ledger/payment.ts';
import {
  type ActingPerson,
  type PaymentAnswer,
  type PaymentName,
  type ReversePayment,
  refusal,
} from '../../domain/ledger/payment-action.ts';
import { finishPayment } from '../finish-payment.ts';
import { answerWith, type ByHandEffects, findOwnPayment } from './by-hand-effects.ts';
import { handOnAndPost } from './hand-on-and-post.ts';
import { type Reversal, reversalOf } from './reversal-of.ts';

/**
 * Takes back what a person posted, by reversing entries: a reversal of each decision, and of what went beside the
 * claims. The payment may then be entered anew, or posted from its file. Taken back again it adds nothing; what a
 * payer told is the payer's to reverse.
 */
export const reversePayment = async (
  name: PaymentName,
  { note }: ReversePayment,
  person: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const payment = await findOwnPayment(name, effects);
  const practice = await effects.findPractice(name.practiceId);
  if (payment === undefined || practice === undefined) return { outcome: 'unknown' };
  const ids = idsToReverse(payment);
  if (ids.length === 0)
    return refusal(
      'not-by-hand',
      '',
      'Nothing of the payment was posted by hand: the payer reverses what it told',
    );
  const parts = (await effects.payments.partsOf(payment.paymentId)).filter(({ tellingId }) =>
    ids.includes(tellingId),
  );
  if (!isAllPosted(payment, ids, parts))
    return refusal('posting', '', 'The payment is being posted still: take it back when it is posted');
  const tellingId = shortDigest(JSON.stringify(['reversal', payment.paymentId, ids]));
  const on = { tellingId, date: dateIn(practice.timeZone, person.now), by: person.by };
  const reversal = await reversalOf(parts, on, effects);
  if ('outcome' in reversal) return reversal;
  return post({ payment, ids, tellingId, note, reversal }, person, effects);
};

/** The tellings of people that stand; where none does, what was taken back last, of which something may be missing. */
const idsToReverse = (payment: Payment): readonly string[] => {
  const standing = standingTellings(payment).filter(({ byHand, parts }) => byHand && parts > 0);
  if (standing.length > 0) return standing.map(({ tellingId }) => tellingId);
  return payment.tellings.findLast(({ reverses }) => reverses)?.reverses ?? [];
};

const isAllPosted = (
  { tellings }: Payment,
  ids: readonly string[],
  parts: readonly PaymentPart[],
): boolean => {
  const told = tellings.filter(({ tellingId }) => ids.includes(tellingId));
  const posted = parts.filter(({ posting }) => posting);
  return posted.length >= told.reduce((total, one) => total + one.parts, 0);
};

type Taking = {
  readonly payment: Payment;
  readonly ids: readonly string[];
  readonly tellingId: string;
  readonly note: string;
  readonly reversal: Reversal;
};

const post = async (
  { payment: { paymentId }, ids, tellingId, note, reversal }: Taking,
  { by, now }: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const at = now.toISOString();
  const payment = await effects.payments.changePayment(paymentId, (before) =>
    takenBack(before, { tellingId, reverses: [...ids], at, byHand: { by, note, partnerIds: [] } }, reversal),
  );
  const { parts } = reversal;
  const claims = parts.reduce((total, one) => total + one.claims.length, 0);
  await handOnAndPost(
    claims,
    async ({ addPart, handOn }) => {
      for (const part of parts) await addPart(partOf(part, paymentId));
      for (const part of parts) await handOn(part);
    },
    effects,
    now,
  );
  await finishPayment(payment, effects);
  return answerWith(paymentId, effects);
};

const partOf = ({ tellingId, part, claims }: Reversal['parts'][number], paymentId: string): PaymentPart => ({
  ...{ paymentId, tellingId, part },
  decisions: claims.map(({ adjudicationId, claim: { paid } }) => ({ adjudicationId, paid })),
});

/** The payment with what takes it back; undefined when that is there. What is told of it from now on has new names. */
const takenBack = (
  before: Payment,
  telling: Pick<Telling, 'tellingId' | 'reverses' | 'at' | 'byHand'>,
  { parts, beside, identity }: Reversal,
): ReturnType<Parameters<ByHandEffects['payments']['changePayment']>[1]> => {
  if (before.tellings.some(({ tellingId }) => tellingId === telling.tellingId)) return undefined;
  return {
    ...before,
    identity: shortDigest(JSON.stringify([identity, telling.tellingId])),
    status: 'posting',
    providerLevel: [...before.providerLevel, ...beside],
    tellings: [
      ...before.tellings,
      {
        ...telling,
        partnerId: before.payee.partnerId,
        fileId: '',
        moneyDigest: telling.tellingId,
        wordingDigest: telling.tellingId,
        parts: parts.length,
      },
    ],
  };
};

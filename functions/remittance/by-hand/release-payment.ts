import { type Payment, type Release, standingTellings, type Telling } from '../../domain/ledger/payment.ts';
import {
  type ActingPerson,
  type PaymentAnswer,
  type PaymentName,
  type ReleasePayment,
  refusal,
} from '../../domain/ledger/payment-action.ts';
import type { PaymentFacts } from '../../domain/ledger/staged-part.ts';
import { contentsOf } from '../../edi/contents-of.ts';
import { finishPayment } from '../finish-payment.ts';
import { handOnParts } from '../staging/hand-on-parts.ts';
import { outlinePayments } from '../staging/outline-payments.ts';
import type { PaymentOutline } from '../staging/payment-outline.ts';
import { planPosting } from '../staging/plan-posting.ts';
import { factsOf, type ToldPayment, tellPayment } from '../staging/tell-payment.ts';
import { answerWith, type ByHandEffects, findOwnPayment } from './by-hand-effects.ts';
import { handOnAndPost } from './hand-on-and-post.ts';

/** A payment as its file tells it, read again. */
type ReadAgain = { readonly text: string; readonly outline: PaymentOutline; readonly told: ToldPayment };

/** What is posted, and how: with the day that a person gave it where the file has none. */
type Released = ReadAgain & { readonly facts: PaymentFacts; readonly date: string };

/**
 * Posts a payment as it is that was held whole, from its file. Each claim still has to balance by itself; by how much
 * the payment differs stays with it. Released again it adds nothing.
 */
export const releasePayment = async (
  name: PaymentName,
  request: ReleasePayment,
  person: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const payment = await findOwnPayment(name, effects);
  if (payment === undefined) return { outcome: 'unknown' };
  const telling = choose(payment, request.tellingId);
  if ('outcome' in telling) return telling;
  const again = await readAgain(payment, telling, person.now, effects);
  if (again === undefined)
    return refusal(
      'file-gone',
      'tellingId',
      `The file ${telling.fileId} of the payment cannot be read again`,
    );
  if (!isOpenFor(payment, again.told.telling))
    return refusal('posted-already', '', `Payment ${payment.trace} is not held: it is posted`);
  const date = again.outline.data.paymentDate ?? payment.date ?? request.date;
  if (date === undefined)
    return refusal('payment-undated', 'date', 'The payment has no date: say by which it is posted');
  const facts = factsWith(again, date);
  return facts ? post({ ...again, facts, date }, request, person, effects) : { outcome: 'unknown' };
};

/** Whether nothing of the payment is posted, or just what a person released of this very file. */
const isOpenFor = (payment: Payment, { tellingId }: Telling): boolean =>
  standingTellings(payment)
    .filter(({ parts }) => parts > 0)
    .every((one) => one.released && one.tellingId === tellingId);

/** The file that is meant: the one that a person names, or the only one, as far as money goes. */
const choose = ({ tellings }: Payment, wanted: string | undefined): Telling | PaymentAnswer => {
  const ofFiles = tellings.filter(({ byHand }) => !byHand);
  const released = ofFiles.find((one) => one.released);
  const named = ofFiles.find(({ tellingId }) => tellingId === wanted);
  if (wanted !== undefined && named === undefined)
    return refusal('telling-unknown', 'tellingId', 'No file told of the payment under this name');
  const [first, ...others] = ofFiles;
  const meant = named ?? released ?? first;
  if (meant === undefined) return refusal('no-file', '', 'No file tells of the payment');
  const isOpen = meant !== named && meant !== released;
  const differing = isOpen ? others.filter(({ moneyDigest }) => moneyDigest !== meant.moneyDigest) : [];
  if (differing.length === 0) return meant;
  const ids = [meant, ...differing].map(({ tellingId }) => tellingId).join(', ');
  return refusal('tellings-differ', 'tellingId', `Files say different things of it; name one of ${ids}`);
};

/** Finds the payment in its file, read again from the folder of its partner. */
const readAgain = async (
  payment: Payment,
  { partnerId, fileId, tellingId }: Telling,
  now: Date,
  { readFile }: ByHandEffects,
): Promise<ReadAgain | undefined> => {
  const source = { partnerId, fileId };
  for (const { text } of contentsOf((await readFile(partnerId, fileId)) ?? '')) {
    for (const outline of outlinePayments(text).payments) {
      const first = tellPayment(outline, source, payment.practiceId, now);
      const told = tellPayment(outline, source, payment.practiceId, now, payment);
      if ([first, told].some(({ telling }) => telling.tellingId === tellingId))
        return { text, outline, told };
    }
  }
  return undefined;
};

const factsWith = (
  { outline: { data }, told: { payment } }: ReadAgain,
  paymentDate: string,
): PaymentFacts | undefined => {
  const { paymentId, identity = '', payee } = payment;
  return factsOf({ ...data, paymentDate }, { paymentId, identity, paidTo: payee });
};

const post = async (
  { text, outline, told, facts, date }: Released,
  { note }: ReleasePayment,
  { by, now }: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const { tellingId } = told.telling;
  const { providerLevel } = told.payment;
  const plan = planPosting({ ...facts, postedBy: by }, tellingId, told.claims, providerLevel);
  const against = told.payment.held
    .filter(isOfWhole)
    .map(({ code, path, detail }) => ({ code, path, detail }));
  const released = { by, at: now.toISOString(), note, against };
  const payment = await effects.payments.changePayment(told.payment.paymentId, (before) =>
    releasedAs(before, told, { date, parts: plan.parts.length, released }),
  );
  const plans = new Map([[outline.number, plan]]);
  await handOnAndPost(told.claims.length, (records) => handOnParts(text, plans, records), effects, now);
  await finishPayment(payment, effects);
  return answerWith(payment.paymentId, effects);
};

const wholeCodes = ['payment-unbalanced', 'payment-uncheckable', 'payment-undated'];

/** Whether something is held against the payment as a whole, and not against what of it cannot be read. */
const isOfWhole = ({ code }: { readonly code: string }): boolean => wholeCodes.includes(code);

type ReleasedAs = { readonly date: string; readonly parts: number; readonly released: Release };

/** The payment with its released file; undefined when that was released before. */
const releasedAs = (
  before: Payment,
  told: ToldPayment,
  { date, parts, released }: ReleasedAs,
): ReturnType<Parameters<ByHandEffects['payments']['changePayment']>[1]> => {
  const isIt = ({ tellingId }: Telling): boolean => tellingId === told.telling.tellingId;
  const known = before.tellings.find(isIt);
  if (known?.released) return undefined;
  const telling = { ...told.telling, ...known, parts, released };
  const { identity, providerLevel } = told.payment;
  const readable = new Set([
    ...told.claims.map(({ position }) => `CLP[${position}]`),
    ...providerLevel.map(({ path }) => path),
  ]);
  return {
    ...before,
    ...(identity !== undefined && { identity }),
    date,
    status: 'posting',
    // What names a claim that can be read is told anew, when that claim is posted or not.
    held: before.held.filter((one) => !isOfWhole(one) && !readable.has(one.path)),
    // Held whole, it has what the first file says; taken back, what stood there before is gone both ways.
    providerLevel: [...(before.status === 'held' ? [] : before.providerLevel), ...providerLevel],
    tellings: known
      ? before.tellings.map((one) => (isIt(one) ? telling : one))
      : [...before.tellings, telling],
  };
};

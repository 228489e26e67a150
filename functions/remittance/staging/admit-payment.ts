import type { Transmission } from '../../domain/ids.ts';
import {
  type Held,
  hasFiguresOf,
  type Payment,
  type PaymentPart,
  standingTellings,
  type Telling,
} from '../../domain/ledger/payment.ts';
import type { PaymentRecords } from '../../domain/posting.ts';
import { type Cents, cents, sum, toDollars } from '../../edi/money.ts';
import { BillingError } from '../../runtime/errors.ts';
import { type IdentifiedOutline, type PostingPlan, paidById, planPosting } from './plan-posting.ts';
import { besideOf, planOfAll, type ToldPayment } from './tell-payment.ts';

/** What is to be done about a payment that a file tells of. */
export type Admission = {
  readonly payment: Payment;
  /** How what is new of it is posted; undefined when nothing is. */
  readonly plan: PostingPlan | undefined;
  /** What of it is not posted, for a biller. */
  readonly held: readonly Held[];
  /** What is odd about it and needs nobody. */
  readonly notes: readonly Held[];
};

/**
 * Enters a payment into the records. Told again, it posts nothing; what an earlier file could not say is posted as far
 * as the payment, all files together, still balances.
 */
export const admitPayment = async (told: ToldPayment, records: PaymentRecords): Promise<Admission> => {
  const { payment } = told;
  if (await records.addPayment(payment)) return admitAll(told, payment);
  const known = await records.findPayment(payment.paymentId);
  if (known === undefined) throw new BillingError('ConcurrentChange', 'A payment is gone while it is told');
  return admitAgain(told, known, records);
};

/** All of it is new, or is tried again after a crash. */
const admitAll = (told: ToldPayment, payment: Payment): Admission => {
  if (payment.status === 'posted') return nothingNew(payment);
  const plan = planOfAll(told);
  // What of a payment cannot be read is told with all else of it that is not posted, once it is posted.
  return { payment, plan, held: plan ? [] : told.payment.held, notes: plan ? told.payment.held : [] };
};

const nothingNew = (payment: Payment): Admission => ({ payment, plan: undefined, held: [], notes: [] });

/**
 * Only what came through the same partner counts: what another one sent may have been refused for that. What a person
 * posted counts for all partners of the payer, and theirs for a person.
 */
const admitAgain = (told: ToldPayment, known: Payment, records: PaymentRecords): Promise<Admission> => {
  const earlier = earlierTellings(told.telling, known);
  if (earlier.length === 0) return admitAnew(told, records);
  const isRepeat = earlier.some((one) => isRepeatOf(told.telling, one));
  return isRepeat ? noteRepeat(told, earlier, records) : admitFurther(told, known, earlier, records);
};

/** The tellings of the same payer of which something was posted and stands, and that came before this one. */
const earlierTellings = (telling: Telling, known: Payment): readonly Telling[] => {
  const tellings = standingTellings(known);
  const at = tellings.findIndex(({ tellingId }) => tellingId === telling.tellingId);
  const before = at === -1 ? tellings : tellings.slice(0, at);
  return before.filter((one) => isOfSameSender(one, telling) && one.parts > 0);
};

const isOfSameSender = (one: Telling, other: Telling): boolean =>
  one.partnerId === other.partnerId ||
  one.byHand?.partnerIds.includes(other.partnerId) === true ||
  other.byHand?.partnerIds.includes(one.partnerId) === true;

const isRepeatOf = (telling: Telling, earlier: Telling): boolean =>
  earlier.moneyDigest === telling.moneyDigest ||
  (isByHand(telling, earlier) && hasFiguresOf(telling, earlier));

const isByHand = (...tellings: readonly Telling[]): boolean => tellings.some(({ byHand }) => byHand);

/** Nothing of it was posted so far: what came before was held whole, or came through somebody else. */
const admitAnew = async (told: ToldPayment, records: PaymentRecords): Promise<Admission> => {
  const { facts, telling } = told;
  const payment = await addTelling(told, telling.parts, records, (before) =>
    facts && before.status === 'held' ? told.payment : facts ? postedAnew(before, told.payment) : {},
  );
  const admission = admitAll(told, payment);
  if (admission.plan === undefined) return admission;
  return { ...admission, plan: { ...admission.plan, matched: await matchedByPeople(payment, records) } };
};

/** What people matched of a payment, by decision: told by another file it is about the same claim. */
const matchedByPeople = async (
  { paymentId }: Payment,
  { partsOf }: PaymentRecords,
): Promise<ReadonlyMap<string, Transmission>> => {
  const said = (await partsOf(paymentId)).flatMap(({ resolutions = [] }) => resolutions);
  return new Map(
    said.flatMap(({ adjudicationId, claimId, submissionNumber, posted }) =>
      posted && claimId && submissionNumber ? [[adjudicationId, { claimId, submissionNumber }] as const] : [],
    ),
  );
};

/** What a person took back is gone with what stood beside its claims, both ways; told again, that comes again. */
const postedAnew = (before: Payment, { providerLevel }: Payment): Partial<Payment> => ({
  status: 'posting',
  ...(before.tellings.some(({ reverses }) => reverses) && {
    providerLevel: [...before.providerLevel, ...providerLevel],
  }),
});

/** Adds a telling to those of its payment, once. */
const addTelling = (
  { telling, payment }: ToldPayment,
  parts: number,
  records: PaymentRecords,
  changeOf: (before: Payment) => Partial<Payment>,
): Promise<Payment> =>
  records.changePayment(payment.paymentId, (before) =>
    before.tellings.some(({ tellingId }) => tellingId === telling.tellingId)
      ? undefined
      : { ...before, ...changeOf(before), tellings: [...before.tellings, { ...telling, parts }] },
  );

const noteRepeat = async (
  told: ToldPayment,
  earlier: readonly Telling[],
  records: PaymentRecords,
): Promise<Admission> => {
  const payment = await addTelling(told, 0, records, () => ({}));
  const isSame = payment.tellings[0]?.wordingDigest === told.telling.wordingDigest;
  const how = isSame
    ? 'in the same words'
    : isByHand(told.telling, ...earlier)
      ? 'with the same figures, once by hand'
      : 'in another order, or with other remarks';
  const detail = `Payment ${payment.trace} came before, ${how}: nothing of it is posted again`;
  return { ...nothingNew(payment), notes: [{ code: 'told-again', path: 'TRN02', detail }] };
};

/** Decisions that no earlier file told, if with them the payment still balances; else all of this file is held. */
const admitFurther = async (
  told: ToldPayment,
  known: Payment,
  earlier: readonly Telling[],
  records: PaymentRecords,
): Promise<Admission> => {
  const parts = await partsOfTellings(known, earlier, records);
  const decided = paidById(parts);
  const further = isByHand(told.telling, ...earlier)
    ? withoutFigures(told.claims, parts)
    : told.claims.filter(({ adjudicationId }) => !decided.has(adjudicationId));
  const difference = differenceOf(known, [...decided.values(), ...further.map(({ paid }) => paid)]);
  const isBesideSame = besideOf(told.payment.providerLevel) === besideOf(known.providerLevel);
  if (!told.facts || difference !== 0 || !isBesideSame) {
    const otherwise = toldOtherwise(known, further.length, difference);
    // A person is told so at once and corrects what was entered; a file stays what it is.
    if (told.telling.byHand) return { ...nothingNew(known), held: [otherwise] };
    const payment = await addTelling(told, 0, records, ({ held }) => ({ held: [...held, otherwise] }));
    return { ...nothingNew(payment), held: [otherwise] };
  }
  const plan = planPosting(told.facts, told.telling.tellingId, further, []);
  const payment = await addTelling(told, plan.parts.length, records, () => ({ status: 'posting' }));
  return { ...nothingNew(payment), plan };
};

/** The claims whose figures nobody told before, each time that they are told. */
const withoutFigures = (
  claims: readonly IdentifiedOutline[],
  parts: readonly PaymentPart[],
): readonly IdentifiedOutline[] => {
  const known = parts.flatMap(({ decisions }) => decisions.map(({ figures }) => figures));
  return claims.filter(({ figures }) => {
    const at = known.indexOf(figures);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
};

/** All parts of some files have to be known before more is added to them. */
const partsOfTellings = async (
  { paymentId }: Payment,
  tellings: readonly Telling[],
  records: PaymentRecords,
): Promise<readonly PaymentPart[]> => {
  const ids = tellings.map(({ tellingId }) => tellingId);
  const parts = (await records.partsOf(paymentId)).filter(({ tellingId }) => ids.includes(tellingId));
  if (parts.length < tellings.reduce((total, one) => total + one.parts, 0))
    throw new BillingError('ConcurrentChange', 'A payment is told again while it is still divided');
  return parts;
};

/** `Σ CLP04 − Σ PLB − BPR02` over all files that told of a payment. */
const differenceOf = ({ providerLevel, amount }: Payment, paid: readonly Cents[]): Cents =>
  cents(sum(paid) - sum(providerLevel.map((one) => one.amount)) - amount);

const toldOtherwise = ({ trace }: Payment, further: number, difference: Cents): Held => ({
  code: 'told-otherwise',
  path: 'TRN02',
  detail: `Payment ${trace} came before with other decisions: ${further} of this file are new, with which it differs by ${toDollars(difference)}; none of them is posted`,
});

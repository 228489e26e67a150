import { shortDigest } from '../../domain/digest.ts';
import type { Finding } from '../../domain/finding.ts';
import { recipientOf } from '../../domain/ledger/payee.ts';
import type { Payment, ProviderAdjustment, Telling } from '../../domain/ledger/payment.ts';
import type { PaymentFacts } from '../../domain/ledger/staged-part.ts';
import type { ReceivedFile } from '../../domain/posting.ts';
import { lossesOfUnits } from '../../edi/losses.ts';
import type { Remittance } from '../../edi/x835/loops.ts';
import { checkPaymentBalance } from '../check-balance.ts';
import { atMost } from '../held.ts';
import { payerNamedBy } from '../matching/payer-identity.ts';
import { identifyDecisions, paymentIdentityOf } from '../payment-identity.ts';
import { providerAdjustmentsOf } from '../provider-adjustments.ts';
import type { PaymentOutline } from './payment-outline.ts';
import { type IdentifiedOutline, type PostingPlan, planPosting } from './plan-posting.ts';

/** A payment as one file tells it. */
export type ToldPayment = {
  /** Its record if nobody told of it before. */
  readonly payment: Payment;
  readonly telling: Telling;
  readonly claims: readonly IdentifiedOutline[];
  /** Absent when the payment is held whole: without a balance, or a date, nothing of it may be posted. */
  readonly facts: PaymentFacts | undefined;
};

/** What one file says of a payment, as a record; of one on which a person acted, by the name that it has since. */
export const tellPayment = (
  outline: PaymentOutline,
  { partnerId, fileId }: Pick<ReceivedFile, 'partnerId' | 'fileId'>,
  practiceId: string | undefined,
  now: Date,
  known?: Payment,
): ToldPayment => {
  const { data, wordingDigest } = outline;
  const contents = outline.claims.map(({ content }) => content);
  const identity = known?.identity ?? paymentIdentityOf(data, contents);
  const payee = recipientOf(partnerId, data.payee);
  // One payment of one practice, however its payee is written; nobody else's file can take its place.
  const paymentId =
    known?.paymentId ?? shortDigest(JSON.stringify([identity, practiceId ?? [payee.npis, payee.taxIds]]));
  const ids = identifyDecisions(identity, contents);
  const claims = outline.claims.map((claim, at) => ({ ...claim, adjudicationId: ids[at] ?? '' }));
  const providerLevel = providerAdjustmentsOf(data);
  const wrong = [...checkPaymentBalance(outline), ...(data.paymentDate === undefined ? [undated] : [])];
  const facts = wrong.length === 0 ? factsOf(data, { paymentId, identity, paidTo: payee }) : undefined;
  const telling: Telling = {
    tellingId: shortDigest([partnerId, fileId, wordingDigest, ...takenBackAs(known)].join(' ')),
    partnerId,
    fileId,
    moneyDigest: shortDigest(JSON.stringify([ids.toSorted(), besideOf(providerLevel)])),
    wordingDigest,
    figuresDigest: shortDigest(
      JSON.stringify([outline.claims.map(({ figures }) => figures).toSorted(), besideOf(providerLevel)]),
    ),
    parts: facts ? planPosting(facts, '', claims, providerLevel).parts.length : 0,
    at: now.toISOString(),
  };
  const payment: Payment = {
    paymentId,
    identity,
    ...(practiceId !== undefined && { practiceId }),
    payer: payerOf(data),
    payee,
    trace: data.traceNumber,
    ...(data.paymentDate !== undefined && { date: data.paymentDate }),
    amount: data.paid,
    ...(data.method !== undefined && { method: data.method }),
    providerLevel: [...providerLevel],
    held: atMost([...wrong, ...lossesOfUnits(outline)]),
    tellings: [telling],
    status: facts ? 'posting' : 'held',
    postedParts: 0,
    version: 1,
  };
  return { payment, telling, claims, facts };
};

/** What is told again after a person took it back is told anew, under new names. */
const takenBackAs = (known: Payment | undefined): readonly string[] =>
  known?.identity !== undefined && known.tellings.some(({ reverses }) => reverses) ? [known.identity] : [];

const undated: Finding = {
  code: 'payment-undated',
  path: 'BPR16',
  detail: 'The payment has no date, by which it would be posted',
};

const payerOf = ({ payer, payerIdentifier }: Remittance): Payment['payer'] => ({
  name: payer.name ?? '',
  ...(payerIdentifier && { id: payerIdentifier }),
});

/** What every decision of a payment has from it; undefined where it has no date. */
export const factsOf = (
  data: Remittance,
  of: Pick<PaymentFacts, 'paymentId' | 'identity' | 'paidTo'>,
): PaymentFacts | undefined =>
  data.paymentDate === undefined
    ? undefined
    : { ...of, paymentDate: data.paymentDate, traceNumber: data.traceNumber, payer: payerNamedBy(data) };

/** Names what is taken or given beside the claims, in any order. */
export const besideOf = (adjustments: readonly ProviderAdjustment[]): string =>
  JSON.stringify(
    adjustments
      .map(({ reason, reference = '', amount }) => JSON.stringify([reason, reference, amount]))
      .toSorted(),
  );

/** How all that a file tells is posted, where it is the first to tell of its payment. */
export const planOfAll = ({ facts, telling, claims, payment }: ToldPayment): PostingPlan | undefined =>
  facts && planPosting(facts, telling.tellingId, claims, payment.providerLevel);
